class A: pass


class B(A, metaclass=M, **kw):
    x: int = 1

    def f(self): return self.x


@deco
class C(*bases): ...
