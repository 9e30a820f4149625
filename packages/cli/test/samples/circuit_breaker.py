import asyncio
import random


class CircuitOpen(Exception):
    """Raised while the breaker refuses calls."""


class Breaker:
    def __init__(self, threshold: int = 3):
        self.threshold = threshold
        self.failures = 0
        self.state = "closed"

    async def call(self, func, *args, **kwargs):
        if self.state == "open":
            raise CircuitOpen(f"refused after {self.failures} failures")
        try:
            result = await func(*args, **kwargs)
        except (ConnectionError, asyncio.TimeoutError) as exc:
            self.failures += 1
            if self.failures >= self.threshold:
                self.state = "open"
            raise RuntimeError("call failed") from exc
        self.failures = 0
        return result


async def flaky(n, *, fail=()):
    await asyncio.sleep(0)
    if n in fail:
        raise ConnectionError(f"no route to {n}")
    return n * n


async def retry(times, func, *args, **kwargs):
    for attempt in range(1, times + 1):
        try:
            return await func(*args, **kwargs)
        except ConnectionError as e:
            print(f"  attempt {attempt}: {e}")
            if attempt == times:
                raise
            await asyncio.sleep(0.001 * 2**attempt)


async def main():
    random.seed(7)
    breaker = Breaker()
    for n in range(6):
        try:
            print(n, await breaker.call(flaky, n, fail={1, 2, 3}))
        except CircuitOpen as e:
            print(n, "open:", e)
        except RuntimeError as e:
            print(n, e, "<-", repr(e.__cause__))
    try:
        await retry(2, flaky, 5, fail=(5,))
    except ConnectionError as e:
        print("gave up:", e)
    numbers = [random.randint(1, 6) for _ in range(10)]
    print(numbers, sorted(set(numbers)), random.choice(["a", "b", "c"]), round(random.random(), 6))
    results = await asyncio.gather(*(flaky(i, fail=[2]) for i in range(4)), return_exceptions=True)
    for r in results:
        match r:
            case int(v) if v > 1:
                print("big", v)
            case int():
                print("small", r)
            case ConnectionError():
                print("error", r)


asyncio.run(main())
