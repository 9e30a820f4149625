"""How many iterations pass between an event and the step of whoever waits for it."""

import asyncio as a

T = a.create_task
rows = []


def row(name):
    def register(function):
        rows.append((name, function))
        return function

    return register


async def value(x=None):
    return x


async def forever():
    await a.get_running_loop().create_future()


async def fail():
    raise ValueError("boom")


def now():
    return a.get_running_loop().iterations


async def hops_of(awaitable):
    start = now()
    await awaitable
    return now() - start


@row("await of a coroutine that does not suspend")
async def _():
    return await hops_of(value())


@row("await of a done future")
async def _():
    f = a.Future()
    f.set_result(1)
    return await hops_of(f)


@row("gather of nothing")
async def _():
    return await hops_of(a.gather())


@row("gather of done futures")
async def _():
    f = a.Future()
    f.set_result(1)
    return await hops_of(a.gather(f, f))


@row("shield of a done future")
async def _():
    f = a.Future()
    f.set_result(1)
    return await hops_of(a.shield(f))


@row("free lock")
async def _():
    return await hops_of(a.Lock().acquire())


@row("free semaphore")
async def _():
    return await hops_of(a.Semaphore(1).acquire())


@row("set event")
async def _():
    e = a.Event()
    e.set()
    return await hops_of(e.wait())


@row("put and get that can proceed")
async def _():
    q = a.Queue(1)
    start = now()
    await q.put(1)
    await q.get()
    return now() - start


@row("wait_for of something ready")
async def _():
    return await hops_of(a.wait_for(value(), 1))


@row("timeout enter and exit")
async def _():
    start = now()
    async with a.timeout(1):
        pass
    return now() - start


@row("TaskGroup without children")
async def _():
    start = now()
    async with a.TaskGroup():
        pass
    return now() - start


@row("Barrier(1)")
async def _():
    return await hops_of(a.Barrier(1).wait())


@row("sleep(0)")
async def _():
    return await hops_of(a.sleep(0))


@row("sleep(-1)")
async def _():
    return await hops_of(a.sleep(-1))


@row("create_task to first step")
async def _():
    async def child():
        return now()

    start = now()
    return await T(child()) - start


@row("set_result to awaiter")
async def _():
    f = a.Future()

    async def child():
        await f
        return now()

    t = T(child())
    await a.sleep(0)
    f.set_result(None)
    start = now()
    return await t - start


@row("timer to sleeper")
async def _():
    # The handle at the same deadline, made just before, runs in the iteration in which the timer fires.
    seen = []
    a.get_running_loop().call_later(1, lambda: seen.append(now()))
    await a.sleep(1)
    return now() - seen[0]


@row("await of a fresh task")
async def _():
    return await hops_of(T(value()))


@row("gather: last end to awaiter")
async def _():
    f = a.Future()
    ends = []

    async def child():
        await f
        ends.append(now())

    g = a.gather(child(), child())
    await a.sleep(0)
    await a.sleep(0)
    f.set_result(None)
    await g
    return now() - ends[-1]


@row("gather: fresh coroutines")
async def _():
    return await hops_of(a.gather(value(), value()))


@row("gather: first error to awaiter")
async def _():
    f = a.Future()
    ends = []

    async def child():
        await f
        ends.append(now())
        raise ValueError

    g = a.gather(child(), forever())
    await a.sleep(0)
    f.set_result(None)
    try:
        await g
    except ValueError:
        pass
    return now() - ends[-1]


@row("wait: last end to awaiter")
async def _():
    f = a.Future()
    ends = []

    async def child():
        await f
        ends.append(now())

    ts = [T(child()), T(child())]
    await a.sleep(0)
    f.set_result(None)
    await a.wait(ts)
    return now() - ends[-1]


@row("wait: done already")
async def _():
    f = a.Future()
    f.set_result(1)
    return await hops_of(a.wait([f]))


@row("wait: its timer to awaiter")
async def _():
    f = a.Future()
    seen = []
    a.get_running_loop().call_later(1, lambda: seen.append(now()))
    await a.wait([f], timeout=1)
    return now() - seen[0]


@row("wait: timeout=0")
async def _():
    return await hops_of(a.wait([a.Future()], timeout=0))


@row("wait_for: inner future done to awaiter")
async def _():
    f = a.Future()

    async def child():
        await a.wait_for(f, 5)
        return now()

    t = T(child())
    await a.sleep(0)
    f.set_result(None)
    start = now()
    return await t - start


async def expiry(inner):
    seen = []
    a.get_running_loop().call_later(1, lambda: seen.append(now()))
    try:
        await a.wait_for(inner, 1)
    except TimeoutError:
        pass
    return now() - seen[0]


@row("wait_for: timer to TimeoutError, coroutine")
async def _():
    return await expiry(forever())


