import itertools
import operator
import heapq
import string
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache, partial, reduce, total_ordering, wraps
from typing import Generic, TypeVar, Optional, TYPE_CHECKING

if TYPE_CHECKING:
    from somewhere import Thing

T = TypeVar("T")


class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = auto() if False else 3

    def pretty(self):
        return self.name.title()


class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list = field(default_factory=list)

    def total(self, n):
        return self.price * n


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0


@dataclass
class Sub(Item):
    extra: int = 5


@total_ordering
class Num:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __lt__(self, o):
        return self.v < o.v


def traced(fn):
    @wraps(fn)
    def inner(*a, **k):
        print("->", fn.__name__)
        return fn(*a, **k)

    return inner


@traced
def hello(name, greeting="hi"):
    return f"{greeting} {name}"


@lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


Point = namedtuple("Point", "x y")
Pair = namedtuple("Pair", ["a", "b"], defaults=[9])

print(Color.RED, Color.GREEN.value, Color.BLUE.name, Color("g"), Color["RED"], [c.name for c in Color], Color.RED.pretty(), Color.RED is Color(1), Color.RED == Color.GREEN)
print(Shape.SQUARE.value, Shape.CIRCLE.value, repr(Shape.CIRCLE), len(Shape), isinstance(Shape.CIRCLE, Shape))
s = Stack[int]()
s.push(1)
print(s.pop(), s.pop())
i = Item("a", tags=["t"])
j = Item("a", 1.0, ["t"])
print(i, i == j, i.total(3), Item("z").tags, Sub("q", extra=1))
print(Version(1, 2) < Version(1, 3), Version(1), sorted([Version(2), Version(1, 5)]), hash(Version(1)) == hash(Version(1)))
try:
    Version(1).major = 5
except Exception as e:
    print(type(e).__name__, e)
print(Num(1) <= Num(2), Num(3) >= Num(2), Num(1) != Num(1))
print(hello("bob"), hello.__name__, fib(50), fib.cache_info().hits > 0)
p = Point(1, y=2)
print(p, p.x, p[1], p._replace(x=5), Pair(1), p == (1, 2))
x, y = p
print(x, y)
c = Counter("mississippi")
print(c.most_common(2), c["z"], c + Counter("mm"))
d = defaultdict(list)
d["a"].append(1)
d["a"].append(2)
print(d, dict(d), d["zz"])
q = deque([1, 2, 3], maxlen=3)
q.append(4)
q.appendleft(0)
print(q, q.popleft(), len(q), list(q), q[0])
od = OrderedDict([("a", 1), ("b", 2)])
od.move_to_end("a")
print(od, list(od))
print(reduce(operator.add, [1, 2, 3], 10), partial(pow, 2)(5), list(map(operator.itemgetter(1), [(1, 2), (3, 4)])))
print(list(itertools.chain([1], [2])), list(itertools.islice(itertools.count(5), 3)), list(itertools.product("ab", repeat=2))[:2], list(itertools.groupby([1, 1, 2]))[0][0])
for k, g in itertools.groupby(sorted(["apple", "avocado", "bean"], key=lambda w: w[0]), key=lambda w: w[0]):
    print(k, list(g))
h = []
for v in [5, 1, 4]:
    heapq.heappush(h, v)
print(heapq.heappop(h), h, heapq.nlargest(1, [3, 9]), string.ascii_lowercase[:3])
