a, b, c = [1, 2, 3]
print(a, b, c)
first, *middle, last = range(6)
print(first, middle, last)
*init, tail = "xyz"
head, *rest = [1]
print(init, tail, head, rest)
(a, [b, *c]), d = (1, [2, 3, 4]), 5
print(a, b, c, d)
a, b = b, a
print(a, b)
i, xs = 0, [1, 2, 3]
i, xs[i] = 1, 9
print(i, xs)
for index, (key, value) in enumerate({"x": 1, "y": 2}.items()):
    print(index, key, value)
for name, *scores in [("ann", 1, 2, 3), ("bob",)]:
    print(name, scores, sum(scores))
print(*[1, 2], *"ab", sep="|")
print([*range(2), 9, *(7, 8)], {**{"a": 1}, "b": 2, **{"a": 3}}, {*[1, 1]}, (*"hi",))


def order(*args, **kwargs):
    return args, kwargs


print(order(*[1, 2], 3, *(4,), x=1, **{"y": 2}))
for wrong in ([1], [1, 2, 3], [], 5):
    try:
        a, b = wrong
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
try:
    a, *b, c = [1]
except ValueError as error:
    print("ValueError:", error)
(x) = 3
x: int = x + 1
print(x, (y := 10), y)
