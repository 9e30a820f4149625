xs = [3, 1, 2]
xs.append(5)
xs.extend([4, 6])
xs.insert(1, 9)
print(xs, len(xs), xs[0], xs[-1], xs[1:4], xs[::-1], xs[-3:], xs[5:1:-2])
print(xs.pop(), xs.pop(0), xs.index(2), xs.count(1), 9 in xs, 7 not in xs)
xs.remove(9)
xs.reverse()
print(xs, sorted(xs), sorted(xs, reverse=True), xs)
xs.sort()
print(xs, min(xs), max(xs), sum(xs), xs + [7], xs * 2, [0] * 3, xs == [1, 2, 4, 5])
xs[1] = 20
xs[2:] = [7, 8, 9]
print(xs)
del xs[0]
del xs[1:3]
print(xs)
xs[::2] = ["a"]
print(xs, xs.copy() is xs, list("abc"), list(range(3)), list((1, 2)), [])
same = other = [1]
same += (2, 3)
print(other, other is same)
same = same + [4]
print(other, same)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid, [row[:] for row in grid], [[]] * 2)
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [1] == [1.0], [] == [], [[1], [2]] == [[1], [2]])
print(any([0, "", None]), all([1, "x"]), all([]), any([]), bool([]), bool([0]))
print(list(zip([1, 2, 3], "ab")), list(map(str, [1, 2])), list(filter(None, [0, 1, 2])), list(enumerate("ab")))
print(list(reversed([1, 2, 3])), [*range(3), *"ab"], list(range(10, 0, -3)), range(3), range(1, 10, 2)[2], 5 in range(0, 10, 5))
numbers = [1, 2, 3, 4, 5, 6]
print([n for n in numbers if n % 2], numbers[len(numbers) // 2], numbers[:-2], numbers[-100:2])
for action in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1][1], lambda: [1]["a"], lambda: [1].index(3)):
    try:
        action()
    except (IndexError, ValueError, TypeError) as error:
        print(type(error).__name__, error)
nested = [1, [2, [3, [4]]]]
nested.append(nested[1][1])
print(nested, str([None, True, 1.0, "s", (1,), {"a": [1]}, {1}]))
xs = [1, 2]
xs.append(xs)
print(xs, len(xs), xs.clear(), xs)
