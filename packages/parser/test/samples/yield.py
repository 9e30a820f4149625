def f():
    yield
    yield a
    yield a, *b
    x = yield
    x = yield a
    x += yield a
    (yield)
    return (yield a)
