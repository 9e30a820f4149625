def find(needle, haystack):
    for index, item in enumerate(haystack):
        if item == needle:
            print("found at", index)
            break
    else:
        print("not found")


find(3, [1, 2, 3, 4])
find(9, [1, 2, 3, 4])

n, steps = 27, 0
while n != 1:
    n = n // 2 if n % 2 == 0 else 3 * n + 1
    steps += 1
else:
    print("collatz", steps)

while True:
    steps -= 1
    if steps % 7:
        continue
    if steps < 50:
        break
    print("multiple", steps)
print("left with", steps)

for i in range(2):
    for j in range(3):
        if j == 1:
            continue
        if i == 1:
            break
        print(i, j)
    else:
        print("row", i, "complete")

for i in range(5):
    i *= 2
    print(i, end=" ")
print(i)
for i in []:
    pass
else:
    print("empty loops have an else, too; i is", i)
xs = [1, 2, 3]
for x in xs:
    if x < 3:
        xs.append(x + 10)
print(xs)
for i in range(10, 0, -4):
    print(i, end=",")
print()
for a, b in zip(range(3), "xyz"):
    print(a, b)
if not xs:
    print("no")
elif len(xs) > 4:
    print("many")
else:
    print("few")
print("yes" if xs and xs[0] == 1 else "no", 0 or "default", 1 and 2, not 1, None or 0 or [], 3 < 5 < 7, 1 < 3 > 2)
