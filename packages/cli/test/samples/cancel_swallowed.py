import asyncio


async def stubborn(times):
    refused = 0
    while True:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            refused += 1
            print("no, I stay", refused)
            if refused == times:
                break
    return f"left after {refused} requests"


async def replaces():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise RuntimeError("cleanup failed")


async def main():
    task = asyncio.create_task(stubborn(3))
    await asyncio.sleep(0)
    for _ in range(3):
        task.cancel()
        await asyncio.sleep(0)
    print(await task, task.cancelled(), task.cancelling())

    task = asyncio.create_task(replaces())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as error:
        print(error, "- because of", type(error.__context__).__name__, task.cancelled())


asyncio.run(main())
