"""Functions and classes of asyncio as values, called with what is only known at run time."""

import asyncio
import functools


class Job:
    def __init__(self, n):
        self.n = n

    def __await__(self):
        return self.run(2).__await__()

    async def run(self, factor, *, plus=0):
        await asyncio.sleep(0)
        return self.n * factor + plus

    def note(self, what, *more):
        print("note", self.n, what, more)


async def value(x, *, wait=0):
    await asyncio.sleep(wait)
    return x


async def main():
    options = {"return_exceptions": True}
    coros = [value(1), value(2, wait=0.1)]
    print(await asyncio.gather(*coros, **options))
    sleeps = [asyncio.sleep, functools.partial(asyncio.sleep, 0.1)]
    print(await sleeps[0](0, "a"), await sleeps[1]("b"), await sleeps[0](delay=0, result="c"))
    kinds = [asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue]
    for kind in kinds:
        q = kind(maxsize=2)
        q.put_nowait(2)
        q.put_nowait(1)
        print(kind.__name__, q.full(), q.get_nowait(), isinstance(q, asyncio.Queue), type(q) is kind)
    for kind, argument in [(asyncio.Semaphore, 2), (asyncio.BoundedSemaphore, 3), (asyncio.Barrier, 1)]:
        print(kind(argument) is not None, kind.__name__)
    try:
        asyncio.Queue(1, 2, 3)
    except TypeError as e:
        print(type(e).__name__)
    wait_options = {"timeout": 0.05, "return_when": asyncio.FIRST_COMPLETED}
    tasks = list(map(asyncio.create_task, [value("x"), value("y", wait=1)]))
    done, pending = await asyncio.wait(tasks, **wait_options)
    print(len(done), len(pending))
    print([t.result() for t in done], await asyncio.gather(*pending))

    named = asyncio.Queue()
    put, get = named.put, named.get
    await put("item")
    print(await get())
    job = Job(21)
    print(await job, await asyncio.gather(job), await asyncio.wait_for(job, 1))
    method = job.run
    print(await method(2, plus=1), await asyncio.create_task(job.run(3)))
    loop = asyncio.get_running_loop()
    loop.call_soon(job.note, "soon", 1, 2)
    loop.call_later(0.1, functools.partial(job.note, "later"), 3)
    f = loop.create_future()
    f.add_done_callback(job.note)
    print(f.remove_done_callback(job.note))
    f.add_done_callback(lambda future: print("done", future.result()))
    f.set_result("result")
    await asyncio.sleep(0.2)
    timeouts = {"short": 0.1, "long": 5}
    for name, seconds in timeouts.items():
        try:
            async with asyncio.timeout(seconds):
                await asyncio.sleep(0.5)
            print(name, "in time")
        except asyncio.TimeoutError:
            print(name, "too late")
    run = getattr(asyncio, "wait_for")
    print(await run(value(5), timeout=1))


if __name__ == "__main__":
    asyncio.run(main())
