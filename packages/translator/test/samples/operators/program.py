print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7 / 2, 6 / 3, 2**10, 2**-1, 2**0.5, 10**20, 7.5 // 2, 7.5 % 2)
print(1 + True, True + True, 3 * "ab", [1] * 3, (1, 2) + (3,), "a" + "b", 5 & 3, 5 | 3, 5 ^ 3, ~5, 1 << 70, 1 << 3 >> 1)
print(1.0, 2.5, 1e16, 1e-5, -0.0, 0.1 + 0.2, float("inf"), float("nan"), 1 / 3, 100.0, 1e22, 123456789.123)
print(1 == 1.0, 1 == True, "1" == 1, [1] == [1.0], (1, 2) < (1, 3), "a" < "b", None == None, [] == ())
print(int("42"), int(3.9), int(-3.9), float("1.5"), str(1.0), bool(""), bool("0"), int("ff", 16), round(2.5), round(3.14159, 2), abs(-3))
print(divmod(7, 2), divmod(-7, 2), pow(2, 10), pow(3, 4, 5), min(3, 1, 2), max([4, 5]), sum([1, 2], 10))
s = "Hello, World"
print(s[0], s[-1], s[1:4], s[::-1], s[:5], s[7:], s.upper(), s.find("o"), s.replace("l", "L"), s.split(", "), "o" in s, len(s))
print("-".join(["a", "b"]), "  x ".strip(), "abc".startswith("a"), "a,b,,c".split(","), "x".center(5, "*"), "5".zfill(3), "%s is %d" % ("a", 3))
print("{} {name} {0}".format(1, name="n") if False else "skip", "abc" * 0 == "", "a\tb\n".encode(), b"ab" + b"c")
xs = [3, 1, 2]
xs.append(4)
xs.extend([5, 6])
xs.insert(0, 0)
xs.remove(3)
print(xs, xs.pop(), xs.pop(0), xs.index(2), xs.count(1), sorted(xs, reverse=True), xs[1:3], xs[-1])
xs.sort(key=lambda v: -v)
xs[0:2] = [9, 9, 9]
del xs[0]
xs.reverse()
print(xs, xs[::2], list(reversed(xs)), xs + [1], [*xs, *"ab"])
d = {"a": 1, "b": 2}
d["c"] = 3
d.update({"d": 4})
d["a"] += 10
print(d, d.get("z"), d.get("z", 0), list(d), list(d.values()), list(d.items()), "a" in d, len(d), d.pop("b"), d.setdefault("e", 5))
del d["c"]
print(d, {**d, "x": 1}, dict(a=1, b=2), {1: "a", 1.0: "b", True: "c"})
st = {1, 2, 3}
st.add(2)
st.discard(9)
print(st, st | {4}, st & {1, 2}, st - {1}, st ^ {3, 4}, 2 in st, sorted(st), frozenset([1]), set())
t = (1, "a", None)
print(t, t[0], (1,), (), len(t), t.index("a"), t * 2)
x = 10
x += 5
x -= 3
x *= 2
x //= 5
x **= 2
x %= 7
x <<= 3
x |= 1
print(x)
name, value, width = "n", 3.14159, 10
print(f"{name}={value:.2f}|{value:{width}.1f}|{name!r:>5}|{value=}|{1 + 1 = }|{'q'}|{{}}|{1000000:,}|{255:#x}|{0.25:.1%}|{-5:+d}|{'c':^5}|{3:05d}")
print(f"{'nested ' + f'{name}'}", f"{[1, 2]!s}", f"{None}", f"{True}", f"{d['a']}")
print(10 > 5 and "yes" or "no", not [], None is None, 3 not in [1, 2], [] is [])
print(type(1), type("a"), type(1.0), type([]), type(None), type(True), isinstance(1, (int, str)), isinstance(True, int))
print(ord("a"), chr(98), hex(255), bin(5), oct(8), repr("it's"), repr('a"b'), ascii("é"), hash(1) == hash(1.0))
print(*[1, 2, 3], sep="-", end="!\n")
print([1, [2, {"k": (3,)}]], {"a": [1]}, ("x",))
print(list(range(5)), list(range(5, 0, -2)), range(3), len(range(10)), 3 in range(5), range(10)[2:5])
i = 0
for i in range(3):
    pass
print(i, all([]), any([]), [i for i in range(3)], i)
try:
    1 + "a"
except TypeError as e:
    print(e)
try:
    [1][5]
except IndexError as e:
    print(e)
try:
    {}["k"]
except KeyError as e:
    print(e)
try:
    int("x")
except ValueError as e:
    print(e)
try:
    None.foo
except AttributeError as e:
    print(e)
try:
    1 / 0
except ZeroDivisionError as e:
    print(e)
try:
    len(5)
except TypeError as e:
    print(e)
