import asyncio


async def answer(turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    return "answer"


async def fail():
    await asyncio.sleep(0)
    raise OSError("connection lost")


async def main():
    print(await asyncio.wait_for(answer(3), timeout=30))
    print(await asyncio.wait_for(answer(0), 30))
    print(await asyncio.wait_for(answer(1), None))
    task = asyncio.create_task(answer(2))
    print(await asyncio.wait_for(task, timeout=30), task.done())
    try:
        await asyncio.wait_for(fail(), timeout=30)
    except OSError as error:
        print("OSError:", error)


asyncio.run(main())
