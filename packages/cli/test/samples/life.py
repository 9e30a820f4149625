def parse(picture):
    return {(x, y) for y, row in enumerate(picture.split("\n")) for x, cell in enumerate(row) if cell == "#"}


def neighbours(cell):
    x, y = cell
    return [(x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1) if (dx, dy) != (0, 0)]


def step(cells):
    counts = {}
    for cell in cells:
        for near in neighbours(cell):
            counts[near] = counts.get(near, 0) + 1
    return {cell for cell, n in counts.items() if n == 3 or (n == 2 and cell in cells)}


def show(cells, width, height):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(width)) for y in range(height))


glider = parse(".#.\n..#\n###")
for generation in range(4):
    print(f"generation {generation}: {len(glider)} cells")
    print(show(glider, 5, 4))
    glider = step(glider)
print(sorted(glider) == sorted((x + 1, y + 1) for x, y in parse(".#.\n..#\n###")))
