def f():
    yield from a
    x = yield from a if b else c
