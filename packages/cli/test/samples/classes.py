class Point:
    """A point of the plane."""

    origin = (0, 0)

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Point(self.x * factor, self.y * factor)

    def __bool__(self):
        return bool(self.x or self.y)

    @property
    def length(self):
        return (self.x**2 + self.y**2) ** 0.5

    @classmethod
    def at_origin(cls):
        return cls(*cls.origin)

    @staticmethod
    def dimensions():
        return 2


p = Point(3, 4)
print(p, [p], str(p), repr(p))
print(p + Point(1, 1), p * 2, p.length)
print(p == Point(3, 4), p != Point(3, 4), p == "p", p is p)
print(bool(p), bool(Point.at_origin()), Point.dimensions(), p.dimensions())
print({Point(1, 2): "a", Point(1, 2): "b"}, Point(1, 2) in {Point(1, 2)})
p.x = 0
p.colour = "red"
print(p, p.colour, hasattr(p, "colour"), hasattr(p, "size"), getattr(p, "size", "none"))
method = p.__add__
print(method(Point(5, 5)))
print(type(p).__name__, isinstance(p, Point), isinstance(p, object), Point.__doc__)
try:
    p.size
except AttributeError as error:
    print("AttributeError:", error)
try:
    Point(1)
except TypeError as error:
    print("TypeError:", error)
try:
    p.length = 1
except AttributeError as error:
    print("AttributeError:", error)
