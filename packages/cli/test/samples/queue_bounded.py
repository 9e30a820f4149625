import asyncio


async def producer(queue, count):
    for i in range(count):
        print("put", i, "size", queue.qsize(), "full" if queue.full() else "")
        await queue.put(i)
    await queue.put(None)
    print("producer ends")


async def consumer(queue):
    total = 0
    while (item := await queue.get()) is not None:
        print("got", item)
        total += item
        await asyncio.sleep(0)
    print("total", total)


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.empty(), queue.full(), queue.maxsize)
    await asyncio.gather(producer(queue, 6), consumer(queue))
    print(queue.empty())


asyncio.run(main())
