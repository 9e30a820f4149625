import asyncio
from collections import deque, defaultdict, Counter
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial


class State(Enum):
    IDLE = auto()
    BUSY = auto()
    DONE = auto()

    @property
    def label(self):
        return self.name.lower()


@dataclass(order=True)
class Item:
    priority: int
    name: str = field(compare=False)
    history: list = field(default_factory=list, compare=False, repr=False)

    def move(self, state: State) -> "Item":
        self.history.append(state.label)
        return self


@asynccontextmanager
async def session(name, log):
    log.append(f"open {name}")
    await asyncio.sleep(0)
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"error {e}")
        raise
    finally:
        log.append(f"close {name}")


class Bus:
    def __init__(self):
        self._subs = defaultdict(list)
        self._seen = Counter()

    def on(self, topic):
        def deco(fn):
            self._subs[topic].append(fn)
            return fn
        return deco

    async def emit(self, topic, *args):
        self._seen[topic] += 1
        return await asyncio.gather(*(fn(*args) for fn in self._subs[topic]))


bus = Bus()


@bus.on("add")
async def total(a, b):
    await asyncio.sleep(0)
    return a + b


@bus.on("add")
async def product(a, b):
    return a * b


async def windows(xs, n):
    w = deque(maxlen=n)
    for x in xs:
        w.append(x)
        if len(w) == n:
            await asyncio.sleep(0)
            yield tuple(w)


async def main():
    log = []
    async with session("db", log) as s:
        print(s)
    try:
        async with session("bad", log):
            raise ValueError("oops")
    except ValueError:
        print("propagated")
    print(log)
    print(await bus.emit("add", 3, 4), await bus.emit("none"), dict(bus._seen))
    print([w async for w in windows(range(5), 3)])
    items = sorted([Item(2, "b"), Item(1, "c"), Item(2, "a")])
    print(items, items[0].move(State.BUSY).move(State.DONE).history)
    q = asyncio.PriorityQueue()
    for it in items:
        q.put_nowait(it)
    while not q.empty():
        print((await q.get()).name, end=" ")
    print()
    add5 = partial(total, 5)
    print(await add5(6), [st.value for st in State], State["IDLE"] is State(1))
    agen = windows("abcdef", 2)
    async for w in agen:
        if w[1] == "c":
            break
    await agen.aclose()
    cond = asyncio.Condition()
    ready = []

    async def waiter(i):
        async with cond:
            await cond.wait_for(lambda: len(ready) >= i)
            print("waiter", i, ready)

    tasks = [asyncio.create_task(waiter(i)) for i in (2, 1)]
    for r in "xy":
        await asyncio.sleep(0)
        async with cond:
            ready.append(r)
            cond.notify_all()
    await asyncio.gather(*tasks)
    barrier = asyncio.Barrier(2)

    async def party(n):
        i = await barrier.wait()
        return n, i
    print(sorted(await asyncio.gather(party("a"), party("b"))))
    async with asyncio.TaskGroup() as tg:
        ts = [tg.create_task(total(i, i), name=f"t{i}") for i in range(3)]
    print([t.result() for t in ts], ts[1].get_name())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(boom(1))
            tg.create_task(boom(2))
            tg.create_task(asyncio.sleep(60))
    except* KeyError as eg:
        print(type(eg).__name__, eg.exceptions, str(eg))
    try:
        async with asyncio.timeout(0.02) as cm:
            await asyncio.sleep(60)
    except TimeoutError:
        print("timeout", cm.expired())


async def boom(n):
    await asyncio.sleep(0)
    raise KeyError(n)


if __name__ == "__main__":
    asyncio.run(main())
