a.b.c
1 .real
'a'.b
(a).b
a.b = c.d
