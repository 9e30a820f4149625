import asyncio

inside = 0
most = 0


async def visit(semaphore, name):
    global inside, most
    async with semaphore:
        inside += 1
        most = max(most, inside)
        print("in ", name, inside)
        for _ in range(2):
            await asyncio.sleep(0)
        inside -= 1
        print("out", name)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[visit(semaphore, name) for name in "abcde"])
    print("most at a time:", most, "locked:", semaphore.locked())
    await semaphore.acquire()
    await semaphore.acquire()
    print("locked:", semaphore.locked())
    semaphore.release()
    print("locked:", semaphore.locked())
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print("ValueError:", error)


asyncio.run(main())
