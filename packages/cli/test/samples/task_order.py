import asyncio

log = []


async def step(name, turns):
    for turn in range(turns):
        log.append(f"{name}{turn}")
        await asyncio.sleep(0)
    return name


async def parent(name):
    log.append(f"{name}+")
    child = asyncio.create_task(step(name.lower(), 2))
    await step(name, 1)
    result = await child
    log.append(f"{name}-{result}")


async def main():
    tasks = [asyncio.create_task(parent(name)) for name in "ABC"]
    await step("m", 3)
    for task in tasks:
        await task
    log.append("end")


asyncio.run(main())
print(" ".join(log))
