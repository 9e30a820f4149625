import { type BaseException, caught, Exception, F, iter, KeyError, type Py, repr, str, SystemExit, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import * as a from "../../src/index.js";
import { inGroup, inLock, inTimeout } from "../with.js";
import type { Program, Statement, Target } from "./program.js";

/** An exception of one of these is noted and forgotten, so that programs live longer. Cancellation always goes on. */
const soft: ReadonlySet<string> = new Set(
  (
    "task_done put_nowait get_nowait put get join future_set future_fail future_wait wait wait_for shield " +
    "release as_completed barrier reschedule semaphore await"
  ).split(" "),
);

/** Runs one random program and notes what happened, line for line as scripts/interpret.py does. */
export class Interpreter {
  readonly log: string[] = [];
  readonly #program: Program;
  readonly #slots = new Map<number, a.Future>();
  readonly #timeouts: a.Timeout[] = [];
  readonly #locks = [new a.Lock(), new a.Lock()];
  readonly #semaphores = [new a.Semaphore(1), new a.BoundedSemaphore(2)];
  readonly #events = [new a.Event(), new a.Event()];
  readonly #queues = [new a.Queue(), new a.Queue(1), new a.PriorityQueue(2)];
  readonly #conditions = [new a.Condition(), new a.Condition()];
  readonly #barriers = [new a.Barrier(2), new a.Barrier(3)];
  readonly #procedureOf = new Map<Py, number>();
  #futures: a.Future[] = [];
  readonly #counts = [0, 0];
  #start = 0;
  #first = 0;

  constructor(program: Program) {
    this.#program = program;
  }

  *main(): Coroutine<string> {
    this.#start = a.get_running_loop()._scheduler.turns;
    this.#first = number(a.current_task() as a.Task);
    this.#futures = [new a.Future(), new a.Future()];
    for (const [index, procedure] of this.#program.main.entries()) this.#slots.set(index, this.#startTask(procedure, a.create_task));
    yield* a.sleep(this.#program.end);
    this.#note("main ends");
    return "main";
  }

  #note(...what: Py[]): void {
    const loop = a._get_running_loop();
    if (loop === null || loop.is_closed()) return;
    const task = a.current_task();
    const words = [loop._scheduler.turns - this.#start, str(F(loop._now())), task === null ? "-" : this.#name(task), ...what];
    this.log.push(words.map((word) => str(word)).join(" "));
  }

  #name(task: a.Future): string {
    return task instanceof a.Task ? `T${number(task) - this.#first}` : "future";
  }

  #startTask(procedure: number, create: (coroutine: Coroutine<number>) => a.Task<number>): a.Task {
    const task = create(this.#run(procedure)) as unknown as a.Task;
    this.#procedureOf.set(task, procedure);
    return task;
  }

  *#run(procedure: number): Coroutine<number> {
    this.#note("begin", procedure);
    try {
      yield* this.#block(this.#program.procedures[procedure] ?? [], procedure, null);
    } catch (error) {
      this.#note("leaves", procedure, repr(caught(error)));
      throw error;
    }
    this.#note("end", procedure);
    return procedure;
  }

  *#block(statements: readonly Statement[], index: number, group: a.TaskGroup | null): Coroutine<void> {
    for (const statement of statements) {
      let result: Py;
      try {
        result = yield* this.#step(statement, index, group);
      } catch (error) {
        const exception = caught(error);
        this.#note(statement[0], "raised", repr(exception));
        if (exception instanceof Exception && soft.has(statement[0])) continue;
        throw error;
      }
      this.#note(statement[0], this.#show(result));
    }
  }

  #show(value: Py): string {
    if (value instanceof a.Future) return this.#name(value);
    if (Array.isArray(value)) return `[${value.map((item) => this.#show(item)).join(", ")}]`;
    return repr(value);
  }

  #names(tasks: Iterable<a.Future>): string {
    return [...tasks]
      .map((task) => this.#name(task))
      .sort()
      .join(" ");
  }

  #target([kind, number]: Target, index: number): Py {
    if (kind === "proc") return this.#run(number);
    // Only tasks of later procedures, so that no task waits for itself.
    const found = this.#slots.get(number);
    return found !== undefined && (this.#procedureOf.get(found) as number) > index ? found : a.sleep(0, "nothing");
  }

  *#step(statement: Statement, index: number, group: a.TaskGroup | null): Coroutine<Py> {
    const [kind] = statement;
    switch (kind) {
      case "sleep":
        return yield* a.sleep(statement[1], "slept");
      case "spawn": {
        const task = this.#startTask(statement[2], a.create_task);
        this.#slots.set(statement[1], task);
        return task;
      }
      case "call":
        return yield* this.#run(statement[1]);
      case "await":
        return yield* this.#target(statement[1], index);
      case "cancel": {
        const task = this.#slots.get(statement[1]);
        return task === undefined ? null : task.cancel(statement[2]);
      }
      case "cancel_self":
        return (a.current_task() as a.Task).cancel();
      case "uncancel":
        return (a.current_task() as a.Task).uncancel();
      case "gather":
        return yield* a.gather(...statement[1].map((target) => this.#target(target, index)), { return_exceptions: statement[2] });
      case "wait": {
        const tasks = statement[1].map((slot) => this.#slots.get(slot)).filter((task) => task !== undefined);
        const [done, pending] = yield* a.wait(tasks, { timeout: statement[2], return_when: statement[3] });
        return [this.#names(done), this.#names(pending)];
      }
      case "wait_for":
        return yield* a.wait_for(this.#target(statement[1], index), statement[2]);
      case "shield":
        return yield* a.shield(this.#target(statement[1], index));
      case "as_completed": {
        const results: Py[] = [];
        const targets = statement[1].map((target) => this.#target(target, index));
        for (const item of iter(a.as_completed(targets, { timeout: statement[2] }))) results.push(yield* item);
        return results;
      }
      case "timeout": {
        const timeout = a.timeout(statement[1]);
        const body = this.#block.bind(this, statement[2], index, group);
        const timeouts = this.#timeouts;
        yield* inTimeout(timeout, function* () {
          timeouts.push(timeout);
          yield* body();
        });
        return timeout.expired();
      }
      case "reschedule": {
        const timeout = this.#timeouts.at(-1);
        if (timeout === undefined) return null;
        return timeout.reschedule(statement[1] === null ? null : a.get_running_loop()._now() + statement[1]);
      }
      case "group":
        yield* inGroup(new a.TaskGroup(), (inner) => this.#block(statement[1], index, inner));
        return null;
      case "group_spawn":
        return group === null ? null : this.#startTask(statement[1], (coroutine) => group.create_task(coroutine));
      case "lock":
        yield* inLock(at(this.#locks, statement[1]), () => this.#block(statement[2], index, group));
        return null;
      case "semaphore":
        yield* inLock(at(this.#semaphores, statement[1]), () => this.#block(statement[2], index, group));
        return null;
      case "event_wait":
        return yield* at(this.#events, statement[1]).wait();
      case "event_set":
        return at(this.#events, statement[1]).set();
      case "event_clear":
        return at(this.#events, statement[1]).clear();
      case "put":
        return yield* at(this.#queues, statement[1]).put(statement[2]);
      case "put_nowait":
        return at(this.#queues, statement[1]).put_nowait(statement[2]);
      case "get":
        return yield* at(this.#queues, statement[1]).get();
      case "get_nowait":
        return at(this.#queues, statement[1]).get_nowait();
      case "task_done":
        return at(this.#queues, statement[1]).task_done();
      case "join":
        return yield* at(this.#queues, statement[1]).join();
      case "shutdown":
        return at(this.#queues, statement[1]).shutdown(statement[2]);
      case "condition_wait": {
        const condition = at(this.#conditions, statement[1]);
        return yield* inLock(condition, () => condition.wait());
      }
      case "condition_notify": {
        const condition = at(this.#conditions, statement[1]);
        return yield* inLock(condition, function* () {
          return condition.notify(statement[2]);
        });
      }
      case "barrier":
        return yield* at(this.#barriers, statement[1]).wait();
      case "future_wait":
        return yield* at(this.#futures, statement[1]);
      case "future_set":
        return at(this.#futures, statement[1]).set_result(statement[2]);
      case "future_fail":
        return at(this.#futures, statement[1]).set_exception(new ValueError("future"));
      case "future_cancel":
        return at(this.#futures, statement[1]).cancel("future");
      case "soon":
        a.get_running_loop().call_soon(this.#said, statement[1]);
        return null;
      case "later":
        a.get_running_loop().call_later(statement[1], this.#said, statement[2]);
        return null;
      case "hold_gather":
        return this.#hold(statement[1], (targets) => a.gather(...targets, { return_exceptions: statement[3] }), statement[2], index);
      case "hold_shield":
        return this.#hold(statement[1], ([target]) => a.shield(target), [statement[2]], index);
      case "on_done":
        this.#slots.get(statement[1])?.add_done_callback(() => {
          this.#said(statement[2]);
        });
        return null;
      case "cancel_soon": {
        const future = this.#slots.get(statement[1]);
        if (future !== undefined) a.get_running_loop().call_soon(() => future.cancel());
        return null;
      }
      case "cancel_later": {
        const future = this.#slots.get(statement[2]);
        if (future !== undefined) a.get_running_loop().call_later(statement[1], () => future.cancel("later"));
        return null;
      }
      case "acquire":
        return yield* at<a.Lock | a.Semaphore>(statement[1] === "lock" ? this.#locks : this.#semaphores, statement[2]).acquire();
      case "release":
        return at<a.Lock | a.Semaphore>(statement[1] === "lock" ? this.#locks : this.#semaphores, statement[2]).release();
      case "condition_wait_for": {
        const condition = at(this.#conditions, statement[1]);
        this.#counts[statement[1]] = 0;
        return yield* inLock(condition, () =>
          condition.wait_for(() => {
            const count = at(this.#counts, statement[1]) + 1;
            this.#counts[statement[1]] = count;
            return count > statement[2];
          }),
        );
      }
      case "raise":
        if (statement[1] === "SystemExit") throw new SystemExit("raised");
        throw statement[1] === "ValueError" ? new ValueError("raised") : new KeyError("raised");
      case "try": {
        const [, body, which, handler, final] = statement;
        try {
          yield* this.#block(body, index, group);
        } catch (error) {
          if (!catches(which, caught(error))) throw error;
          yield* this.#block(handler, index, group);
        } finally {
          yield* this.#block(final, index, group);
        }
        return null;
      }
    }
  }

  /** Keeps a future in a slot: others may wait for it and cancel it. */
  #hold(slot: number, make: (targets: readonly Py[]) => a.Future, targets: readonly Target[], index: number): a.Future {
    const given = targets.map((target) => this.#target(target, index));
    const future = make(given);
    this.#slots.set(slot, future);
    const numbers = targets.map(([kind, number], at) => (kind === "proc" ? number : (this.#procedureOf.get(given[at]) ?? 99)));
    this.#procedureOf.set(future, Math.min(...numbers, this.#procedureOf.get(future) ?? 99));
    return future;
  }

  readonly #said = (id: number): void => {
    this.#note("callback", id);
  };
}

function catches(which: "cancel" | "error" | "all" | "none", error: BaseException): boolean {
  if (which === "cancel") return error instanceof a.CancelledError;
  return which === "all" || (which === "error" && error instanceof Exception);
}

function at<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}

function number(task: a.Task): number {
  return Number(task.get_name().slice(5));
}
