import asyncio
import time
from asyncio import sleep


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        await sleep(0)
        return self

    async def __aexit__(self, t, e, tb):
        await sleep(0)
        print("close", self.name, t.__name__ if t else None)
        return False


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        await asyncio.sleep(0)
        return self.n


async def agen(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i * i


async def worker(name, q, results):
    while True:
        item = await q.get()
        try:
            if item == 3:
                raise ValueError("three")
            results.append((name, item))
        except ValueError as e:
            print("error", e)
        finally:
            q.task_done()
        await asyncio.sleep(0)


async def limited(sem, i, log):
    async with sem:
        log.append(f"in {i}")
        await asyncio.sleep(0.001)
        log.append(f"out {i}")
    return i


async def cancelled():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled")
        raise
    finally:
        print("cleanup")


async def fails():
    await asyncio.sleep(0)
    raise RuntimeError("failed")


async def main():
    async with Resource("a") as a, Resource("b") as b:
        print(a.name, b.name)
    try:
        async with Resource("c"):
            raise KeyError("x")
    except KeyError as e:
        print("got", e)
    async for i in Countdown(3):
        print("count", i)
    else:
        print("lift off")
    async for v in agen(4):
        if v == 4:
            break
        print("agen", v)
    print([x async for x in agen(3)], [await f for f in [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]])
    print({x: x + 1 async for x in agen(3) if x})
    q = asyncio.Queue()
    results = []
    tasks = [asyncio.create_task(worker(f"w{i}", q, results)) for i in range(2)]
    for i in range(6):
        q.put_nowait(i)
    await q.join()
    for t in tasks:
        t.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    print(sorted(results))
    log = []
    sem = asyncio.Semaphore(2)
    print(await asyncio.gather(*(limited(sem, i, log) for i in range(4))))
    print(log)
    t = asyncio.create_task(cancelled(), name="victim")
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("was cancelled", t.cancelled(), t.get_name())
    try:
        await asyncio.wait_for(asyncio.sleep(5), timeout=0.01)
    except asyncio.TimeoutError:
        print("timeout")
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(5)
    except TimeoutError:
        print("timeout 2")
    print(await asyncio.gather(fails(), asyncio.sleep(0, "ok"), return_exceptions=True))
    try:
        await asyncio.gather(fails(), asyncio.sleep(0))
    except RuntimeError as e:
        print("gather:", e)
    try:
        async with asyncio.TaskGroup() as tg:
            t1 = tg.create_task(asyncio.sleep(0, "one"))
            t2 = tg.create_task(asyncio.sleep(0, "two"))
        print(t1.result(), t2.result())
    except ValueError:
        print("never")
    ev = asyncio.Event()

    async def waiter():
        await ev.wait()
        return "woken"

    w = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    ev.set()
    print(await w)
    lock = asyncio.Lock()
    async with lock:
        print("locked", lock.locked())
    print(lock.locked())
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    loop.call_soon(fut.set_result, 42)
    print(await fut)
    start = time.perf_counter()
    await asyncio.gather(asyncio.sleep(0.05), asyncio.sleep(0.05))
    print(time.perf_counter() - start < 0.09)


if __name__ == "__main__":
    asyncio.run(main())
