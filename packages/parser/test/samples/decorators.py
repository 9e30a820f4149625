@a
@a.b
@a(b)
@a[b]
@lambda f: f
@(x := y)
def f(): pass


@a
class B: pass


@a
async def c(): pass
