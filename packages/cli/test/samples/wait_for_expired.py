import asyncio


async def fetch(name):
    print(name, "opens")
    try:
        await asyncio.sleep(60)
        return "never"
    except asyncio.CancelledError:
        print(name, "is cancelled")
        raise
    finally:
        await asyncio.sleep(0.01)
        print(name, "closes")


async def main():
    try:
        await asyncio.wait_for(fetch("first"), timeout=0.05)
    except TimeoutError:
        print("first timed out")

    task = asyncio.create_task(fetch("second"))
    try:
        await asyncio.wait_for(task, timeout=0.01)
    except asyncio.TimeoutError as error:
        print("second timed out", repr(error), task.cancelled())

    try:
        await asyncio.wait_for(fetch("third"), timeout=0)
    except TimeoutError:
        print("third timed out at once")

    outer = asyncio.create_task(asyncio.wait_for(fetch("fourth"), timeout=60))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("fourth was cancelled from outside")
    print(TimeoutError is asyncio.TimeoutError)


asyncio.run(main())
