import asyncio
order = []

async def a(n):
    order.append(f"a{n}")
    await b(n)
    order.append(f"A{n}")

async def b(n):
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, n)
    order.append(f"b{n}={await fut}")

async def canceller(t):
    await asyncio.sleep(0)
    order.append(f"cancel {t.cancel()}")

async def victim():
    try:
        await asyncio.gather(a(8), asyncio.sleep(9))
    except asyncio.CancelledError:
        order.append("victim")
        await asyncio.sleep(0)
        order.append("victim2")
        raise
    finally:
        order.append("fin")

async def main():
    t = asyncio.create_task(victim())
    await asyncio.gather(a(1), a(2), canceller(t))
    r = await asyncio.gather(t, return_exceptions=True)
    order.append(repr(r[0]))
    q = asyncio.Queue(1)
    async def put(i):
        await q.put(i); order.append(f"p{i}")
    async def get():
        order.append(f"g{await q.get()}")
    await asyncio.gather(put(1), put(2), put(3), get(), get(), get())
    lock = asyncio.Lock()
    async def locked(i):
        async with lock:
            order.append(f"l{i}")
            await asyncio.sleep(0)
    await asyncio.gather(*(locked(i) for i in range(3)))
    sem = asyncio.Semaphore(2)
    async def s(i):
        async with sem:
            order.append(f"s{i}")
            await asyncio.sleep(0)
    await asyncio.gather(*(s(i) for i in range(5)))
    e = asyncio.Event()
    async def w(i):
        await e.wait(); order.append(f"w{i}")
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0); e.set(); order.append("set")
    await asyncio.wait(ts)
    f = asyncio.ensure_future(asyncio.sleep(0, "x"))
    f.add_done_callback(lambda f: order.append(f"cb {f.result()}"))
    order.append(await asyncio.shield(f))
    done, pending = await asyncio.wait([asyncio.create_task(asyncio.sleep(9)), asyncio.create_task(asyncio.sleep(0))], return_when=asyncio.FIRST_COMPLETED)
    order.append(f"{len(done)} {len(pending)}")
    for p in pending: p.cancel()
    await asyncio.sleep(0)
    order.append(str([p.cancelled() for p in pending]))
    try:
        await asyncio.wait_for(asyncio.shield(asyncio.sleep(0.05, 1)), 0.01)
    except TimeoutError as e2:
        order.append(repr(e2))

asyncio.run(main())
print("\n".join(order))
