async def f():
    await a
    await a.b() ** 2
    -await a
    [await x async for x in y]
