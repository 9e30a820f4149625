import asyncio
import time


class Observable:
    def __init__(self):
        self._observers = []

    def subscribe(self, fn):
        self._observers.append(fn)
        return lambda: self._observers.remove(fn)

    def emit(self, *args, **kwargs):
        for fn in list(self._observers):
            fn(*args, **kwargs)


class Singleton:
    _instance = None

    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance


class Plugin:
    registry = {}

    @classmethod
    def register(cls, name):
        def deco(sub):
            cls.registry[name] = sub
            return sub

        return deco

    def run(self, x):
        raise NotImplementedError


@Plugin.register("double")
class Double(Plugin):
    def run(self, x):
        return x * 2


@Plugin.register("neg")
class Neg(Plugin):
    def run(self, x):
        return -x


class Pipeline:
    def __init__(self, *names):
        self.stages = [Plugin.registry[n]() for n in names]

    def __call__(self, x):
        for s in self.stages:
            x = s.run(x)
        return x

    def __or__(self, name):
        p = Pipeline()
        p.stages = self.stages + [Plugin.registry[name]()]
        return p


class Meter:
    def __init__(self):
        self.calls = 0

    def __call__(self, fn):
        def wrapped(*args):
            self.calls += 1
            return fn(*args)

        return wrapped


meter = Meter()


@meter
def area(w, h=2):
    return w * h


def retry(times, exceptions=(Exception,)):
    def deco(fn):
        async def inner(*args, **kw):
            for attempt in range(1, times + 1):
                try:
                    return await fn(*args, **kw)
                except exceptions as e:
                    print(f"attempt {attempt} failed: {e}")
                    if attempt == times:
                        raise
                    await asyncio.sleep(0)

        return inner

    return deco


attempts = {"n": 0}


@retry(3, exceptions=(ConnectionError,))
async def flaky(limit):
    attempts["n"] += 1
    if attempts["n"] < limit:
        raise ConnectionError(f"try {attempts['n']}")
    return "ok"


class RateLimiter:
    def __init__(self, rate):
        self.sem = asyncio.Semaphore(rate)
        self.active = 0
        self.peak = 0

    async def __aenter__(self):
        await self.sem.acquire()
        self.active += 1
        self.peak = max(self.peak, self.active)
        return self

    async def __aexit__(self, *exc):
        self.active -= 1
        self.sem.release()


async def job(limiter, i):
    async with limiter:
        await asyncio.sleep(0.001 * (5 - i))
        return i


async def ticker(n, out):
    try:
        for i in range(n):
            out.append(i)
            await asyncio.sleep(0.005)
    except asyncio.CancelledError:
        out.append("cancelled")
        raise
    finally:
        out.append("bye")


async def stage(inp, out, fn):
    while (item := await inp.get()) is not None:
        await out.put(fn(item))
    await out.put(None)


async def main():
    lim = RateLimiter(2)
    print(await asyncio.gather(*[job(lim, i) for i in range(5)]), lim.peak)
    print(await flaky(2))
    attempts["n"] = 0
    try:
        await flaky(9)
    except ConnectionError as e:
        print("gave up:", e)
    out = []
    t = asyncio.create_task(ticker(100, out))
    await asyncio.sleep(0.012)
    t.cancel()
    results = await asyncio.gather(t, return_exceptions=True)
    print(out[0], out[-2:], results, t.done())
    q1, q2, q3 = asyncio.Queue(), asyncio.Queue(), asyncio.Queue()
    stages = [asyncio.create_task(stage(q1, q2, lambda x: x + 1)), asyncio.create_task(stage(q2, q3, lambda x: x * 10))]
    for i in [1, 2, 3, None]:
        await q1.put(i)
    final = []
    while (v := await q3.get()) is not None:
        final.append(v)
    await asyncio.gather(*stages)
    print(final)
    loop = asyncio.get_running_loop()
    order = []
    loop.call_soon(order.append, "soon")
    loop.call_later(0.001, lambda: order.append("later"))
    await asyncio.sleep(0.01)
    print(order)
    cond = asyncio.Condition()
    state = {"ready": False}

    async def wait_ready():
        async with cond:
            await cond.wait_for(lambda: state["ready"])
            return "ready!"

    w = asyncio.create_task(wait_ready())
    await asyncio.sleep(0)
    async with cond:
        state["ready"] = True
        cond.notify_all()
    print(await w)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(1))
            tg.create_task(flaky(99))
    except* ConnectionError as eg:
        print("group", len(eg.exceptions))


obs = Observable()
seen = []
off = obs.subscribe(lambda *a, **k: seen.append((a, k)))
obs.emit(1, x=2)
off()
obs.emit(3)
print(seen, Singleton.get() is Singleton.get(), Singleton._instance is not None)
p = Pipeline("double", "neg")
print(p(5), (p | "double")(5), list(Plugin.registry), area(3), area(3, 4), meter.calls)
try:
    Plugin().run(1)
except NotImplementedError as e:
    print("not implemented", repr(e))
start = time.monotonic()
asyncio.run(main())
print(time.monotonic() - start < 5)
