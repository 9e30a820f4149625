class Pages:
    def __init__(self, items, size):
        self.items = items
        self.size = size
        self.at = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= len(self.items):
            raise StopIteration
        page = self.items[self.at : self.at + self.size]
        self.at += self.size
        return page


for page in Pages(list(range(7)), 3):
    print(page)
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "end"))
pairs = iter("abcdef")
print(list(zip(pairs, pairs)))
m = map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6, 7])
print(next(m), list(m))
e = enumerate(["x", "y"], 10)
print(next(e), list(e))
z = zip("ab", [1, 2], (True, False))
print(list(z), list(z))
print(list(iter(lambda c=iter([3, 2, 0, 5]): next(c), 0)), list(reversed(range(4))))
print(sum(map(len, ["a", "bb"])), list(filter(lambda n: n % 2, range(6))), max([3, 9, 4], key=lambda n: -n))
try:
    iter(5)
except TypeError as error:
    print("TypeError:", error)
try:
    next([1])
except TypeError as error:
    print("TypeError:", error)
