a < b
a < b <= c != d
a is b
a is not b
a in b not in c
a == b > c >= d
not a in b
