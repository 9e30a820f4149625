import { describe, expect, test } from "vitest";
import { CancelledError, type Coroutine, JoinError, Runtime, RuntimeError, SpawnError, until } from "../src/index.js";
import { PENDING, Task, WaitOperation, WaitQueue, type Waiter } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

/** A permit that is handed over: taken, free, or on its way. */
class Gate {
  readonly waiters = new WaitQueue();
  free = 0;
  abandoned = 0;

  pass(signal?: AbortSignal): Pass {
    return new Pass(this, signal);
  }

  open(value?: unknown): void {
    const waiter = this.waiters.shift();
    if (waiter === undefined) this.free++;
    else waiter.grant(value);
  }
}

class Pass extends WaitOperation<unknown> {
  readonly #gate: Gate;

  constructor(gate: Gate, signal?: AbortSignal) {
    super({ signal });
    this.#gate = gate;
  }

  override attempt(): unknown {
    if (this.#gate.free === 0) return PENDING;
    this.#gate.free--;
    return "at once";
  }

  override enqueue(waiter: Waiter): void {
    this.#gate.waiters.push(waiter);
  }

  override giveBack(): void {
    this.#gate.open("given back");
  }

  override abandoned(): void {
    this.#gate.abandoned++;
  }

  override describe(): string {
    return "Gate.pass";
  }
}

function setup(): { rt: Runtime; platform: FakePlatform; log: unknown[] } {
  const platform = new FakePlatform();
  return { rt: new Runtime({ platform }), platform, log: [] };
}

describe("a task", () => {
  test("gives its value to join and to outcome", async () => {
    const { rt } = setup();
    function* body(): Coroutine<number> {
      yield;
      return 42;
    }
    const handle = rt.spawn(body(), { name: "answer" });
    expect(handle.isFinished()).toBe(false);
    expect(handle.name).toBe("answer");
    expect(await handle.join()).toBe(42);
    expect(await handle.outcome()).toEqual({ status: "completed", value: 42 });
    expect(handle.isFinished()).toBe(true);
    expect(handle.abort()).toBe(false);
  });

  test("runs nothing before its turn", async () => {
    const { rt, log } = setup();
    rt.spawn(
      (function* () {
        log.push("ran");
      })(),
    );
    expect(log).toEqual([]);
    await settle();
    expect(log).toEqual(["ran"]);
  });

  test("gives its error to everyone who joins", async () => {
    const { rt, platform } = setup();
    const error = new Error("boom");
    const handle = rt.spawn(
      (function* () {
        throw error;
      })(),
    );
    await expect(handle.join()).rejects.toBe(error);
    await expect(handle.join()).rejects.toBe(error);
    expect(await handle.outcome()).toEqual({ status: "failed", error });
    await settle();
    platform.runDeferred();
    expect(platform.written).toEqual([]);
  });

  test("refuses to join itself", async () => {
    const { rt } = setup();
    const handle: { current?: ReturnType<typeof rt.spawn> } = {};
    handle.current = rt.spawn(function* () {
      yield* handle.current!.join();
    });
    await expect(handle.current.join()).rejects.toThrow(RuntimeError);
  });

  test("takes an async function, an operation and a plain function", async () => {
    const { rt } = setup();
    expect(await rt.run(async () => "async")).toBe("async");
    expect(await rt.run(() => "plain")).toBe("plain");
    expect(await rt.run(until(Promise.resolve("operation")))).toBe("operation");
    expect(await rt.run(({ id, name }) => [typeof id, name])).toEqual(["number", undefined]);
    await expect(rt.run(7 as never)).rejects.toThrow(SpawnError);
  });

  test("is told when it yields what it should have delegated to", async () => {
    const { rt } = setup();
    const run = rt.run(function* (): Coroutine<void> {
      yield until(Promise.resolve()) as never;
    });
    await expect(run).rejects.toThrow(/Write yield\*/);
  });

  test("cannot be woken twice", async () => {
    const { rt } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      yield* gate.pass();
    });
    await settle();
    const waiter = gate.waiters.shift();
    waiter!.grant();
    expect(() => waiter!.grant()).toThrow(RuntimeError);
    await handle.join();
  });

