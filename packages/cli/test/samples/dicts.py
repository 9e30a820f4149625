ages = {"ann": 30, "bob": 25}
ages["cy"] = 41
print(ages, len(ages), ages["ann"], "bob" in ages, "dan" in ages, ages.get("dan"), ages.get("dan", 0))
print(list(ages), list(ages.keys()), list(ages.values()), list(ages.items()))
for name, age in ages.items():
    print(name, age)
ages.update({"ann": 31, "eve": 22}, dan=50)
print(ages, ages.pop("bob"), ages.pop("zed", None), ages.setdefault("fay", []), ages.setdefault("ann", 0))
del ages["cy"]
print(ages, ages.popitem(), {**ages, "x": 1}, ages | {"y": 2}, dict(a=1, b=2), dict([("k", "v")]))
d = {1: "a"}
d[1.0] = "b"
d[True] = "c"
d[(1, 2)] = "t"
d[(1.0, 2)] = "u"
d[None] = 0
print(d, d[1], 1.0 in d)
print({x: x * x for x in range(4)}, {v: k for k, v in {"a": 1, "b": 2}.items()}, {}, dict())
print({"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: 1} == {1: 1.0}, {"a": {"b": [1]}})
counts = {}
for letter in "mississippi":
    counts[letter] = counts.get(letter, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts), sorted(counts.items(), key=lambda item: (-item[1], item[0])))
groups = {}
for word in ["apple", "bob", "avocado", "berry", "cat"]:
    groups.setdefault(word[0], []).append(word)
print(groups)
print({1, 2} == {2, 1}, ages.keys() & {"ann", "zoe"}, bool({}), bool({0: 0}), dict.fromkeys("ab", 0))
d = {"x": 1, "y": 2, "z": 3}
d["x"] = d.pop("y")
print(d, list(reversed(d)), min(d.values()), sum(d.values()))
for action in (lambda: d["nope"], lambda: d.pop("nope"), lambda: {}.popitem(), lambda: {[1]: 2}, lambda: {{}: 1}):
    try:
        action()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
try:
    for key in d:
        d[key + "!"] = 0
except RuntimeError as error:
    print("RuntimeError:", error)
copy = d.copy()
copy.clear()
print(copy, len(d) > 0)
