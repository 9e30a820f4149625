"""The same workloads on CPython's asyncio. Prints one JSON object: nanoseconds of process time per operation, by row."""

import asyncio
import json
import random
import sys
import time


async def lock_free(n):
    lock = asyncio.Lock()
    for _ in range(n):
        async with lock:
            pass


async def semaphore_free(n):
    semaphore = asyncio.Semaphore(1)
    for _ in range(n):
        async with semaphore:
            pass


async def notify_permit(n):
    event = asyncio.Event()
    for _ in range(n):
        event.set()
        await event.wait()
        event.clear()


async def lock_contended(n):
    lock = asyncio.Lock()

    async def contend():
        for _ in range(n // 100):
            async with lock:
                await asyncio.sleep(0)

    await asyncio.gather(*(contend() for _ in range(100)))


def channel(capacity):
    async def workload(n):
        queue = asyncio.Queue(capacity)

        async def produce():
            for i in range(n):
                await queue.put(i)

        async def consume():
            for _ in range(n):
                await queue.get()

        await asyncio.gather(produce(), consume())

    return workload


async def oneshot(n):
    loop = asyncio.get_running_loop()
    for _ in range(n // 1000):
        futures = [loop.create_future() for _ in range(1000)]

        async def receive():
            for future in futures:
                await future

        receiver = asyncio.create_task(receive())
        for future in futures:
            await asyncio.sleep(0)
            future.set_result(1)
        await receiver


async def ping_pong(n):
    a, b = asyncio.Event(), asyncio.Event()
    a.set()

    async def side(mine, other):
        for _ in range(n // 2):
            await mine.wait()
            mine.clear()
            other.set()

    await asyncio.gather(side(a, b), side(b, a))


async def nothing():
    return 1


async def spawn_join(n):
    tasks = [asyncio.create_task(nothing()) for _ in range(n)]
    for task in tasks:
        await task


async def yields(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def yield_now(n):
    await asyncio.gather(*(yields(n // 1000) for _ in range(1000)))


async def timeout_met(n):
    event = asyncio.Event()

    async def wait():
        for _ in range(n):
            async with asyncio.timeout(10):
                await event.wait()
            event.clear()

    waiter = asyncio.create_task(wait())
    while not waiter.done():
        event.set()
        await asyncio.sleep(0)


async def sleeps(n):
    await asyncio.gather(*(asyncio.sleep(random.random() * 0.05) for _ in range(n)))


async def abort(n):
    event = asyncio.Event()
    tasks = [asyncio.create_task(event.wait()) for _ in range(min(n, 5000))]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def deep(depth, n):
    if depth > 1:
        await deep(depth - 1, n)
    else:
        await yields(n)


# The number of operations, a tenth and less of ours, and how many of them were done where that differs.
WORKLOADS = {
    "mutex-free": (lock_free, 20_000),
    "semaphore-free": (semaphore_free, 20_000),
    "notify-permit": (notify_permit, 20_000),
    "mutex-contended": (lock_contended, 5_000),
    "mpsc-1": (channel(1), 5_000),
    "mpsc-16": (channel(16), 10_000),
    "mpsc-1024": (channel(1024), 10_000),
    "oneshot": (oneshot, 5_000),
    "ping-pong": (ping_pong, 10_000),
    "spawn-join": (spawn_join, 10_000),
    "yield": (yield_now, 50_000),
    "timeout-met": (timeout_met, 5_000),
    "sleeps": (sleeps, 10_000),
    "abort": (abort, 5_000),
    "depth-1": (lambda n: deep(1, n), 20_000),
    "depth-50": (lambda n: deep(50, n), 20_000),
}


async def main(rows, runs):
    best = {}
    for _ in range(min(runs, 3)):
        for row in rows:
            if row not in WORKLOADS:
                continue
            workload, count = WORKLOADS[row]
            start = time.process_time_ns()
            await workload(count)
            best[row] = min(best.get(row, float("inf")), (time.process_time_ns() - start) / count)
    print(json.dumps({"version": sys.version.split()[0], "best": best}))


asyncio.run(main(sys.argv[2].split(","), int(sys.argv[1])))
