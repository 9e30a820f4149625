async def f(x):
    await x
    return await g(await h)
