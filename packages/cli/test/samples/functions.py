def greet(name, greeting="Hello", *, mark="!"):
    return f"{greeting}, {name}{mark}"


def total(*numbers, start=0, **options):
    result = start
    for number in numbers:
        result += number
    return result, len(numbers), sorted(options)


def remember(item, box=[]):
    box.append(item)
    return box


def divide(a, b, /):
    return a // b, a % b


print(greet("Ada"))
print(greet("Ada", "Bye"), greet(greeting="Hi", name="Bob"), greet("Cy", mark="?"))
print(total(), total(1, 2, 3), total(*[4, 5], start=10, unit="m", **{"scale": 2}))
print(remember(1), remember(2), remember(3, []))
print(divide(17, 5))
print((lambda x, y=2: x**y)(5), [f(3) for f in (lambda x: x + 1, lambda x: x * 2)])

for wrong in (
    lambda: greet(),
    lambda: greet("a", "b", "c"),
    lambda: greet("a", name="b"),
    lambda: greet("a", volume=11),
    lambda: divide(1),
):
    try:
        wrong()
    except TypeError as error:
        print("TypeError:", error)


def nothing():
    pass


print(nothing(), nothing.__name__, callable(nothing), callable(3))
