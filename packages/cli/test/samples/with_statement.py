class Managed:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind.__name__ if kind else None, repr(error))
        return self.swallow


with Managed("a") as a, Managed("b") as b:
    print(a, b)

with Managed("outer", swallow=True):
    with Managed("inner"):
        raise ValueError("swallowed by outer")
print("goes on")


def early():
    with Managed("early"):
        return "result"


print(early())
for i in range(3):
    with Managed(f"loop {i}"):
        if i == 0:
            continue
        break
try:
    with Managed("raises"):
        raise KeyError("out")
except KeyError as error:
    print("caught", error)


class Broken:
    def __enter__(self):
        raise RuntimeError("cannot enter")

    def __exit__(self, *args):
        print("not printed")


try:
    with Managed("around"), Broken():
        print("not printed")
except RuntimeError as error:
    print("RuntimeError:", error)
try:
    with 5:
        pass
except TypeError as error:
    print("TypeError:", error)
