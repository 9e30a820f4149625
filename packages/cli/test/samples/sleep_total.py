import asyncio
import time


async def nap(seconds):
    await asyncio.sleep(seconds)
    return seconds


async def main():
    started = time.monotonic()
    naps = await asyncio.gather(*[nap(0.2) for _ in range(50)], nap(0.1), nap(0.15))
    elapsed = time.monotonic() - started
    print(naps[-3:], "at least the longest:", elapsed >= 0.199, "much less than the sum:", elapsed < 8)
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0.05)
    print("loop.time goes on:", loop.time() - before >= 0.049)


asyncio.run(main())
