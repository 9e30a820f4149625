import asyncio


async def work(name, turns, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
        if error is not None:
            raise error
        return name
    finally:
        print(name, "ends")


async def main():
    results = await asyncio.gather(
        work("a", 1), work("b", 2, ValueError("b failed")), work("c", 0, KeyError("c")), return_exceptions=True
    )
    print(results)

    slow = asyncio.create_task(work("slow", 5))
    try:
        await asyncio.gather(work("d", 1), work("e", 2, RuntimeError("e failed")), slow)
    except RuntimeError as error:
        print("gather raised:", error, "- slow is done:", slow.done())
    print(await slow)

    stopped = asyncio.create_task(work("stopped", 100))
    await asyncio.sleep(0)
    stopped.cancel()
    results = await asyncio.gather(stopped, work("f", 1), return_exceptions=True)
    print([type(result).__name__ for result in results])


asyncio.run(main())
