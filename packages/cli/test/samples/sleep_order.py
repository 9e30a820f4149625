import asyncio


async def ring(name, delay):
    value = await asyncio.sleep(delay, result=name.upper())
    print(name, value)


async def main():
    alarms = {"third": 0.15, "first": 0.02, "fourth": 0.2, "second": 0.08, "now": 0, "early": -1}
    await asyncio.gather(*[ring(name, delay) for name, delay in alarms.items()])
    print(await asyncio.sleep(0, "result"))
    print(await asyncio.sleep(0.001))


asyncio.run(main())
