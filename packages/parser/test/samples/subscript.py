a[b]
a[b, c]
a[b,]
a[*b]
a[*b, c]
a[b][c] = d
a[b := 1]
a[()]
