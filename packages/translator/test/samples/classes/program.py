class Animal:
    count = 0
    registry = []

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.count += 1
        self.registry.append(name)

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    def __eq__(self, other):
        if not isinstance(other, Animal):
            return NotImplemented
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)

    @property
    def loud(self):
        return self.sound.upper()

    @loud.setter
    def loud(self, value):
        self.sound = value.lower()

    @staticmethod
    def kinds():
        return ["dog", "cat"]

    @classmethod
    def make(cls, name):
        return cls(name)


class Dog(Animal):
    def __init__(self, name, breed, *, age=1):
        super().__init__(name, "Woof")
        self.breed = breed
        self.age = age

    def speak(self):
        return super().speak() + "!"

    @classmethod
    def make(cls, name):
        return cls(name, "mutt", age=3)


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __bool__(self):
        return bool(self.x or self.y)

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __setitem__(self, i, v):
        if i == 0:
            self.x = v
        else:
            self.y = v

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, v):
        return v == self.x or v == self.y

    def __call__(self, *args, **kw):
        return args, kw

    def __lt__(self, o):
        return (self.x, self.y) < (o.x, o.y)

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __format__(self, spec):
        return f"vec:{spec}"

    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self


class Lazy:
    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"no {name}")
        return f"lazy {name}"


class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class Stack:
    def __init__(self):
        self._items = []

    def push(self, item):
        self._items.append(item)
        return self

    def pop(self):
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)


class Temp:
    scale = 2

    def __init__(self, c):
        self.__c = c

    @property
    def f(self):
        return self.__c * 9 / 5 + 32

    def method(self):
        return self.scale


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    pass


a = Animal("Cat", "Meow")
d = Dog("Rex", breed="lab")
print(a.speak(), d.speak(), a, d, d.age, d.breed)
print(Animal.count, Dog.count, a.registry is d.registry, Animal.registry)
print(a == Animal("Cat"), a == d, a != d, a == 5, len({a, Animal("Cat")}))
a.loud = "PURR"
print(a.loud, a.sound, Animal.kinds(), d.kinds(), Dog.make("Pup").age, Animal.make("X").name)
print(isinstance(d, Animal), issubclass(Dog, Animal), type(d) is Dog, type(d).__name__)
v = Vec(1, 2)
w = v + Vec(3, 4)
print(w, 2 * w, w * 2, -w, bool(Vec(0, 0)), len(v), v[1], list(v), 2 in v, v(1, k=2), v < w, f"{v:abc}", f"{v!s}")
v += Vec(10, 10)
v[0] = 100
x, y = v
print(v, x, y, sorted([Vec(3, 1), Vec(1, 2)])[0])
lazy = Lazy()
print(lazy.anything)
try:
    lazy.nothing
except AttributeError as e:
    print("AttributeError", e)
n = Node(1, Node(2, Node(3)))
total = 0
while n is not None:
    total += n.value
    n = n.next
print(total)
s = Stack()
s.push(1).push(2)
print(len(s), s.pop(), s.pop())
try:
    s.pop()
except IndexError as e:
    print(e)
t = Temp(100)
print(t.f, t.method(), Temp.scale)
t.scale = 5
Temp.scale = 3
print(t.method(), Temp(0).method(), hasattr(t, "__c"), t._Temp__c)
try:
    raise NotFound(404, "missing")
except AppError as e:
    print(type(e).__name__, e.code, e, e.args)
m = a.speak
print(m(), callable(m), getattr(a, "name"), getattr(a, "nope", "dflt"), hasattr(a, "nope"))
setattr(a, "extra", 1)
print(a.extra, a.__dict__ if False else "")
try:
    Dog("x")
except TypeError as e:
    print(e)
try:
    a.speak(1)
except TypeError as e:
    print(e)
try:
    a.missing()
except AttributeError as e:
    print(e)
