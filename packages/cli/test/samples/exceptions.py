def parse(text):
    try:
        value = int(text)
    except ValueError as error:
        print("  not a number:", error)
        return None
    else:
        print("  parsed", value)
        return value
    finally:
        print("  done with", repr(text))


for text in ("42", "forty-two", " 7 "):
    print(parse(text))


def loop():
    for i in range(3):
        try:
            if i == 0:
                continue
            if i == 1:
                return "returned"
        finally:
            print("finally", i)


print(loop())


def override():
    try:
        raise ValueError("lost")
    finally:
        return "from finally"


print(override())


class AppError(Exception):
    def __init__(self, code, message):
        super().__init__(message)
        self.code = code


class NotFound(AppError):
    pass


def handle(error):
    try:
        raise error
    except NotFound as e:
        return "not found", e.code, str(e)
    except (AppError, KeyError) as e:
        return type(e).__name__, e.args
    except Exception as e:
        return "other", repr(e)


print(handle(NotFound(404, "no page")))
print(handle(AppError(500, "broken")))
print(handle(KeyError("key")))
print(handle(ZeroDivisionError("by hand")))
print(handle(Exception()), handle(Exception(1, "two")))

for action in (
    lambda: 1 / 0,
    lambda: 1 % 0,
    lambda: [1, 2][5],
    lambda: {"a": 1}["b"],
    lambda: "a" + 1,
    lambda: int("x"),
    lambda: None.name,
    lambda: len(5),
    lambda: [] < 3,
    lambda: {[]: 1},
    lambda: float("abc"),
    lambda: (1, 2).index(3),
    lambda: "abc".index("z"),
    lambda: next(iter([])),
):
    try:
        action()
    except Exception as e:
        print(f"{type(e).__name__}: {e}")

try:
    assert 1 + 1 == 3, "arithmetic is safe"
except AssertionError as e:
    print("AssertionError:", e)
