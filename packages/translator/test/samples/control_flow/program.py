def find(xs, target):
    for i, x in enumerate(xs):
        if x == target:
            print("found at", i)
            break
    else:
        print("not found")


def nested():
    out = []
    for i in range(4):
        for j in range(4):
            if j == 2:
                continue
            if i == 2:
                break
            out.append((i, j))
        else:
            out.append(f"row {i}")
            continue
        out.append("broke")
    return out


def while_else(n):
    while n > 0:
        n -= 1
        if n == 3:
            break
    else:
        return "ended"
    return f"stopped at {n}"


def finally_flow():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                break
        finally:
            print("finally", i)
    try:
        return "try"
    finally:
        print("cleanup")


def override():
    try:
        return 1
    finally:
        return 2


def try_else(x):
    try:
        y = 10 / x
    except ZeroDivisionError as e:
        print("caught", e)
        return None
    else:
        print("else")
        return y
    finally:
        print("done")


def else_not_guarded():
    try:
        try:
            pass
        except ValueError:
            print("wrong")
        else:
            raise ValueError("from else")
    except ValueError as e:
        print("outer", e)


def reraise():
    try:
        try:
            raise KeyError("k")
        except KeyError:
            print("first")
            raise
    except KeyError as e:
        print("second", repr(e))


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as e:
            raise RuntimeError("wrapped") from e
    except RuntimeError as e:
        print(e, "|", repr(e.__cause__), e.__suppress_context__)
    try:
        try:
            {}["a"]
        except KeyError:
            raise ValueError("during")
    except ValueError as e:
        print(e, "|", repr(e.__context__), e.__cause__)


def several(x):
    try:
        if x == 0:
            raise IndexError("i")
        if x == 1:
            raise KeyError("k")
        if x == 2:
            raise TypeError("t")
        return "none"
    except (IndexError, KeyError) as e:
        return f"lookup {type(e).__name__}"
    except Exception as e:
        return f"other {e}"


class Ctx:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, exc_type, exc, tb):
        print("exit", self.name, exc_type.__name__ if exc_type else None, exc)
        return self.swallow


def contexts():
    with Ctx("a") as a, Ctx("b", True) as b:
        print(a, b)
        raise ValueError("inside")
    print("after")
    try:
        with Ctx("c"):
            raise KeyError("through")
    except KeyError as e:
        print("caught", e)
    for i in range(2):
        with Ctx(f"loop{i}"):
            if i == 0:
                continue
            break


def asserts(x):
    assert x > 0, f"bad {x}"
    assert x


find([1, 2, 3], 2)
find([1, 2, 3], 9)
print(nested())
print(while_else(5), while_else(2))
print(finally_flow(), override())
print(try_else(2), try_else(0))
else_not_guarded()
reraise()
chained()
print([several(i) for i in range(4)])
contexts()
try:
    asserts(-1)
except AssertionError as e:
    print("assert", e)
x = 5
x = x + 1 if x > 3 else x - 1
print(x, not x, x and 0 or "default", None or [] or "last", 1 and "two")
a = b = c = [1]
a += [2]
print(b is c, c, a is not b)
first, *rest = range(5)
*init, last = "abc"
(p, q), r = (1, 2), 3
head, *mid, tail = [1, 2]
print(first, rest, init, last, p, q, r, head, mid, tail)
try:
    u, v = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    u, v, w = 1, 2
except ValueError as e:
    print(e)
while True:
    if (n := len(rest)) == 0:
        break
    rest.pop()
print(n)
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, "a" in "abc" in ["abc"])
