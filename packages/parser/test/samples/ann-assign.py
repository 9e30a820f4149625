a: int
a: int = 1
(a): int = 1
a.b: int
a[0]: int = 2
a: int = 1, 2
