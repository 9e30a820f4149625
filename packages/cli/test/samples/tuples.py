t = (1, "two", 3.0)
print(t, len(t), t[0], t[-1], t[1:], t + (4,), t * 2, (), (1,), 1 in t, t.index("two"), t.count(1))
print((1, 2) < (1, 3), (1, 2) == (1.0, 2.0), (1,) < (1, 0), hash((1, 2)) == hash((1, 2)), tuple("ab"), tuple([1, [2]]))
x, y = y, x = 1, 2
print(x, y)


def stats(values):
    return min(values), max(values), sum(values) / len(values)


low, high, mean = stats([4, 8, 6])
print(low, high, mean, stats([1]), isinstance(t, tuple), type(()).__name__)
pairs = [(2, "b"), (1, "z"), (1, "a")]
print(sorted(pairs), max(pairs), dict(pairs), [b for _, b in pairs])
try:
    t[0] = 5
except TypeError as error:
    print("TypeError:", error)
try:
    (1, 2)[2]
except IndexError as error:
    print("IndexError:", error)
nested = ((1, 2), (3, (4, 5)))
(a, b), (c, (d, e)) = nested
print(a, b, c, d, e, sum((1, 2, 3)), [*t], (*t, 4), bool(()), bool((0,)))
