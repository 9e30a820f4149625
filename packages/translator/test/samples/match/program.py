class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


class Color:
    RED = 1
    BLUE = 2


def describe(v):
    match v:
        case True:
            return "true"
        case 0 | 1:
            return "zero or one"
        case None:
            return "none"
        case int(n) if n > 100:
            return f"big {n}"
        case str() as s:
            return f"str {s}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [1, *rest]:
            return f"starts with 1: {rest}"
        case (a, b):
            return f"pair {a} {b}"
        case [first, *mid, last]:
            return f"{first} {mid} {last}"
        case {"type": "point", "x": x, **rest}:
            return f"mapping {x} {rest}"
        case {"k": 1 | 2 as k}:
            return f"k {k}"
        case Point(0, y=0):
            return "origin"
        case Point(x=0, y=yy) | Point(x=yy, y=0):
            return f"axis {yy}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Color.BLUE:
            return "blue"
        case float():
            return "float"
        case _:
            return "other"


for v in (True, 1.0, 0, None, 200, 50, "hi", [], [5], [1, 2, 3], (7, 8), [4, 5, 6, 7], {"type": "point", "x": 1, "z": 2}, {"k": 2}, {"k": 3}, Point(0, 0), Point(0, 3), Point(4, 0), Point(2, 2), Point(1, 2), 2, 2.5, range(2), b"ab", {1, 2}):
    print(describe(v))


def loop(cmds):
    for cmd in cmds:
        match cmd.split():
            case ["go", ("north" | "south") as d]:
                print("going", d)
            case ["go", other]:
                print("cannot go", other)
                continue
            case ["quit"]:
                print("bye")
                break
        print("ok")


loop(["go north", "go up", "look", "quit", "go south"])
x = 5
match x:
    case y if y < 3:
        print("small")
print(y)
