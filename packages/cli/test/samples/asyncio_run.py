import asyncio


async def add(a, b):
    return a + b


async def main(n):
    total = 0
    for i in range(n):
        total = await add(total, i)
    return total


async def nested():
    coroutine = add(1, 2)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print("RuntimeError:", error)
    finally:
        coroutine.close()


async def failing():
    raise LookupError("nothing here")


print(asyncio.run(main(10)))
print(asyncio.run(main(0)))
asyncio.run(nested())
try:
    asyncio.run(failing())
except LookupError as error:
    print("LookupError:", error)
print(asyncio.run(add("once ", "more")))
