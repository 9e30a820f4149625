def f(a, b: int, /, c, d: str = 1, *args: int, e, f: int = 2, **kw: str): pass
def f(*, a): pass
def f(*args: *Ts): pass
def f(a, /): pass
def f(a=1, /, b=2): pass
def f(
    a,
    b,
): pass
lambda a, /, b=1, *, c: 0
