a
(a)
a, b
*a, b
...
