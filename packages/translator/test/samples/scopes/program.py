x = "global"


def outer():
    x = "outer"

    def inner():
        nonlocal x
        x = "inner"
        return x

    before = x
    inner()
    return before, x


def use_global():
    global counter
    counter += 1
    return counter


counter = 10


def unbound():
    try:
        print(y)
    except UnboundLocalError as e:
        print("UnboundLocalError:", e)
    y = 1
    return y


def deleted():
    z = 1
    del z
    try:
        return z
    except UnboundLocalError as e:
        return str(e)


def free():
    def inner():
        return late

    try:
        inner()
    except NameError as e:
        print(type(e).__name__, e)
    late = 5
    return inner()


def shadow_builtin(list):
    len = 3
    return [len for _ in list]


def loops():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    gs = [lambda: i for i in range(3)]
    hs = [lambda i=i: i for i in range(3)]
    return [f() for f in fs], [g() for g in gs], [h() for h in hs], i


def after_loop():
    for k in range(3):
        v = k * 2
    return k, v


def conditional(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError:
        return "unset"


def comprehension_scope():
    n = 5
    squares = [n * n for n in range(3)]
    last = [m := k for k in range(4)]
    return n, squares, last, m


def except_name():
    e = "kept"
    try:
        raise ValueError("boom")
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return f"gone: {err}"


def defaults(item, box=[]):
    box.append(item)
    return box


def evaluation_order():
    log = []

    def t(v):
        log.append(v)
        return v

    def get(name):
        log.append(name)
        return d

    d = {}
    get("obj")[t("key")] = t("val")
    i, a = 0, [0, 0]
    i, a[i] = 1, 9
    a[t(0)], a[t(1)] = t(5), t(6)
    t(1) < t(0) < t(99)
    d2 = {t("k1"): t("v1"), t("k2"): t("v2")}
    return log, i, a, d, d2


class C:
    x = "class"
    y = x + "!"

    def get(self):
        return x


print(outer())
print(use_global(), use_global(), counter)
print(unbound())
print(deleted())
print(free())
print(shadow_builtin([1, 2]))
print(loops())
print(after_loop())
print(conditional(True), conditional(False))
print(comprehension_scope())
print(except_name())
print(defaults(1), defaults(2), defaults(3, []))
print(evaluation_order())
print(C.x, C.y, C().get())
try:
    print(undefined_name)
except NameError as e:
    print(e)
