def f[T](x: T) -> T: pass
class A[T: int, *Ts, **P](B[T]): pass
async def g[T: (int, str) = int](): pass
def h[T,](): pass
