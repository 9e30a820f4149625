()
(a,)
(a, b)
a,
a, b,
((a, b), c)
for x in 1, 2: pass
