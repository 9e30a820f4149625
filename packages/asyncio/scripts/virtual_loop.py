"""Runs a program with CPython's asyncio on a virtual clock and with every order that CPython leaves open made creation order.

    python3.13 virtual_loop.py program.py

The clock moves only when nothing is ready: to the deadline of the first timer. Timers with equal deadlines fire in creation
order, and the sets that asyncio walks are replaced by sets that keep insertion order.
"""

import asyncio
import asyncio.events
import asyncio.taskgroups
import asyncio.tasks
import builtins
import itertools
import runpy
import sys
import weakref

serials = itertools.count()


class OrderedTimer(asyncio.TimerHandle):
    __slots__ = ("serial",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.serial = next(serials)

    def __lt__(self, other):
        return (self._when, self.serial) < (other._when, other.serial)


OrderedTimer.__name__ = "TimerHandle"


class OrderedSet(dict):
    def __init__(self, items=()):
        super().__init__((item, None) for item in items)

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)

    def remove(self, item):
        del self[item]


class Deadlock(Exception):
    pass


class VirtualSelector:
    def __init__(self, loop, inner):
        self._loop = loop
        self._inner = inner

    def select(self, timeout=None):
        if timeout is None:
            self._loop.deadlocked = True
            raise Deadlock("nothing is ready and no timer is set")
        if timeout > 0:
            self._loop.now = self._loop._scheduled[0]._when
        return self._inner.select(0)

    def __getattr__(self, name):
        return getattr(self._inner, name)


births = weakref.WeakKeyDictionary()


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.now = 0.0
        self.iterations = 0
        self.deadlocked = False
        super().__init__()
        self._clock_resolution = 1e-9
        self._selector = VirtualSelector(self, self._selector)

    def time(self):
        return self.now

    def _run_once(self):
        self.iterations += 1
        super()._run_once()

    def create_task(self, coro, **kwargs):
        task = super().create_task(coro, **kwargs)
        births[task] = next(serials)
        return task


class VirtualPolicy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = VirtualLoop


def install():
    asyncio.events.TimerHandle = OrderedTimer
    asyncio.tasks.set = OrderedSet
    asyncio.taskgroups.set = OrderedSet
    plain = asyncio.tasks.all_tasks

    def all_tasks(loop=None):
        return OrderedSet(sorted(plain(loop), key=lambda task: births.get(task, 0)))

    asyncio.tasks.all_tasks = all_tasks
    asyncio.all_tasks = all_tasks
    asyncio.set_event_loop_policy(VirtualPolicy())


if __name__ == "__main__":
    install()
    builtins.__dict__.setdefault("__virtual__", True)
    program = sys.argv[1]
    sys.argv = [program]
    runpy.run_path(program, run_name="__main__")
