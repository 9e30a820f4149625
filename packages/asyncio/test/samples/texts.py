"""Reprs and messages, without addresses."""

import asyncio


def show(value):
    print(hide(repr(value)))


def hide(text):
    """Takes addresses and places in files out: the one differ from run to run, the others are not known everywhere."""
    words = []
    for word in text.split(" "):
        if word.startswith("0x"):
            end = len(word) - len(word.lstrip("0123456789abcdefx"))
            word = "0x" + word[end:]
        words.append(word)
    return " ".join(words)


async def attempt(what):
    try:
        print("no error", hide(repr(await what())))
    except BaseException as e:
        print(type(e).__name__, hide(str(e)))


def refused(what):
    try:
        print("no error", hide(repr(what())))
    except BaseException as e:
        print(type(e).__name__, hide(str(e)))


async def nothing():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.Future()
    show(f)
    f.set_result(list(range(10)))
    show(f)
    f = loop.create_future()
    f.set_exception(ValueError("boom"))
    show(f)
    print(repr(f.exception()))
    f = loop.create_future()
    f.cancel("why")
    show(f)
    refused(lambda: f.result())
    refused(lambda: f.result())
    refused(lambda: f.exception())
    refused(lambda: f.set_result(1))
    refused(lambda: f.set_exception(ValueError()))
    f = loop.create_future()
    refused(lambda: f.result())
    refused(lambda: f.exception())
    refused(lambda: f.set_exception(5))
    refused(lambda: f.set_exception(StopIteration))
    show(f.exception())
    f = loop.create_future()
    f.set_exception(KeyError)
    show(f.exception())
    for value in ("x" * 50, "y" * 28, {1: 2, 3: 4, 5: 6, 7: 8, 9: 10}, (1,), [[[[[[[[1]]]]]]]], {5, 3, 1}, 2**200, None, 1.5, True):
        f = loop.create_future()
        f.set_result(value)
        show(f)

    t = asyncio.create_task(nothing(), name="job")
    print(t.get_name(), t.done(), t.cancelled(), t.cancelling())
    refused(lambda: t.set_result(1))
    refused(lambda: t.set_exception(ValueError()))
    refused(lambda: t.result())
    print(await t, t.done(), t.result(), t.exception())
    t.set_name(12)
    print(repr(t.get_name()))
    print(t.cancel())

    wrong = [5, "a"]
    refused(lambda: asyncio.create_task(wrong[0]))
    refused(lambda: asyncio.ensure_future(wrong[0]))
    refused(lambda: asyncio.gather(wrong[0]))
    refused(lambda: asyncio.shield(wrong[0]))
    refused(lambda: asyncio.as_completed(f))
    await attempt(lambda: asyncio.wait([]))
    await attempt(lambda: asyncio.wait(f))
    await attempt(lambda: asyncio.wait([f], return_when="x"))
    await attempt(lambda: asyncio.sleep(wrong[1]))
    await attempt(lambda: asyncio.sleep(float("nan")))

    lock = asyncio.Lock()
    show(lock)
    refused(lambda: lock.release())
    await lock.acquire()
    show(lock)
    waiting = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    show(lock)
    lock.release()
    show(lock)
    await waiting
    e = asyncio.Event()
    show(e)
    e.set()
    show(e)
    s = asyncio.Semaphore(2)
    show(s)
    await s.acquire()
    await s.acquire()
    show(s)
    refused(lambda: asyncio.Semaphore(-1))
    b = asyncio.BoundedSemaphore(1)
    refused(lambda: b.release())
    show(b)
    c = asyncio.Condition()
    show(c)
    refused(lambda: c.notify())
    refused(lambda: c.notify_all())
    await attempt(lambda: c.wait())
    barrier = asyncio.Barrier(2)
    show(barrier)
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    await barrier.abort()
    show(barrier)
    await attempt(lambda: barrier.wait())
    await barrier.reset()
    show(barrier)
    refused(lambda: asyncio.Barrier(0))

    q = asyncio.Queue(2)
    show(q)
    q.put_nowait("a")
    q.put_nowait("b")
    show(q)
    print(q.qsize(), q.maxsize, q.full(), q.empty(), hide(str(q)))
    refused(lambda: q.put_nowait("c"))
    putter = asyncio.create_task(q.put("c"))
    await asyncio.sleep(0)
    show(q)
    print(q.get_nowait(), q.get_nowait())
    await putter
    print(await q.get())
    refused(lambda: q.get_nowait())
    q.task_done()
    q.task_done()
    q.task_done()
    refused(lambda: q.task_done())
    q.shutdown()
    show(q)
    refused(lambda: q.put_nowait(1))
    await attempt(lambda: q.get())
    p = asyncio.PriorityQueue()
    for item in (3, 1, 2, 1.5, 0):
        await p.put(item)
    show(p)
    print([p.get_nowait() for _ in range(p.qsize())])
    l = asyncio.LifoQueue()
    for item in range(3):
        l.put_nowait(item)
    show(l)
    print([l.get_nowait() for _ in range(l.qsize())])

    show(asyncio.timeout(5))
    timeout = asyncio.timeout(None)
    refused(lambda: timeout.reschedule(1))
    async with timeout:
        show(timeout)
        print(timeout.when(), timeout.expired())
        timeout.reschedule(loop.time() + 12.34567)
        show(timeout)
        await attempt(lambda: timeout.__aenter__())
    show(timeout)
    refused(lambda: timeout.reschedule(1))
    try:
        async with asyncio.timeout(0.5) as timeout:
            await asyncio.sleep(1)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), timeout.expired())
    show(timeout)

    group = asyncio.TaskGroup()
    show(group)
    refused(lambda: group.create_task(nothing()))
    async with group:
        show(group)
        group.create_task(nothing())
        show(group)
        await attempt(lambda: group.__aenter__())
    show(group)
    refused(lambda: group.create_task(nothing()))

    h = loop.call_soon(print, "never")
    show(h.cancelled())
    h.cancel()
    show(h)
    h = loop.call_at(7.5, print)
    h.cancel()
    show(h)
    print(h.when(), h.cancelled())
    refused(lambda: loop.call_later(None, print))
    refused(lambda: loop.call_at(None, print))
    print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.time())
    print(asyncio.iscoroutine(5), asyncio.isfuture(f), asyncio.isfuture(5), asyncio.iscoroutinefunction(nothing), asyncio.iscoroutinefunction(print))
    print(asyncio.current_task().get_name() != "", asyncio.current_task() in asyncio.all_tasks(), len(asyncio.all_tasks()))
    print(issubclass(asyncio.CancelledError, Exception), asyncio.TimeoutError is TimeoutError)
    for kind in (asyncio.CancelledError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.BrokenBarrierError, asyncio.TimeoutError):
        print(kind, kind.__name__)


if __name__ == "__main__":
    asyncio.run(main())
