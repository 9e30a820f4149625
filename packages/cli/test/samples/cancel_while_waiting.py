import asyncio


async def waits_for(task):
    try:
        return await task
    except asyncio.CancelledError:
        print("the waiter is cancelled, its task too:", task.cancelling() > 0)
        raise


async def leaf():
    try:
        await asyncio.Event().wait()
    finally:
        print("leaf ends")


async def main():
    inner = asyncio.create_task(leaf())
    outer = asyncio.create_task(waits_for(inner))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    outer.cancel()
    for task in (outer, inner):
        try:
            await task
        except asyncio.CancelledError:
            print("done")
    print(outer.cancelled(), inner.cancelled())


asyncio.run(main())
