a = 1
a = b = c
a, b = b, a
[a, *b] = (c.d, e[0]) = f
(a) = 1
*a, = b
