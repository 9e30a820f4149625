class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError(f"area of {self.name}")

    def describe(self):
        return f"{self.name}: {self.area():.2f}"


class Circle(Shape):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius**2


class Rectangle(Shape):
    def __init__(self, width, height, name="rectangle"):
        super().__init__(name)
        self.width, self.height = width, height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side, name="square")

    def describe(self):
        return super().describe() + " (a square)"


shapes = [Circle(2), Rectangle(3, 4), Square(5)]
for shape in shapes:
    print(shape.describe(), isinstance(shape, Rectangle), type(shape).__name__)
print(Shape.count, Square.count, issubclass(Square, Shape), issubclass(Circle, Rectangle))
print(sum(shape.area() for shape in shapes if isinstance(shape, (Rectangle, Square))))
try:
    Shape("blob").describe()
except NotImplementedError as error:
    print("NotImplementedError:", error)
print(Square.__name__, Square.__mro__[1].__name__)
