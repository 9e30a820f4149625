import asyncio


class Ticker:
    def __init__(self, count):
        self.count = count

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.count == 0:
            raise StopAsyncIteration
        self.count -= 1
        await asyncio.sleep(0)
        return self.count


async def main():
    async for tick in Ticker(3):
        print("tick", tick)
    else:
        print("all ticks seen")
    async for tick in Ticker(5):
        if tick == 3:
            continue
        if tick < 2:
            break
        print("tick", tick)
    else:
        print("not printed")


asyncio.run(main())
