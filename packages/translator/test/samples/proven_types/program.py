import asyncio
import copy


class P:
    kind = "base"

    def __init__(self, x):
        self.x = x
        self.log = []

    def clone(self, y):
        return self.__class__(y)

    def grow(self):
        return type(self)(self.x * 2)

    def set(self, **kw):
        [setattr(self, k, v) for k, v in kw.items()]
        return self

    def show(self):
        return f"{type(self).__name__}({self.x!r})"

    @classmethod
    def build(cls, *args):
        return make(cls, *args)

    @property
    def area(self):
        return 1


class Q(P):
    def __init__(self, x, z=None):
        super().__init__(x)
        self.z = z

    @property
    def area(self):
        return self.x + 1

    def show(self):
        return super().show() + f":{self.z}"


def make(cls, *args):
    return cls(*args)


def check(x):
    if x == 0:
        return "zero"
    if not x:
        return "empty"
    return "full"


print(P(1).clone("s").show(), Q(2).clone("t").show(), P(1).grow().show(), Q("ab").grow().show())
print(P(1).set(x="dyn").show(), P.build("b").show(), Q.build(1, 2).show(), P(3).area, Q(3).area)
print(check(0), check(0.0), check(""), check([]), check(False), check("x"), list(map(check, [1, None])))


class Acc:
    total = 0

    def __init__(self):
        self.items = []

    def add(self, n):
        self.total += n
        Acc.total = Acc.total + 1
        self.items += [n]
        return self


a = Acc().add(1).add(2.5)
b = copy.copy(a)
b.items.append(9)
print(a.total, Acc.total, Acc().total, a.items, b.items is a.items)
fn = a.add
fn("x") if False else fn(3)
print(a.total, a.items)


def swap(p, q):
    p, q = q, p
    return p, q


def pick(flag):
    if flag:
        r = 1
    else:
        r = "one"
    return r


print(swap(1, "a"), pick(True) == 1, pick(False) == 1, pick(1) + 1)
x = 5


def shadow():
    x = []
    for x in range(3):
        pass
    return x


print(shadow(), x)


class Meta:
    def __init__(self):
        self._v = 0
        self.v = 10

    @property
    def v(self):
        return self._v

    @v.setter
    def v(self, value):
        self._v = value * 2

    def __enter__(self):
        self.v += 1
        return self

    def __exit__(self, *a):
        self.v = 0


with Meta() as m:
    print(m.v, m._v)
print(m.v)


class Box:
    def __init__(self, **kw):
        for k, v in kw.items():
            setattr(self, k, v)

    def __getattr__(self, name):
        return f"<{name}>"


    def __len__(self):
        return 0

    def __bool__(self):
        return True


box = Box(a=1)
print(box.a, box.zz, len(box), bool(box), "yes" if box else "no")


async def maybe(n):
    if n:
        return n
    await asyncio.sleep(0)


async def main():
    r = [await maybe(i) for i in range(3)]
    s = await maybe(0) or "default"
    t = asyncio.ensure_future(maybe(7))
    u = maybe(8)
    print(r, s, await t, await u)
    try:
        await u
    except RuntimeError as e:
        print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
    gens = (maybe(i) for i in (1, 0))
    print(await asyncio.gather(*gens))
    async def inner():
        nonlocal r
        r = "changed"
        return r
    await inner()
    print(r)
    results = {}
    async def fill(key, delay):
        await asyncio.sleep(delay)
        results[key] = len(results)
    await asyncio.gather(*(fill(k, d) for k, d in [("a", 0.02), ("b", 0.01)]))
    print(results)


asyncio.run(main())
