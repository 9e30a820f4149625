import asyncio


async def worker(name, queue, done):
    while True:
        job = await queue.get()
        await asyncio.sleep(0)
        done.append(job * job)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    done = []
    for job in range(10):
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker(f"w{n}", queue, done)) for n in range(3)]
    await queue.join()
    print("joined with", len(done), "jobs done, left:", queue.qsize())
    for task in workers:
        task.cancel()
    results = await asyncio.gather(*workers, return_exceptions=True)
    print([isinstance(result, asyncio.CancelledError) for result in results])
    print(sorted(done))
    try:
        queue.task_done()
    except ValueError as error:
        print("ValueError:", error)
    await queue.join()


asyncio.run(main())