@row("wait_for: timer to TimeoutError, task")
async def _():
    return await expiry(T(forever()))


async def zero(inner):
    start = now()
    try:
        await a.wait_for(inner, 0)
    except TimeoutError:
        pass
    return now() - start


@row("wait_for(done, 0)")
async def _():
    f = a.Future()
    f.set_result(1)
    return await zero(f)


@row("wait_for(future, 0)")
async def _():
    return await zero(a.Future())


@row("wait_for(running task, 0)")
async def _():
    t = T(forever())
    await a.sleep(0)
    return await zero(t)


@row("wait_for(coroutine, 0)")
async def _():
    return await zero(forever())


@row("timeout: timer to CancelledError inside")
async def _():
    seen = []
    inside = None
    a.get_running_loop().call_later(1, lambda: seen.append(now()))
    try:
        async with a.timeout(1):
            try:
                await forever()
            finally:
                inside = now()
    except TimeoutError:
        pass
    return (inside - seen[0], now() - seen[0])


@row("timeout(0) around sleep(0)")
async def _():
    start = now()
    try:
        async with a.timeout(0):
            await a.sleep(0)
    except TimeoutError:
        pass
    return now() - start


@row("timeout(0) around sleep(1)")
async def _():
    start = now()
    try:
        async with a.timeout(0):
            await a.sleep(1)
    except TimeoutError:
        pass
    return now() - start


@row("shield: inner done to awaiter")
async def _():
    f = a.Future()

    async def child():
        await a.shield(f)
        return now()

    t = T(child())
    await a.sleep(0)
    f.set_result(None)
    start = now()
    return await t - start


@row("as_completed: inner done to awaiter")
async def _():
    f = a.Future()

    async def child():
        for c in a.as_completed([f]):
            await c
        return now()

    t = T(child())
    await a.sleep(0)
    f.set_result(None)
    start = now()
    return await t - start


@row("as_completed of a done future")
async def _():
    f = a.Future()
    f.set_result(1)
    start = now()
    for c in a.as_completed([f]):
        await c
    return now() - start


@row("shield(coroutine)")
async def _():
    return await hops_of(a.shield(value()))


@row("lock release to waiter")
async def _():
    lock = a.Lock()
    await lock.acquire()

    async def child():
        await lock.acquire()
        return now()

    t = T(child())
    await a.sleep(0)
    lock.release()
    start = now()
    return await t - start


@row("semaphore release to waiter")
async def _():
    s = a.Semaphore(0)

    async def child():
        await s.acquire()
        return now()

    t = T(child())
    await a.sleep(0)
    s.release()
    start = now()
    return await t - start


@row("event set to waiter")
async def _():
    e = a.Event()

    async def child():
        await e.wait()
        return now()

    t = T(child())
    await a.sleep(0)
    e.set()
    start = now()
    return await t - start


@row("put to getter")
async def _():
    q = a.Queue()

    async def child():
        await q.get()
        return now()

    t = T(child())
    await a.sleep(0)
    q.put_nowait(1)
    start = now()
    return await t - start


@row("get to putter")
async def _():
    q = a.Queue(1)
    q.put_nowait(0)

    async def child():
        await q.put(1)
        return now()

    t = T(child())
    await a.sleep(0)
    q.get_nowait()
    start = now()
    return await t - start


@row("task_done to join")
async def _():
    q = a.Queue()
    q.put_nowait(0)

    async def child():
        await q.join()
        return now()

    t = T(child())
    await a.sleep(0)
    q.get_nowait()
    q.task_done()
    start = now()
    return await t - start


@row("shutdown to getter")
async def _():
    q = a.Queue()

    async def child():
        try:
            await q.get()
        except a.QueueShutDown:
            return now()

    t = T(child())
    await a.sleep(0)
    q.shutdown()
    start = now()
    return await t - start


@row("Condition: notify, then release, to waiter")
async def _():
    c = a.Condition()

    async def child():
        async with c:
            await c.wait()
            return now()

    t = T(child())
    await a.sleep(0)
    async with c:
        c.notify()
    start = now()
    return await t - start


@row("Condition: notify_all to three waiters")
async def _():
    c = a.Condition()

    async def child():
        async with c:
            await c.wait()
            return now()

    ts = [T(child()) for _ in range(3)]
    await a.sleep(0)
    async with c:
        c.notify_all()
    start = now()
    return [n - start for n in await a.gather(*ts)]


@row("Barrier: each party, from the last arrival")
async def _():
    b = a.Barrier(3)

    async def child():
        i = await b.wait()
        return (i, now())

    ts = [T(child()), T(child())]
    await a.sleep(0)
    start = now()
    mine = (await b.wait(), now())
    return [(i, n - start) for i, n in [mine, *await a.gather(*ts)]]


