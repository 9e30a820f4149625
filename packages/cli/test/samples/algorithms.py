import asyncio, heapq, itertools, math, string, operator, bisect, copy
from typing import Any, Callable, Iterable, Iterator, Optional

Grid = list[list[int]]


def dijkstra(graph: dict[str, dict[str, int]], start: str) -> dict[str, float]:
    dist = {node: math.inf for node in graph}
    dist[start] = 0
    heap: list[tuple[float, str]] = [(0, start)]
    while heap:
        d, node = heapq.heappop(heap)
        if d > dist[node]:
            continue
        for other, w in graph[node].items():
            if (nd := d + w) < dist[other]:
                dist[other] = nd
                heapq.heappush(heap, (nd, other))
    return dist


def sieve(n: int) -> Iterator[int]:
    flags = [True] * (n + 1)
    for p in range(2, n + 1):
        if flags[p]:
            yield p
            flags[p * p :: p] = [False] * len(flags[p * p :: p])


def caesar(text: str, k: int) -> str:
    out = []
    for ch in text:
        if ch in string.ascii_lowercase:
            out.append(chr((ord(ch) - 97 + k) % 26 + 97))
        elif ch.isupper():
            out.append(chr((ord(ch) - 65 + k) % 26 + 65))
        else:
            out.append(ch)
    return "".join(out)


def roman(n):
    table = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    s = ""
    for v, r in table:
        q, n = divmod(n, v)
        s += r * q
    return s


class Matrix:
    def __init__(self, rows): self.rows = [list(r) for r in rows]
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __eq__(self, o): return self.rows == o.rows
    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1: result = result @ base
            base = base @ base
            n >>= 1
        return result
    def __str__(self): return "\n".join(" ".join(map(str, r)) for r in self.rows)


graph = {"a": {"b": 7, "c": 3}, "b": {"d": 2}, "c": {"b": 1, "d": 8}, "d": {}}
print(dijkstra(graph, "a"), list(sieve(40)), caesar("Hello, World!", 3), caesar(caesar("abcXYZ", 5), -5))
print([roman(n) for n in (4, 9, 14, 1994, 2024)], Matrix([[1, 1], [1, 0]]) ** 90)
print(list(itertools.chain.from_iterable([[1], [2, 3]])), list(itertools.accumulate([1, 2, 3], operator.mul)), [list(g) for _, g in itertools.groupby("aabccc")])
print(list(itertools.product("ab", repeat=2))[:3], list(itertools.combinations(range(4), 2))[-1], list(itertools.zip_longest("ab", "c", fillvalue="-")))
xs = [1, 3, 5]
bisect.insort(xs, 4)
ys = copy.deepcopy({"a": [xs]})
ys["a"][0].append(99)
print(xs, ys, math.comb(10, 3), math.prod(range(1, 6)), math.sqrt(2), math.sin(1), math.log(10), math.exp(1.5))
def collatz(n):
    steps = 0
    while n != 1:
        n, steps = (n // 2 if n % 2 == 0 else 3 * n + 1), steps + 1
    return steps
print(max(range(1, 3000), key=collatz), sum(collatz(i) for i in range(1, 500)))
fib = [0, 1]
while len(fib) < 120: fib.append(fib[-1] + fib[-2])
print(fib[-1], sum(fib) % 1000007, str(fib[100])[::-1])
text = """It was the best of times, it was the worst of times"""
words = [w.strip(",").lower() for w in text.split()]
print({w: words.count(w) for w in sorted(set(words)) if words.count(w) > 1})
print("\n".join(f"{n:>3} {n:#06b} {n:o} {n:x} {chr(n)!r}" for n in (65, 97, 126)))
def apply(fs: Iterable[Callable[[Any], Any]], x: Optional[int] = None):
    return [f(x or 0) for f in fs]
print(apply([abs, str, lambda v: v + 1, float, bool, hex], -5), apply([int]))
print(sorted({"b": 2, "a": 1}.items(), key=operator.itemgetter(1), reverse=True), [*map(pow, [2, 3], [3, 2])])
