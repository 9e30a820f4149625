import asyncio


async def good():
    await asyncio.sleep(0)
    return 42


async def bad():
    await asyncio.sleep(0)
    raise ValueError("no good")


async def main():
    task = asyncio.create_task(good())
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    await task
    print(task.result(), task.exception(), task.cancelled())

    failed = asyncio.create_task(bad(), name="failing")
    try:
        await failed
    except ValueError as error:
        print("caught:", error)
    print(failed.done(), repr(failed.exception()), failed.get_name())

    stopped = asyncio.create_task(good())
    print("cancel:", stopped.cancel())
    try:
        await stopped
    except asyncio.CancelledError:
        print("cancelled:", stopped.cancelled(), stopped.done())
    print("cancel again:", stopped.cancel())


asyncio.run(main())