  test("wakes those who join in the order in which they came, inside tasks and outside", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      yield* gate.pass();
    });
    function* join(name: string): Coroutine<void> {
      yield* handle.join();
      log.push(name);
    }
    rt.spawn(join("a"));
    await settle();
    const b = (async () => {
      await handle.join();
      log.push("b");
    })();
    await settle();
    rt.spawn(join("c"));
    await settle();
    rt.spawn(function* () {
      gate.open();
    });
    await b;
    await settle();
    expect(log).toEqual(["a", "b", "c"]);
  });

  test("calls onDone inside the last step, before those who join", async () => {
    const { rt, log } = setup();
    const task = new Task(
      rt.scheduler,
      (function* () {
        log.push("body");
      })(),
    );
    task.onDone = (done) => log.push(done.status);
    task.start();
    rt.spawn(function* () {
      log.push("next entry");
    });
    await settle();
    expect(log).toEqual(["body", "completed", "next entry"]);
  });
});

describe("abort", () => {
  test("before the first step runs nothing", async () => {
    const { rt, log } = setup();
    for (const work of [
      (function* () {
        log.push("ran");
      })(),
      () => void log.push("ran"),
    ]) {
      const handle = rt.spawn(work);
      expect(handle.abort("why")).toBe(true);
      expect(await handle.outcome()).toEqual({ status: "cancelled", reason: "why" });
    }
    expect(log).toEqual([]);
  });

  test("while parked throws at the suspension point, runs finally, leaves the queue", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      try {
        yield* gate.pass();
      } catch (error) {
        log.push(error instanceof CancelledError && error.reason);
        throw error;
      } finally {
        log.push("cleaning");
        yield;
        log.push("clean");
      }
    });
    await settle();
    expect(gate.waiters.size).toBe(1);
    handle.abort("stop");
    expect(gate.waiters.size).toBe(0);
    expect(gate.abandoned).toBe(1);
    expect(handle.isFinished()).toBe(false);
    await expect(handle.join()).rejects.toThrow(JoinError);
    expect(log).toEqual(["stop", "cleaning", "clean"]);
  });

  test("join says which task was cancelled and why", async () => {
    const { rt } = setup();
    const handle = rt.spawn(until(new Promise(() => {})), { name: "stuck" });
    await settle();
    handle.abort("no longer needed");
    const error: unknown = await handle.join().then(
      () => undefined,
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(JoinError);
    expect((error as JoinError).message).toContain(`task ${handle.id} "stuck"`);
    expect((error as JoinError).message).toContain("no longer needed");
    expect((error as JoinError).task).toBe(handle.id);
    expect((error as JoinError).cause).toBeInstanceOf(CancelledError);
  });

  test("while granted but not resumed hands the grant on", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const first = rt.spawn(function* () {
      yield* gate.pass();
      log.push("first");
    });
    const second = rt.spawn(function* () {
      log.push(yield* gate.pass());
    });
    await settle();
    gate.open();
    first.abort();
    await second.join();
    expect((await first.outcome()).status).toBe("cancelled");
    expect(log).toEqual(["given back"]);
    expect(gate.free).toBe(0);
    expect(gate.abandoned).toBe(0);
  });

  test("inside finally is thrown again, and so is a second one", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      try {
        yield* gate.pass();
      } finally {
        try {
          yield* gate.pass();
        } catch (error) {
          log.push((error as CancelledError).reason);
          yield* gate.pass();
        }
      }
    });
    await settle();
    handle.abort(1);
    await settle();
    handle.abort(2);
    await settle();
    expect(log).toEqual([2]);
    expect(handle.isFinished()).toBe(false);
    gate.open();
    expect((await handle.outcome()).status).toBe("cancelled");
  });

  test("twice before the task runs is thrown once, with the later reason", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      try {
        yield* gate.pass();
      } catch (error) {
        log.push((error as CancelledError).reason);
      }
      yield;
      return "done";
    });
    await settle();
    handle.abort(1);
    handle.abort(2);
    expect(await handle.join()).toBe("done");
    expect(log).toEqual([2]);
  });

  test("that is caught leaves a completed task with a value", async () => {
    const { rt } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      try {
        yield* gate.pass();
      } catch {
        return "caught";
      }
      return "passed";
    });
    await settle();
    handle.abort();
    expect(await handle.join()).toBe("caught");
  });

  test("travels through nested yield*", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    function* level(n: number): Coroutine<void> {
      try {
        if (n === 0) yield* gate.pass();
        else yield* level(n - 1);
      } finally {
        log.push(n);
      }
    }
    const handle = rt.spawn(level(3));
    await settle();
    handle.abort();
    await handle.outcome();
    expect(log).toEqual([0, 1, 2, 3]);
  });

  test("by the task itself is thrown at its next suspension", async () => {
    const { rt, log } = setup();
    const gate = new Gate();
    const handle: { current?: ReturnType<typeof rt.spawn> } = {};
    handle.current = rt.spawn(function* () {
      handle.current!.abort();
      log.push("still running");
      yield* gate.pass();
      log.push("never");
    });
    expect((await handle.current.outcome()).status).toBe("cancelled");
    expect(log).toEqual(["still running"]);
    expect(gate.waiters.size).toBe(0);
  });

  test("of a task at a bare yield is thrown there", async () => {
    const { rt, log } = setup();
    const handle = rt.spawn(function* () {
      for (;;) {
        log.push("step");
        yield;
      }
    });
    rt.spawn(function* () {
      handle.abort();
    });
    expect((await handle.outcome()).status).toBe("cancelled");
    expect(log).toEqual(["step"]);
  });

  test("of a task that waits for a promise ends it at once", async () => {
    const { rt } = setup();
    const handle = rt.spawn(until(new Promise(() => {})));
    await settle();
    handle.abort();
    expect((await handle.outcome()).status).toBe("cancelled");
  });

  test("an error thrown in finally replaces the cancellation", async () => {
    const { rt } = setup();
    const gate = new Gate();
    const handle = rt.spawn(function* () {
      try {
        yield* gate.pass();
      } finally {
        // eslint-disable-next-line no-unsafe-finally -- that is what is tested
        throw new Error("cleanup failed");
      }
    });
    await settle();
    handle.abort();
    await expect(handle.join()).rejects.toThrow("cleanup failed");
  });
});

