import math
import random


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.n, self.m = len(self.rows), len(self.rows[0])

    @classmethod
    def identity(cls, n):
        return cls([[1 if i == j else 0 for j in range(n)] for i in range(n)])

    @classmethod
    def zeros(cls, n, m=None):
        return cls([[0] * (m or n) for _ in range(n)])

    def __matmul__(self, other):
        if self.m != other.n:
            raise ValueError(f"shape mismatch: {self.n}x{self.m} @ {other.n}x{other.m}")
        out = Matrix.zeros(self.n, other.m)
        for i in range(self.n):
            for j in range(other.m):
                out[i, j] = sum(self[i, k] * other[k, j] for k in range(self.m))
        return out

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __pow__(self, k):
        result, base = Matrix.identity(self.n), self
        while k:
            if k & 1:
                result = result @ base
            base = base @ base
            k >>= 1
        return result

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        if self.n == 1:
            return self[0, 0]
        total = 0
        for c in range(self.n):
            minor = Matrix([row[:c] + row[c + 1 :] for row in self.rows[1:]])
            total += (-1) ** c * self[0, c] * minor.det()
        return total

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __repr__(self):
        return "Matrix(" + "; ".join(" ".join(f"{v:g}" for v in row) for row in self.rows) + ")"


fib = Matrix([[1, 1], [1, 0]])
print(fib**10, (fib**90)[0, 1])
print(fib.T == fib, Matrix([[1, 2, 3], [4, 5, 6]]).T, Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).det())
try:
    fib @ Matrix([[1, 2, 3]])
except ValueError as e:
    print(e)
print(math.sqrt(2), math.pi, math.floor(-2.5), math.ceil(2.1), math.gcd(12, 18), math.factorial(10), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.log(8, 2), math.inf)
random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(10), 3))
deck = list(range(8))
random.shuffle(deck)
print(deck, round(random.gauss(0, 1), 6), random.uniform(1, 2))


def primes(limit):
    sieve = [True] * (limit + 1)
    for p in range(2, int(limit**0.5) + 1):
        if sieve[p]:
            sieve[p * p :: p] = [False] * len(range(p * p, limit + 1, p))
    return [i for i, is_p in enumerate(sieve) if i >= 2 and is_p]


print(primes(50), sum(primes(1000)))


def newton(f, df, x, tol=1e-12, max_iter=50):
    for step in range(1, max_iter + 1):
        fx = f(x)
        if abs(fx) < tol:
            return x, step
        x -= fx / df(x)
    raise RuntimeError("no convergence")


root, steps = newton(lambda x: x**3 - 2 * x - 5, lambda x: 3 * x**2 - 2, 2.0)
print(f"{root:.10f} in {steps}")
words = "the quick brown fox jumps over the lazy dog the end".split()
freq = {}
for w in words:
    freq[w] = freq.get(w, 0) + 1
for word, count in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3]:
    print(f"{word:<8}|{count:>3}|{'*' * count}")
table = [[f"{i * j:3d}" for j in range(1, 5)] for i in range(1, 4)]
print("\n".join(" ".join(r) for r in table))
a, b = 0, 1
while a < 100:
    print(a, end=" ")
    a, b = b, a + b
print()
hanoi = []


def move(n, src="A", dst="C", via="B"):
    if n:
        move(n - 1, src, via, dst)
        hanoi.append(f"{src}{dst}")
        move(n - 1, via, dst, src)


move(3)
print(hanoi, 0x1F, 0b101, 0o17, 1_000_000, 1e3, 5 // 2 * 2.0, -5 % 3, 2**100 % 97, ~0, True + 1)
