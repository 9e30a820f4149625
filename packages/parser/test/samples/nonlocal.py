def f():
    a = b = 1
    def g():
        nonlocal a, b
