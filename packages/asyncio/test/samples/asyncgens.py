"""Asynchronous generators and the loop."""

import asyncio


async def numbers(name, n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1)
            yield i
    finally:
        await asyncio.sleep(0)
        print(name, "closed")


async def consume(name, limit):
    async for i in numbers(name, 5):
        if i == limit:
            print(name, "leaves at", i)
            return i


async def main():
    async for i in numbers("all", 3):
        print(i)
    kept = numbers("kept", 5)
    async for i in kept:
        if i == 1:
            break
    print("still open")
    print(await kept.__anext__())
    await kept.aclose()
    print("closed by hand")
    try:
        await kept.__anext__()
    except StopAsyncIteration:
        print("over")
    cancelled = asyncio.create_task(consume("cancelled", 9))
    await asyncio.sleep(0.25)
    cancelled.cancel()
    print(await asyncio.gather(cancelled, return_exceptions=True))
    global left
    left = numbers("left", 5)
    print(await left.__anext__())
    print("main ends")


left = None

if __name__ == "__main__":
    asyncio.run(main())
