def count(start, stop):
    try:
        while start < stop:
            yield start
            start += 1
    finally:
        print("count ends at", start)


def flatten(items):
    for item in items:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


def averager():
    total, n, average = 0, 0, None
    while True:
        value = yield average
        if value is None:
            return "finished"
        total += value
        n += 1
        average = total / n


def delegate(results):
    results.append((yield from averager()))
    yield "after"


print(list(count(0, 3)))
for n in count(5, 100):
    if n == 7:
        break
numbers = count(0, 10)
for n in numbers:
    if n == 1:
        break
print("still open:", next(numbers), next(numbers))
numbers.close()
print(list(numbers), next(numbers, "default"))
print(list(flatten([1, [2, [3, [4]], 5]])), sum(flatten([[1], [2]])))

average = averager()
next(average)
print(average.send(10), average.send(20), average.send(3))
results = []
wrapped = delegate(results)
next(wrapped)
print(wrapped.send(4), wrapped.send(None), results)


def guarded():
    while True:
        try:
            yield "waiting"
        except ValueError as error:
            yield f"caught {error}"


g = guarded()
print(next(g), g.throw(ValueError("bad")), next(g))
g.close()
try:
    next(g)
except StopIteration as stop:
    print("StopIteration", stop.value)


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, iterable):
    return [value for _, value in zip(range(n), iterable)]


print(take(10, fibonacci()), take(3, (c for c in "lazy")))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1


print(list(Countdown(3)), 2 in Countdown(3), dict.fromkeys(Countdown(2)), sorted(Countdown(4)))


def leaks():
    next(iter([]))
    yield 1


try:
    list(leaks())
except RuntimeError as error:
    print("RuntimeError:", error)
