import asyncio
import sys


async def agen():
    try:
        yield 1
        yield 2
    finally:
        print("agen closed")


class Worker:
    def __init__(self, name: str, *, retries: int = 2) -> None:
        self.name = name
        self.retries = retries
        self._task: asyncio.Task | None = None
        self._stop = asyncio.Event()

    def start(self) -> "Worker":
        self._task = asyncio.create_task(self._run(), name=self.name)
        return self

    async def stop(self) -> None:
        self._stop.set()
        if self._task is not None:
            await self._task
        self._task = None

    async def _run(self) -> int:
        n = 0
        while not self._stop.is_set():
            n += 1
            try:
                await asyncio.wait_for(self._stop.wait(), timeout=0.005)
            except asyncio.TimeoutError:
                if n >= self.retries:
                    break
        print(self.name, "ran", n)
        return n


async def main() -> int:
    async for x in agen():
        print(x)
        break
    await asyncio.sleep(0)
    g = agen()
    print(await g.__anext__())
    await g.aclose()
    w = Worker("w1").start()
    await asyncio.sleep(0.012)
    await w.stop()
    results = await asyncio.gather(*map(asyncio.sleep, [0.001, 0.002], ["a", "b"]))
    print(results)
    task = asyncio.current_task()
    print(task is not None and task.get_name().startswith("Task"), len(asyncio.all_tasks()))
    return 3


if __name__ == "__main__":
    try:
        code = asyncio.run(main())
    except KeyboardInterrupt:
        code = 130
    finally:
        print("done")
    sys.exit(code)
