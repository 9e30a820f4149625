import asyncio


async def job(name, turns):
    print("start", name)
    for _ in range(turns):
        await asyncio.sleep(0)
    print("end", name)
    return name * 2


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(job("a", 3), job("b", 1), job("c", 2)))
    task = asyncio.create_task(job("d", 1))
    print(await asyncio.gather(task, job("e", 0), task))
    jobs = [job(name, 1) for name in "fg"]
    first, second = await asyncio.gather(*jobs)
    print(first, second)
    print(await asyncio.gather(asyncio.gather(job("h", 1), job("i", 1)), job("j", 1)))


asyncio.run(main())
