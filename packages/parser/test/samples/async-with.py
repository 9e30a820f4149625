async def f():
    async with a as b, c: pass
    async with (a as b, c as d,): pass
