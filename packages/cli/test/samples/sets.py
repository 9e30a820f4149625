a = {1, 2, 3, 4}
b = {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= b, {3} < b, a.isdisjoint({9}))
a.add(10)
a.discard(1)
a.discard(99)
a.update([20, 30])
print(sorted(a), len(a), 10 in a, set(), {1}, {1.0, 1, True}, frozenset([1]))
print(sorted(set("hello")), len(set([1, 1.0, True])), set() == set([]), {1, 2} == {2, 1})
print(sorted({x % 3 for x in range(10)}), sorted(a.union([1], [2])), sorted(a.intersection([10, 20, 7])))
unique = []
seen = set()
for item in [3, 1, 3, 2, 1]:
    if item not in seen:
        seen.add(item)
        unique.append(item)
print(unique, {frozenset({1, 2}): "x"}[frozenset({2, 1})], bool(set()))
a &= {10, 20}
print(sorted(a), {10, 20}.issubset({10, 20, 30}), a.issuperset({10}), a.copy() is a)
try:
    a.remove(5)
except KeyError as error:
    print("KeyError:", error)
try:
    {[1]}
except TypeError as error:
    print("TypeError:", error)