@row("TaskGroup: last child's end to after the block")
async def _():
    f = a.Future()
    ends = []

    async def child():
        await f
        ends.append(now())

    loop = a.get_running_loop()
    loop.call_later(1, f.set_result, None)
    async with a.TaskGroup() as g:
        g.create_task(child())
        g.create_task(child())
    return now() - ends[-1]


@row("TaskGroup: fresh child to after the block")
async def _():
    start = now()
    async with a.TaskGroup() as g:
        g.create_task(value())
    return now() - start


async def group_error(siblings):
    log = {}

    async def bad():
        await a.sleep(0)
        log["error"] = now()
        raise ValueError

    async def sibling():
        try:
            await forever()
        finally:
            log["sibling"] = now()

    try:
        async with a.TaskGroup() as g:
            g.create_task(bad())
            for _ in range(siblings):
                g.create_task(sibling())
            try:
                await forever()
            finally:
                log["body"] = now()
    except* ValueError:
        pass
    after = now() - log["error"]
    return (log["body"] - log["error"], log.get("sibling", 0) and log["sibling"] - log["error"], after)


@row("TaskGroup: child's error to body, sibling, after the block")
async def _():
    return await group_error(2)


@row("TaskGroup: child's error without siblings")
async def _():
    return await group_error(0)


@row("cancel: inside, awaiter")
async def _():
    log = []

    async def child():
        try:
            await forever()
        finally:
            log.append(now())

    t = T(child())
    await a.sleep(0)
    t.cancel()
    start = now()
    try:
        await t
    except a.CancelledError:
        pass
    return (log[0] - start, now() - start)


@row("cancel before the first step to awaiter")
async def _():
    t = T(forever())
    t.cancel()
    start = now()
    try:
        await t
    except a.CancelledError:
        pass
    return now() - start


@row("cancel through task, task, sleep")
async def _():
    log = []

    async def inner():
        try:
            await a.sleep(10)
        finally:
            log.append(now())

    async def middle():
        try:
            await T(inner())
        finally:
            log.append(now())

    t = T(middle())
    await a.sleep(0)
    await a.sleep(0)
    t.cancel()
    start = now()
    try:
        await t
    except a.CancelledError:
        log.append(now())
    return [n - start for n in log]


@row("cancel of a task in gather of tasks: children, itself")
async def _():
    log = []

    async def child():
        try:
            await forever()
        finally:
            log.append(now())

    async def outer():
        try:
            await a.gather(T(child()), T(child()))
        finally:
            log.append(now())

    t = T(outer())
    await a.sleep(0)
    await a.sleep(0)
    t.cancel()
    start = now()
    await a.wait([t])
    return [n - start for n in log]


async def cancel_in(wait):
    log = []

    async def outer():
        try:
            await wait()
        finally:
            log.append(now())

    t = T(outer())
    await a.sleep(0)
    await a.sleep(0)
    t.cancel()
    start = now()
    await a.wait([t])
    return log[0] - start


@row("cancel in wait")
async def _():
    return await cancel_in(lambda: a.wait([a.Future()]))


@row("cancel in shield")
async def _():
    return await cancel_in(lambda: a.shield(a.Future()))


@row("cancel in wait_for(future)")
async def _():
    return await cancel_in(lambda: a.wait_for(a.Future(), 5))


@row("cancel in timeout")
async def _():
    async def body():
        async with a.timeout(5):
            await forever()

    return await cancel_in(body)


@row("cancel in Lock")
async def _():
    lock = a.Lock()
    await lock.acquire()
    return await cancel_in(lock.acquire)


@row("cancel in Queue")
async def _():
    return await cancel_in(a.Queue().get)


@row("cancel in Event")
async def _():
    return await cancel_in(a.Event().wait)


@row("cancel in Condition")
async def _():
    c = a.Condition()

    async def body():
        async with c:
            await c.wait()

    return await cancel_in(body)


@row("cancel in wait_for(task)")
async def _():
    return await cancel_in(lambda: a.wait_for(T(forever()), 5))


@row("cancel in a TaskGroup")
async def _():
    async def body():
        async with a.TaskGroup() as g:
            g.create_task(forever())
            g.create_task(forever())
            await forever()

    return await cancel_in(body)


@row("cancel at the end of a TaskGroup")
async def _():
    async def body():
        async with a.TaskGroup() as g:
            g.create_task(forever())

    return await cancel_in(body)


@row("call_later(0) runs after call_soon")
async def _():
    loop = a.get_running_loop()
    start = now()
    log = []
    loop.call_later(0, lambda: log.append(("later", now() - start)))
    loop.call_soon(lambda: log.append(("soon", now() - start)))
    await a.sleep(0)
    await a.sleep(0)
    return log


async def main():
    for name, function in rows:
        print(f"{name}: {await function()}")


if __name__ == "__main__":
    a.run(main())
