import asyncio


async def resource(log):
    log.append("open")
    try:
        await asyncio.sleep(60)
        log.append("unreachable")
    finally:
        log.append("closing")
        await asyncio.sleep(0.01)
        log.append("closed")


async def user(log):
    try:
        await resource(log)
    except asyncio.CancelledError as error:
        log.append(f"user: {type(error).__name__} {error}")
        raise
    finally:
        log.append("user leaves")


async def main():
    log = []
    task = asyncio.create_task(user(log))
    await asyncio.sleep(0.01)
    print("cancel:", task.cancel("enough"), "cancelling:", task.cancelling())
    try:
        await task
    except asyncio.CancelledError as error:
        print("cancelled:", task.cancelled(), "message:", error)
    print(log)

    never = asyncio.create_task(user(log))
    never.cancel()
    await asyncio.sleep(0)
    print(never.cancelled(), len(log))


asyncio.run(main())
