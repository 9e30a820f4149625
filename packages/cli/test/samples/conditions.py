for value in (0, 1, 0.0, -0.0, "", "0", [], [0], (), {}, {0: 0}, set(), None, True, False, range(0), range(1), 0.5, float("nan")):
    print(repr(value), "is", "true" if value else "false")


def noisy(value):
    print("eval", value, end="; ")
    return value


print(noisy(1) and noisy(0) and noisy(2))
print(noisy(0) or noisy("") or noisy("last"))
print(noisy(1) < noisy(0) < noisy(99))
print(noisy(1) < noisy(2) <= noisy(2) != noisy(3))
print([] == False, 0 == False, "" == 0, None == False, 1 == True, [1] == [True], "1" == 1)
print(None is None, [] is [], not None, not [], not "x", 1 in [True], "b" in "abc", 2 not in (1, 3))


class Always:
    def __eq__(self, other):
        return True


class Length:
    def __len__(self):
        return 0


print(Always() == 5, 5 == Always(), Always() != 5, bool(Length()), not Length())
x = 5
print("small" if x < 3 else "medium" if x < 10 else "large", x if x else "none")
data = {"get": "obj"}
order = []


def log(name, value):
    order.append(name)
    return value


log("obj", data)[log("key", "k")] = log("value", 1)
print(order, data)
