words = ["banana", "Apple", "cherry", "fig", "date"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
people = [("Ann", 30), ("Bob", 25), ("Cy", 30), ("Di", 25)]
people.sort(key=lambda person: person[1])
print(people)
people.sort(key=lambda person: (-person[1], person[0]), reverse=False)
print(people)
people.sort(key=lambda person: person[1], reverse=True)
print(people)
print(sorted([3, 1.5, 2, True]), sorted("hello"), sorted({"b": 1, "a": 2}), sorted([(1, "b"), (1, "a")]))
print(min(words, key=len), max(words, key=lambda w: (len(w), w)), min([], default="empty"), max(3, 7, 5))
calls = []
sorted([3, 1, 2], key=lambda n: calls.append(n) or n)
print(calls, sorted([[2], [1, 5], [1]]), sorted([None], key=str))


class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


print(sorted(map(Version, ["1.10", "1.9", "1.2.3", "0.12"])))
try:
    sorted([1, "a"])
except TypeError as error:
    print("TypeError:", error)
try:
    max([])
except ValueError as error:
    print("ValueError:", error)
