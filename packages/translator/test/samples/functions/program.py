def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


def pos(a, b, /, c, *, d=0):
    return a, b, c, d


def varargs(*args):
    return args


def kwargs(**kw):
    return kw


def apply(fn, *args, **kw):
    return fn(*args, **kw)


def make(n):
    def add(x, y=n):
        return x + y

    return add


def deco(fn):
    def wrapper(*args, **kw):
        print("call", fn.__name__, args, kw)
        result = fn(*args, **kw)
        print("->", result)
        return result

    return wrapper


def repeat(times):
    def outer(fn):
        def inner(*args):
            return [fn(*args) for _ in range(times)]

        return inner

    return outer


@deco
def add(a, b=10):
    return a + b


@deco
@repeat(3)
def hi(name):
    return f"hi {name}"


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def gen(n):
    total = 0
    for i in range(n):
        got = yield i
        if got:
            total += got
    return total


def chain(*its):
    for it in its:
        yield from it


def delegating():
    r = yield from gen(2)
    print("returned", r)
    yield "end"


def cleanup():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closing")
        raise
    finally:
        print("finally")


print(f(1, c=3), f(1, 5, 6, 7, c=8, z=9), f(*[1, 2], **{"c": 3, "q": 4}))
print(pos(1, 2, 3), pos(1, 2, c=3, d=4), varargs(), varargs(1), kwargs(a=1), apply(f, 1, c=2))
print(make(5)(1), make(5)(1, 1))
print(add(1), add(1, b=2))
print(hi("bob"))
print(fact(25), even(10), odd(7))
for bad in (lambda: f(1), lambda: f(), lambda: pos(1, b=2, c=3), lambda: varargs(a=1), lambda: pos(1, 2, 3, 4), lambda: fact()):
    try:
        bad()
    except TypeError as e:
        print(e)
g = gen(3)
print(next(g), g.send(5), g.send(7))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(list(chain([1, 2], "ab", (x * x for x in range(3)))))
print(list(delegating()))
for v in cleanup():
    print(v)
    break
c = cleanup()
next(c)
for v in c:
    print("second", v)
    break
print("still open")
c.close()
print(sum(i for i in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]), any(x > 2 for x in [1, 2, 3]))
sq = lambda x, y=2: x**y
print(sq(3), sq(2, 3), sq(y=1, x=9), (lambda *a, **k: (a, k))(1, b=2))
print(sorted(["b", "A", "c"], key=lambda s: s.lower()), list(map(lambda x: x + 1, [1, 2])), list(filter(None, [0, 1, "", "a"])))
print(list(zip([1, 2, 3], "ab")), dict(zip("ab", [1, 2])), list(enumerate("ab", 1)))
print({k: v for k, v in {"a": 1}.items()}, {x % 3 for x in range(9)}, [(i, j) for i in range(3) if i for j in range(i)])
print([[c for c in row] for row in ["ab", "cd"]])
