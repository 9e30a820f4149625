import asyncio


async def child(name):
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def parent():
    try:
        await asyncio.gather(child("a"), child("b"), child("c"))
    finally:
        print("parent leaves")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main sees CancelledError")


asyncio.run(main())
