print([x * x for x in range(5)], [x for x in range(20) if x % 2 if x % 3], [(x, y) for x in "ab" for y in range(2)])
print({x: len(x) for x in ["a", "bb"]}, sorted({c.lower() for c in "AaBb"}), sum(x for x in range(101)))
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [x for row in matrix for x in row], list(zip(*matrix)))
print([x if x > 2 else -x for x in range(5)], [y for x in range(4) if (y := x * 2) > 2], y)
x = "outer"
print([x for x in range(3)], x)
print(any(n > 3 for n in [1, 2, 5]), all(n > 0 for n in []), max((len(w), w) for w in ["hi", "hey"]))
squares = (n * n for n in range(4))
print(next(squares), list(squares), list(squares))
primes = [n for n in range(2, 50) if all(n % d for d in range(2, int(n**0.5) + 1))]
print(primes)
print([f"{i}{c}" for i, c in enumerate("abc")], dict(zip("abc", range(3))), ["".join(p) for p in zip("ab", "cd")])


def table(n):
    return "\n".join(" ".join(f"{i * j:3}" for j in range(1, n + 1)) for i in range(1, n + 1))


print(table(4))
order = []


def log(value):
    order.append(value)
    return value


print([log(x) + log(y) for x in (1, 2) for y in (10, 20)], order)
