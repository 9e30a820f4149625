import asyncio


class ConnectionLost(Exception):
    pass


async def poll(n):
    await asyncio.sleep(0)
    if n == 0:
        raise ConnectionLost("server went away")
    await poll(n - 1)


async def main():
    try:
        await poll(3)
    finally:
        print("cleaning up")
    print("not reached")


asyncio.run(main())
