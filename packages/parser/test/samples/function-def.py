def f(): pass


def g(a, b=1, *args, c, d=2, **kw) -> int:
    return a


@deco
@deco.two(1)
def h(a, b, /, c: int = 3, *, d: str) -> None:
    'doc'
