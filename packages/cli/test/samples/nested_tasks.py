import asyncio


async def tree(depth, path="r"):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    children = [asyncio.create_task(tree(depth - 1, f"{path}{i}")) for i in range(2)]
    counts = [await child for child in children]
    print(path, counts)
    return sum(counts) + 1


async def countdown(n):
    if n == 0:
        await asyncio.sleep(0)
        return 0
    return 1 + await countdown(n - 1)


async def main():
    print(await tree(3))
    print(await countdown(100))
    current = asyncio.current_task()
    print(current.get_name() == asyncio.create_task(tree(0), name=current.get_name()).get_name())
    names = []

    async def note():
        names.append(asyncio.current_task().get_name())

    await asyncio.gather(*[asyncio.create_task(note(), name=f"n{i}") for i in range(3)])
    print(names)


asyncio.run(main())
