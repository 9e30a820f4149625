level = "module"
total = 0


def outer():
    level = "outer"

    def inner():
        nonlocal level
        level = "inner"
        return level

    before = level
    inner()
    return before, level


def add(n):
    global total
    total += n
    return total


def unbound():
    try:
        print(level)
    except UnboundLocalError as error:
        print("UnboundLocalError:", error)
    level = "too late"
    return level


class Box:
    level = "class"
    copies = [level for _ in range(2)]

    def show(self):
        return level, self.level


print(outer(), level)
print(add(2), add(3), total)
print(unbound())
print(Box.copies, Box().show())
for i in range(3):
    last = i * i
print(i, last)
print([i for i in range(10)][-1], i)

try:
    print(undefined_name)
except NameError as error:
    print("NameError:", error)
