"""The end of a run: what still happens after main."""

import asyncio

count = 0


def again():
    global count
    count += 1
    asyncio.get_running_loop().call_soon(again)


async def nothing_left():
    asyncio.get_running_loop().call_soon(again)
    await asyncio.sleep(0)
    print("main ends after", count)


async def last_step(log):
    log.append("first step")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError as e:
        log.append(repr(e))
        await asyncio.sleep(0.5)
        log.append("cleaned up")
        asyncio.create_task(born_late(log))
        raise


async def born_late(log):
    log.append("born late")
    await asyncio.sleep(0)
    log.append("still running")
    await asyncio.sleep(5)
    log.append("never")


async def forgotten(log):
    asyncio.create_task(last_step(log))
    asyncio.create_task(last_step(log))
    asyncio.get_running_loop().call_later(0.25, log.append, "timer during clean-up")
    asyncio.get_running_loop().call_later(100, log.append, "never")
    return [task.get_name()[:5] for task in asyncio.all_tasks() if task is not asyncio.current_task()]


async def names():
    return asyncio.current_task().get_name()


async def fails():
    raise ValueError("main fails")


async def cancels_itself():
    asyncio.current_task().cancel("stop")
    await asyncio.sleep(1)


async def leaves():
    async def child():
        await asyncio.sleep(0)
        raise SystemExit(3)

    task = asyncio.create_task(child())
    other = asyncio.create_task(asyncio.sleep(10))
    try:
        await task
    except BaseException as e:
        print("main sees", repr(e), other.cancelled())
        raise


def main():
    asyncio.run(nothing_left())
    print("after the end", count)
    log = []
    print(asyncio.run(forgotten(log)))
    print(log)
    first = int(asyncio.run(names())[5:])
    second = int(asyncio.run(names())[5:])
    print("names used by a run:", second - first)
    try:
        asyncio.run(fails())
    except ValueError as e:
        print(repr(e))
    try:
        asyncio.run(cancels_itself())
    except asyncio.CancelledError as e:
        print(repr(e))
    try:
        asyncio.run(leaves())
    except SystemExit as e:
        print(repr(e), e.code)


if __name__ == "__main__":
    main()
