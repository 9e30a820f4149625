"""Cancellation: who gets which error, what counts, what is lost."""

import asyncio


async def told(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print(name, "told", repr(e))
        raise


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("stubborn goes on")
    return "value"


async def cleanup(log):
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)
        log.append("cleaned")


async def itself(how):
    asyncio.current_task().cancel("self")
    if how == "return":
        return 1
    if how == "raise":
        raise ValueError("mine")
    if how == "uncancel":
        print("left", asyncio.current_task().uncancel())
        await asyncio.sleep(0)
        return 2
    await asyncio.sleep(0)
    return 3


async def outcome(task):
    try:
        print("result", await task, task.cancelled(), task.cancelling())
    except BaseException as e:
        print(type(e).__name__, e.args, task.cancelled(), task.cancelling())


async def bad():
    raise ValueError("boom")


async def main():
    t = asyncio.create_task(told("one"))
    await asyncio.sleep(0)
    print(t.cancel("first"), t.cancel("second"), t.cancelling())
    await outcome(t)
    await outcome(t)
    print(t.cancel())

    t = asyncio.create_task(told("never"))
    t.cancel("early")
    t.cancel("late")
    await outcome(t)

    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t.cancel()
    await outcome(t)

    log = []
    t = asyncio.create_task(cleanup(log))
    await asyncio.sleep(0)
    t.cancel()
    await outcome(t)
    print(log)

    for how in ("return", "raise", "uncancel", "sleep"):
        await outcome(asyncio.create_task(itself(how)))

    # An error that came first wins over the cancellation, which is lost.
    async def outer():
        try:
            await asyncio.gather(bad(), asyncio.sleep(9))
        except BaseException as e:
            print("outer", repr(e))

    t = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(t.cancel())
    await outcome(t)

    g = asyncio.gather(told("a"), told("b"), return_exceptions=True)
    await asyncio.sleep(0)
    print(g.cancel("all"), g.done())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather", repr(e), g.cancelled())

    a, b = asyncio.create_task(told("c")), asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    a.cancel("only c")
    b.cancel()
    print(await asyncio.gather(a, b, bad(), return_exceptions=True))

    inner = asyncio.create_task(asyncio.sleep(1, "kept"))
    t = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 5))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    await outcome(t)
    print(await inner)

    try:
        await asyncio.wait_for(stubborn(), 1)
    except TimeoutError:
        print("no value")
    else:
        print("a late value")
    try:
        await asyncio.wait_for(told("limited"), 1)
    except TimeoutError as e:
        print(repr(e), repr(e.__cause__))

    try:
        async with asyncio.timeout(1):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError("on the way out")
    except KeyError as e:
        print(repr(e), repr(e.__context__))

    async def grouped():
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(told("d"))
                group.create_task(bad())
                group.create_task(stubborn())
                await asyncio.sleep(10)
        except Exception as errors:
            print(repr(errors), asyncio.current_task().cancelling())

    await grouped()
    t = asyncio.create_task(grouped())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("from outside")
    await outcome(t)


if __name__ == "__main__":
    asyncio.run(main())
