import asyncio


async def enter(lock, name, log):
    try:
        async with lock:
            log.append(name)
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        log.append(name + " cancelled")


async def main():
    lock = asyncio.Lock()
    log = []
    await lock.acquire()
    tasks = [asyncio.create_task(enter(lock, name, log)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    lock.release()
    late = asyncio.create_task(enter(lock, "late", log))
    await asyncio.gather(*tasks, late)
    print(log)
    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError:", error)

    await lock.acquire()
    try:
        print("locked:", lock.locked())
    finally:
        lock.release()
    print("locked:", lock.locked())


asyncio.run(main())
