import asyncio


async def main():
    queue = asyncio.Queue(2)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        print("QueueEmpty", repr(str(error)))
    queue.put_nowait("a")
    queue.put_nowait("b")
    try:
        queue.put_nowait("c")
    except asyncio.QueueFull as error:
        print("QueueFull", repr(str(error)))
    print(queue.get_nowait(), queue.qsize())

    waiting = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print([task.done() for task in waiting])
    waiting[1].cancel()
    queue.put_nowait("d")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([task.done() for task in waiting])
    print(waiting[0].result(), waiting[2].result(), waiting[1].cancelled())


asyncio.run(main())
