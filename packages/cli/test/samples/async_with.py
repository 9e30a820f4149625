import asyncio


class Connection:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        await asyncio.sleep(0)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, error, traceback):
        await asyncio.sleep(0)
        print("close", self.name, kind.__name__ if kind else None, error)
        return self.swallow


async def query(number):
    async with Connection("one") as one, Connection("two", swallow=True) as two:
        if number == 0:
            raise KeyError("zero")
        return f"{number} by {one.name} and {two.name}"


async def main():
    print(await query(7))
    print(await query(0))
    for attempt in range(3):
        async with Connection(f"try {attempt}"):
            if attempt == 1:
                break
    task = asyncio.create_task(hold())
    await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.wait_for(asyncio.gather(task, return_exceptions=True), 10)


async def hold():
    async with Connection("held"):
        await asyncio.sleep(60)


asyncio.run(main())
