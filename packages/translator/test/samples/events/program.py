"""An event bus with subscribers, filters and a bounded history."""
from __future__ import annotations

import asyncio
import contextlib
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Any, AsyncIterator, Awaitable, Callable, Iterator, Protocol

Handler = Callable[["Message"], Awaitable[None]]


class Sink(Protocol):
    def write(self, text: str) -> None: ...


@dataclass
class Message:
    topic: str
    payload: Any = None
    headers: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        extra = ", ".join(f"{k}={v}" for k, v in sorted(self.headers.items()))
        return f"[{self.topic}] {self.payload!r}" + (f" ({extra})" if extra else "")


class Bus:
    def __init__(self, history: int = 3):
        self._handlers: defaultdict[str, list[Handler]] = defaultdict(list)
        self._history: deque[Message] = deque(maxlen=history)
        self._tasks: set[asyncio.Task] = set()
        self.errors: list[str] = []

    def on(self, topic: str):
        def register(handler: Handler) -> Handler:
            self._handlers[topic].append(handler)
            return handler

        return register

    async def publish(self, message: Message) -> int:
        self._history.append(message)
        handlers = self._handlers.get(message.topic, []) + self._handlers.get("*", [])
        results = await asyncio.gather(*(h(message) for h in handlers), return_exceptions=True)
        for result in results:
            if isinstance(result, Exception):
                self.errors.append(f"{type(result).__name__}: {result}")
        return len(handlers)

    def publish_later(self, message: Message, delay: float) -> asyncio.Task:
        async def later():
            await asyncio.sleep(delay)
            return await self.publish(message)

        task = asyncio.create_task(later())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    @property
    def history(self) -> list[str]:
        return [str(m) for m in self._history]

    @contextlib.contextmanager
    def muted(self, topic: str) -> Iterator[None]:
        saved = self._handlers.pop(topic, [])
        try:
            yield
        finally:
            self._handlers[topic] = saved

    @contextlib.asynccontextmanager
    async def session(self, name: str) -> AsyncIterator["Bus"]:
        await self.publish(Message("session", f"{name} open"))
        try:
            yield self
        finally:
            await self.publish(Message("session", f"{name} closed"))


bus = Bus()
log: list[str] = []


@bus.on("greet")
async def greet(message: Message) -> None:
    log.append(f"hello {message.payload}")


@bus.on("greet")
async def slow_greet(message):
    await asyncio.sleep(0.01)
    log.append(f"slow hello {message.payload}")


@bus.on("*")
async def everything(message):
    if message.payload == "bad":
        raise ValueError("bad payload")
    log.append(f"saw {message}")


async def main() -> None:
    n = await bus.publish(Message("greet", "ann"))
    print(n, log)
    log.clear()
    with bus.muted("greet"):
        print(await bus.publish(Message("greet", "bob", {"b": "2", "a": "1"})), log)
    log.clear()
    async with bus.session("s1") as b:
        assert b is bus
        await bus.publish(Message("other", "bad"))
    print(bus.errors, bus.history)
    tasks = [bus.publish_later(Message("greet", i), 0.02 - i * 0.005) for i in range(3)]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    print([await t for t in tasks], len(bus._tasks))
    with contextlib.suppress(KeyError):
        {}["x"]
    for coro in asyncio.as_completed([asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]):
        print(await coro)
    try:
        async with asyncio.timeout(0.01):
            async with bus.session("s2"):
                await asyncio.sleep(1)
    except TimeoutError:
        print("timed out:", bus.history[-1])


if __name__ == "__main__":
    asyncio.run(main())
