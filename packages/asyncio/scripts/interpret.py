"""Runs random programs (see test/random/program.ts) with CPython's asyncio and says what happened.

    python3.13 interpret.py < programs.json > logs.json

Each program runs on a virtual clock (see virtual_loop.py). A log line is: iteration, time, task, what happened.
"""

import asyncio as a
import gc
import json
import logging
import sys

import virtual_loop

# An exception of one of these is noted and forgotten, so that programs live longer. Cancellation always goes on.
SOFT = {"task_done", "put_nowait", "get_nowait", "put", "get", "join", "future_set", "future_fail", "future_wait", "wait", "wait_for", "shield"}
SOFT |= {"release", "as_completed", "barrier", "reschedule", "semaphore", "await"}
ERRORS = {"ValueError": ValueError, "KeyError": KeyError, "SystemExit": SystemExit}


class Interpreter:
    def __init__(self, program):
        self.procedures = program["procedures"]
        self.program = program
        self.log = []
        self.slots = {}
        self.timeouts = []
        self.over = False
        self.counts = {}
        self.procedure_of = {}

    def note(self, *what):
        loop = a._get_running_loop()
        if loop is None or loop.deadlocked or self.over:
            return
        task = a.current_task()
        name = self.name(task) if task is not None else "-"
        self.log.append(" ".join([str(loop.iterations - self.start), str(float(loop.time())), name, *map(str, what)]))

    def name(self, task):
        # The counter of names goes on from program to program.
        return f"T{int(task.get_name()[5:]) - self.first}" if isinstance(task, a.Task) else "future"

    async def main(self):
        self.start = a.get_running_loop().iterations
        self.first = int(a.current_task().get_name()[5:])
        self.locks = [a.Lock(), a.Lock()]
        self.semaphores = [a.Semaphore(1), a.BoundedSemaphore(2)]
        self.events = [a.Event(), a.Event()]
        self.queues = [a.Queue(), a.Queue(1), a.PriorityQueue(2)]
        self.conditions = [a.Condition(), a.Condition()]
        self.barriers = [a.Barrier(2), a.Barrier(3)]
        self.futures = [a.Future(), a.Future()]
        for index, procedure in enumerate(self.program["main"]):
            self.slots[index] = self.start_task(procedure, a.create_task)
        await a.sleep(self.program["end"])
        self.note("main ends")
        return "main"

    def start_task(self, procedure, create):
        task = create(self.run(procedure))
        self.procedure_of[task] = procedure
        return task

    async def run(self, procedure):
        self.note("begin", procedure)
        try:
            await self.block(self.procedures[procedure], procedure, None)
        except BaseException as error:
            self.note("leaves", procedure, repr(error))
            raise
        self.note("end", procedure)
        return procedure

    async def block(self, statements, index, group):
        for statement in statements:
            try:
                result = await self.step(statement, index, group)
            except BaseException as error:
                self.note(statement[0], "raised", repr(error))
                if isinstance(error, Exception) and statement[0] in SOFT:
                    continue
                raise
            self.note(statement[0], self.show(result))

    def show(self, value):
        if isinstance(value, a.Future):
            return self.name(value)
        if isinstance(value, (list, tuple)):
            return "[" + ", ".join(self.show(item) for item in value) + "]"
        return repr(value)

    def names(self, tasks):
        return " ".join(sorted(self.name(task) for task in tasks))

    def target(self, target, index):
        kind, number = target
        if kind == "proc":
            return self.run(number)
        # Only tasks of later procedures, so that no task waits for itself.
        found = self.slots.get(number)
        return found if found is not None and self.procedure_of[found] > index else a.sleep(0, "nothing")

    def hold(self, slot, make, targets, index):
        """Keeps a future in a slot: others may wait for it and cancel it."""
        given = [self.target(target, index) for target in targets]
        future = make(given)
        self.slots[slot] = future
        numbers = [target[1] if target[0] == "proc" else self.procedure_of.get(item, 99) for target, item in zip(targets, given)]
        if future in self.procedure_of:
            numbers.append(self.procedure_of[future])
        self.procedure_of[future] = min(numbers)
        return future

    def said(self, id):
        self.note("callback", id)

    async def step(self, statement, index, group):
        kind, *args = statement
        match kind:
            case "sleep":
                return await a.sleep(args[0], "slept")
            case "spawn":
                task = self.start_task(args[1], a.create_task)
                self.slots[args[0]] = task
                return task
            case "call":
                return await self.run(args[0])
            case "await":
                return await self.target(args[0], index)
            case "cancel":
                task = self.slots.get(args[0])
                return None if task is None else task.cancel(args[1])
            case "cancel_self":
                return a.current_task().cancel()
            case "uncancel":
                return a.current_task().uncancel()
            case "gather":
                return await a.gather(*[self.target(t, index) for t in args[0]], return_exceptions=args[1])
            case "wait":
                tasks = [self.slots[n] for n in args[0] if n in self.slots]
                done, pending = await a.wait(tasks, timeout=args[1], return_when=args[2])
                return [self.names(done), self.names(pending)]
            case "wait_for":
                return await a.wait_for(self.target(args[0], index), args[1])
            case "shield":
                return await a.shield(self.target(args[0], index))
            case "as_completed":
                results = []
                for item in a.as_completed([self.target(t, index) for t in args[0]], timeout=args[1]):
                    results.append(await item)
                return results
            case "timeout":
                async with a.timeout(args[0]) as timeout:
                    self.timeouts.append(timeout)
                    await self.block(args[1], index, group)
                return timeout.expired()
            case "reschedule":
                if not self.timeouts:
                    return None
                when = None if args[0] is None else a.get_running_loop().time() + args[0]
                return self.timeouts[-1].reschedule(when)
            case "group":
                async with a.TaskGroup() as inner:
                    await self.block(args[0], index, inner)
                return None
            case "group_spawn":
                return None if group is None else self.start_task(args[0], group.create_task)
            case "lock":
                async with self.locks[args[0]]:
                    await self.block(args[1], index, group)
                return None
            case "semaphore":
                async with self.semaphores[args[0]]:
                    await self.block(args[1], index, group)
                return None
            case "event_wait":
                return await self.events[args[0]].wait()
            case "event_set":
                return self.events[args[0]].set()
            case "event_clear":
                return self.events[args[0]].clear()
            case "put":
                return await self.queues[args[0]].put(args[1])
            case "put_nowait":
                return self.queues[args[0]].put_nowait(args[1])
            case "get":
                return await self.queues[args[0]].get()
            case "get_nowait":
                return self.queues[args[0]].get_nowait()
            case "task_done":
                return self.queues[args[0]].task_done()
            case "join":
                return await self.queues[args[0]].join()
            case "shutdown":
                return self.queues[args[0]].shutdown(args[1])
            case "condition_wait":
                async with self.conditions[args[0]]:
                    return await self.conditions[args[0]].wait()
            case "condition_notify":
                async with self.conditions[args[0]]:
                    return self.conditions[args[0]].notify(args[1])
            case "barrier":
                return await self.barriers[args[0]].wait()
            case "future_wait":
                return await self.futures[args[0]]
            case "future_set":
                return self.futures[args[0]].set_result(args[1])
            case "future_fail":
                return self.futures[args[0]].set_exception(ValueError("future"))
            case "future_cancel":
                return self.futures[args[0]].cancel("future")
            case "soon":
                a.get_running_loop().call_soon(self.said, args[0])
                return None
            case "later":
                a.get_running_loop().call_later(args[0], self.said, args[1])
                return None
            case "hold_gather":
                return self.hold(args[0], lambda targets: a.gather(*targets, return_exceptions=args[2]), args[1], index)
            case "hold_shield":
                return self.hold(args[0], lambda targets: a.shield(*targets), [args[1]], index)
            case "on_done":
                found = self.slots.get(args[0])
                return None if found is None else found.add_done_callback(lambda _: self.said(args[1]))
            case "cancel_soon":
                found = self.slots.get(args[0])
                if found is not None:
                    a.get_running_loop().call_soon(found.cancel)
                return None
            case "cancel_later":
                found = self.slots.get(args[1])
                if found is not None:
                    a.get_running_loop().call_later(args[0], found.cancel, "later")
                return None
            case "acquire":
                return await (self.locks if args[0] == "lock" else self.semaphores)[args[1]].acquire()
            case "release":
                return (self.locks if args[0] == "lock" else self.semaphores)[args[1]].release()
            case "condition_wait_for":
                self.counts[args[0]] = 0
                def enough():
                    self.counts[args[0]] += 1
                    return self.counts[args[0]] > args[1]
                async with self.conditions[args[0]]:
                    return await self.conditions[args[0]].wait_for(enough)
            case "raise":
                raise ERRORS[args[0]]("raised")
            case "try":
                body, which, handler, final = args
                caught = {"cancel": a.CancelledError, "error": Exception, "all": BaseException, "none": ()}[which]
                try:
                    await self.block(body, index, group)
                except caught:
                    await self.block(handler, index, group)
                finally:
                    await self.block(final, index, group)
                return None


def run(program):
    interpreter = Interpreter(program)
    loop = virtual_loop.VirtualLoop()
    runner = a.Runner(loop_factory=lambda: loop)
    try:
        with runner:
            result = runner.run(interpreter.main())
        interpreter.log.append(f"result {result!r}")
    except virtual_loop.Deadlock:
        interpreter.log.append("deadlock")
    except BaseException as error:
        interpreter.log.append(f"raised {error!r}")
    interpreter.over = True
    # What a deadlock left behind must not wake up in the next program.
    gc.collect()
    return interpreter.log


if __name__ == "__main__":
    logging.getLogger("asyncio").setLevel(logging.CRITICAL)
    virtual_loop.install()
    json.dump([run(program) for program in json.load(sys.stdin)], sys.stdout)
