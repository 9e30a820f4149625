(a := 1)
[b := 2, c]
f(x := 1, y=(z := 2))
a[b := 1]
if (n := len(a)) > 10: pass
{a := 1, b := 2}
