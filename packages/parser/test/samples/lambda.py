lambda: 1
lambda a, b=1, *c, d, e=2, **f: a
lambda a, /, b: (yield)
lambda *, a: a
lambda *a, **b: 0
f(lambda x: x, y)
