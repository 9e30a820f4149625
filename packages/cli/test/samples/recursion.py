def hanoi(n, source="A", target="C", spare="B"):
    if n == 0:
        return []
    return hanoi(n - 1, source, spare, target) + [(source, target)] + hanoi(n - 1, spare, target, source)


def permutations(items):
    if not items:
        return [[]]
    return [[items[i], *rest] for i in range(len(items)) for rest in permutations(items[:i] + items[i + 1 :])]


def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1) if n == 0 else ackermann(m - 1, ackermann(m, n - 1))


def depth(tree):
    return 1 + max((depth(child) for child in tree), default=0)


print(len(hanoi(7)), " ".join(a + b for a, b in hanoi(3)))
print(permutations([1, 2, 3]), ackermann(2, 3), depth([[], [[], [[]]]]))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(is_even(50), is_odd(50))
