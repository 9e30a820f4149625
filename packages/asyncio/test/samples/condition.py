"""Conditions, barriers, semaphores: who goes on when, and who with what."""

import asyncio


async def consumer(condition, items, name):
    async with condition:
        await condition.wait_for(lambda: len(items) > 0)
        print(name, "took", items.pop(0))


async def conditions():
    condition = asyncio.Condition()
    items = []
    tasks = [asyncio.create_task(consumer(condition, items, n)) for n in ("a", "b", "c")]
    await asyncio.sleep(0)
    print(condition.locked(), len(tasks))
    async with condition:
        items.append(1)
        condition.notify()
    await asyncio.sleep(0)
    tasks[1].cancel()
    async with condition:
        items.extend([2, 3])
        condition.notify_all()
    print(await asyncio.gather(*tasks, return_exceptions=True), items)

    # A notified waiter that is cancelled passes the notification on.
    async def waiter(name):
        async with condition:
            await condition.wait()
            print(name, "notified")

    first, second = asyncio.create_task(waiter("first")), asyncio.create_task(waiter("second"))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        first.cancel()
    print(await asyncio.wait_for(second, 1), first.cancelled())

    lock = asyncio.Lock()
    shared = asyncio.Condition(lock)
    async with shared:
        print(lock.locked(), shared.locked())


async def party(barrier, name, delay):
    await asyncio.sleep(delay)
    try:
        async with barrier as position:
            print(name, "at", position)
    except asyncio.BrokenBarrierError as e:
        print(name, repr(e))


async def barriers():
    barrier = asyncio.Barrier(3)
    await asyncio.gather(*[party(barrier, n, d) for n, d in (("a", 0.3), ("b", 0.1), ("c", 0.2))])
    tasks = [asyncio.create_task(party(barrier, n, 0)) for n in "de"]
    await asyncio.sleep(0.1)
    print(barrier.n_waiting)
    await barrier.reset()
    await asyncio.gather(*tasks)
    tasks = [asyncio.create_task(party(barrier, n, 0)) for n in "fg"]
    await asyncio.sleep(0.1)
    await barrier.abort()
    await asyncio.gather(*tasks, party(barrier, "h", 0))
    print(barrier.broken)


async def semaphores():
    semaphore = asyncio.Semaphore(2)
    running = 0
    most = 0

    async def limited(n):
        nonlocal running, most
        async with semaphore:
            running += 1
            most = max(most, running)
            await asyncio.sleep(0.1)
            running -= 1
        return n

    print(await asyncio.gather(*[limited(n) for n in range(7)]), most)
    print(semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as e:
        print(e)


async def queues():
    queue = asyncio.Queue(maxsize=2)

    async def producer():
        for n in range(5):
            await queue.put(n)
            print("put", n, queue.qsize())

    async def worker(name):
        while True:
            try:
                item = await queue.get()
            except asyncio.QueueShutDown:
                print(name, "shut down")
                return
            await asyncio.sleep(0.1 * item)
            print(name, item)
            queue.task_done()

    workers = [asyncio.create_task(worker(n)) for n in ("w1", "w2")]
    await producer()
    await queue.join()
    queue.shutdown()
    await asyncio.gather(*workers)
    ordered = asyncio.PriorityQueue()
    for item in [(2, "b"), (1, "z"), (2, "a"), (0, "x"), (1, "z")]:
        ordered.put_nowait(item)
    print([await ordered.get() for _ in range(ordered.qsize())])
    ordered.put_nowait((1, "left"))
    ordered.shutdown(immediate=True)
    print(ordered.qsize(), ordered.empty())


async def main():
    await conditions()
    await barriers()
    await semaphores()
    await queues()
    print(round(asyncio.get_running_loop().time(), 3))


if __name__ == "__main__":
    asyncio.run(main())
