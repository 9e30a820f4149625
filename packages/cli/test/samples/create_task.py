import asyncio


async def greet(name, turns):
    print(f"{name}: hello")
    for _ in range(turns):
        await asyncio.sleep(0)
    print(f"{name}: bye")
    return len(name)


async def main():
    print("main: before")
    first = asyncio.create_task(greet("Ada", 2))
    second = asyncio.create_task(greet("Grace", 1), name="admiral")
    print("main: nothing has started yet")
    await asyncio.sleep(0)
    print("main: both have started")
    print(first.done(), second.done(), second.get_name())
    print(await first, await second)
    print(first.done(), second.done(), first.result())
    print(await first)


asyncio.run(main())
