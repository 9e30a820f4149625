"""Waiting for several: wait, as_completed, TaskGroup, nested."""

import asyncio


async def job(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    if fail:
        raise ValueError(name)
    print(name, "done")
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


async def waits():
    a = asyncio.create_task(job("a", 1), name="a")
    b = asyncio.create_task(job("b", 2, True), name="b")
    c = asyncio.create_task(job("c", 3), name="c")
    done, pending = await asyncio.wait([a, b, c], return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait({a, b, c}, timeout=0.5)
    print(names(done), names(pending))
    done, pending = await asyncio.wait([b, c], return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), repr(b.exception()))
    done, pending = await asyncio.wait([a, b, c, c])
    print(names(done), names(pending))


async def completed():
    for next_one in asyncio.as_completed([job("x", 0.3), job("y", 0.1), job("z", 0.2, True)]):
        try:
            print("got", await next_one)
        except ValueError as e:
            print("got", repr(e))
    slow = [asyncio.create_task(job("slow", 5), name="slow"), asyncio.create_task(job("quick", 0.5), name="quick")]
    try:
        async for task in asyncio.as_completed(slow, timeout=1):
            print("done", task.get_name(), await task)
    except TimeoutError as e:
        print(repr(e))
    print(slow[0].cancel())
    await asyncio.wait(slow)
    found = []
    async for task in asyncio.as_completed(slow):
        found.append(task)
    print(names(found))


async def grouped():
    async with asyncio.TaskGroup() as group:
        first = group.create_task(job("first", 0.2), name="first")
        second = group.create_task(job("second", 0.1))
        print(group, first.get_name())
    print(first.result(), second.result(), group)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("p", 1, True))
            group.create_task(job("q", 1, True))
            group.create_task(job("r", 9))
            await asyncio.sleep(1)
            raise KeyError("body")
    except Exception as e:
        print(repr(e), e.message, e.exceptions)

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(job("outer", 9))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(job("inner", 0.5, True))
                await job("body", 9)
    except Exception as e:
        print(repr(e))

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(job("s", 9))
            raise asyncio.CancelledError("body cancels")
    except asyncio.CancelledError as e:
        print(repr(e))

    async with asyncio.TaskGroup() as group:
        alone = group.create_task(job("alone", 9))
        await asyncio.sleep(0)
        alone.cancel()
    print("no error", alone.cancelled())

    async def grows(group, n):
        await asyncio.sleep(0.1)
        if n > 0:
            group.create_task(grows(group, n - 1))
        print("grown", n)

    async with asyncio.TaskGroup() as group:
        group.create_task(grows(group, 2))


async def main():
    await waits()
    await completed()
    await grouped()
    print(round(asyncio.get_running_loop().time(), 3))


if __name__ == "__main__":
    asyncio.run(main())
