import asyncio

STOP = object()


async def read(lines, out):
    for line in lines:
        await out.put(line)
    await out.put(STOP)


async def split(source, out):
    while True:
        line = await source.get()
        if line is STOP:
            break
        for word in line.lower().split():
            await out.put(word.strip(".,!?"))
    await out.put(STOP)


async def count(source):
    counts = {}
    while True:
        word = await source.get()
        if word is STOP:
            return counts
        counts[word] = counts.get(word, 0) + 1


async def main():
    text = ["The cat sat.", "The dog sat, too!", "Did the cat see the dog?"]
    lines, words = asyncio.Queue(1), asyncio.Queue(2)
    *_, counts = await asyncio.gather(read(text, lines), split(lines, words), count(words))
    for word, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"{word:>5} {'#' * n}")


asyncio.run(main())
