import asyncio


async def runner(name, start):
    print(name, "ready")
    await start.wait()
    print(name, "runs")
    return name


async def main():
    start = asyncio.Event()
    print(start.is_set())
    tasks = [asyncio.create_task(runner(f"runner {n}", start)) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    print("bang")
    start.set()
    start.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([result if isinstance(result, str) else "out" for result in results])
    print(await start.wait(), start.is_set())
    start.clear()
    print(start.is_set())


asyncio.run(main())