describe("an async function as a task", () => {
  test("is told by its signal and ends when it has cleaned up", async () => {
    const { rt, log } = setup();
    const cleaned = deferred();
    const handle = rt.spawn(async ({ signal }) => {
      await new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error))).catch(
        async (error: unknown) => {
          log.push((error as CancelledError).reason);
          await cleaned.promise;
          log.push("clean");
          throw error;
        },
      );
    });
    await settle();
    handle.abort("stop");
    await settle();
    expect(log).toEqual(["stop"]);
    expect(handle.isFinished()).toBe(false);
    cleaned.resolve(undefined);
    expect(await handle.outcome()).toEqual({ status: "cancelled", reason: "stop" });
    expect(log).toEqual(["stop", "clean"]);
  });

  test("that ignores its signal completes", async () => {
    const { rt } = setup();
    const work = deferred();
    const handle = rt.spawn(async () => {
      await work.promise;
      return "value";
    });
    await settle();
    handle.abort();
    await settle();
    work.resolve(undefined);
    expect(await handle.join()).toBe("value");
  });

  test("that fails with the host's AbortError was cancelled, with another error failed", async () => {
    const { rt } = setup();
    const rejectWith = (make: () => unknown) =>
      rt.spawn(({ signal }) => new Promise<void>((_, reject) => signal.addEventListener("abort", () => reject(make() as Error))));
    const aborted = rejectWith(() => new DOMException("gone", "AbortError"));
    const failed = rejectWith(() => new Error("other"));
    await settle();
    aborted.abort("why");
    failed.abort("why");
    expect(await aborted.outcome()).toEqual({ status: "cancelled", reason: "why" });
    expect((await failed.outcome()).status).toBe("failed");
  });

  test("sees an aborted signal when it asks after the abort", async () => {
    const { rt } = setup();
    const go = deferred();
    const handle = rt.spawn(async (task) => {
      await go.promise;
      return task.signal.aborted;
    });
    await settle();
    handle.abort();
    await settle();
    go.resolve(undefined);
    expect(await handle.join()).toBe(true);
  });
});

function deferred(): { promise: Promise<undefined>; resolve: (value: undefined) => void } {
  let resolve!: (value: undefined) => void;
  const promise = new Promise<undefined>((r) => (resolve = r));
  return { promise, resolve };
}
