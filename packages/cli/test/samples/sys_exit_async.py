import asyncio
import sys


async def watch():
    try:
        await asyncio.sleep(60)
    finally:
        print("watch ends")


async def main():
    task = asyncio.create_task(watch())
    await asyncio.sleep(0)
    print("leaving", task.done())
    sys.exit("cannot go on")


asyncio.run(main())
