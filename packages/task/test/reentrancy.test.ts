import { type Coroutine, JoinError, type Operation, run, Runtime, RuntimeError, spawn, type TaskHandle, until } from "@portalis/runtime";
import { Callback, PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { SimulatedPlatform } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { JoinSet, scope } from "../src/index.js";

class Gate extends WaitOperation<void> {
  readonly #queue: WaitQueue;
  readonly #onAbandoned: (() => void) | undefined;
  constructor(queue: WaitQueue, onAbandoned?: () => void) {
    super();
    this.#queue = queue;
    this.#onAbandoned = onAbandoned;
  }
  override attempt(): typeof PENDING {
    return PENDING;
  }
  override enqueue(waiter: Waiter): void {
    this.#queue.push(waiter);
  }
  override abandoned(): void {
    this.#onAbandoned?.();
  }
}

describe("a hundred thousand tasks that join each other", () => {
  test.each(["value", "error", "abort"])("settle without native recursion: %s", async (kind) => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const queue = new WaitQueue();
    const failure = new Error("at the root");
    function* root(): Coroutine<number> {
      yield* new Gate(queue);
      if (kind === "error") throw failure;
      return 0;
    }
    function* link(next: TaskHandle<number>): Coroutine<number> {
      return (yield* next.join()) + 1;
    }
    const first = rt.spawn(root());
    let last = first;
    for (let i = 0; i < 100_000; i++) last = rt.spawn(link(last));
    await rt.run(function* () {
      yield;
    });
    if (kind === "abort") first.abort();
    else queue.shift()?.grant();
    const outcome = await last.outcome();
    if (kind === "value") expect(outcome).toEqual({ status: "completed", value: 100_000 });
    else if (kind === "error") expect(outcome).toEqual({ status: "failed", error: failure });
    else expect(outcome).toMatchObject({ status: "failed", error: expect.any(JoinError) });
    expect(rt.metrics().tasks).toBe(0);
  });
});

describe("re-entry", () => {
  test("run inside a task starts another task and gives a promise; waiting for it with until works", async () => {
    const log: string[] = [];
    const value = await run(function* () {
      const inner = run(function* () {
        log.push("inner");
        yield;
        return 7;
      });
      log.push("outer goes on first");
      return yield* until(inner);
    });
    expect(value).toBe(7);
    expect(log).toEqual(["outer goes on first", "inner"]);
  });

  test("run inside a callback of the loop works as outside", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const values: number[] = [];
    rt.scheduler.ready(new Callback(() => void rt.run(() => 5).then((value) => values.push(value))));
    await rt.run(function* () {
      for (let i = 0; i < 5; i++) yield;
    });
    await Promise.resolve();
    expect(values).toEqual([5]);
  });

  test("a task that joins itself, or asks for its own outcome, gets a RuntimeError and goes on", async () => {
    const errors: unknown[] = [];
    const own: TaskHandle<string> = spawn(function* (): Coroutine<string> {
      for (const wait of [(): Operation<unknown> => own.join(), (): Operation<unknown> => own.outcome()]) {
        try {
          yield* wait();
        } catch (error) {
          errors.push(error);
        }
      }
      return "went on";
    });
    expect(await own.join()).toBe("went on");
    expect(errors.map((error) => error instanceof RuntimeError)).toEqual([true, true]);
  });

  test("a task that aborts itself goes on until its next suspension, where the abort is thrown", async () => {
    const log: string[] = [];
    const own: TaskHandle<void> = spawn(function* (): Coroutine<void> {
      expect(own.abort("enough")).toBe(true);
      log.push("goes on");
      try {
        yield;
        log.push("never");
      } finally {
        log.push("cleanup");
      }
    });
    expect(await own.outcome()).toEqual({ status: "cancelled", reason: "enough" });
    expect(log).toEqual(["goes on", "cleanup"]);
  });

  test("a task that aborts itself and returns without suspending has completed", async () => {
    const own: TaskHandle<string> = spawn(() => {
      own.abort();
      return "value";
    });
    expect(await own.outcome()).toEqual({ status: "completed", value: "value" });
  });
});

describe("abort inside a callback of the wake", () => {
  test("of the one who is being woken: the grant is given back", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const queue = new WaitQueue();
    const given: string[] = [];
    class Taken extends Gate {
      override giveBack(): void {
        given.push("back");
      }
    }
    const waiter = rt.spawn(new Taken(queue));
    rt.onTaskEvent(({ type, id }) => {
      if (type === "wake" && id === waiter.id) waiter.abort("in the wake");
    });
    await rt.run(() => undefined);
    queue.shift()?.grant();
    expect(await waiter.outcome()).toEqual({ status: "cancelled", reason: "in the wake" });
    expect(given).toEqual(["back"]);
  });

  test("of the next one in the same list, while the first is taken out: nobody is lost or woken twice", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const queue = new WaitQueue();
    const log: string[] = [];
    const second: TaskHandle<void>[] = [];
    function* wait(name: string, operation: Gate): Coroutine<void> {
      try {
        yield* operation;
        log.push(name);
      } catch (error) {
        log.push(`${name} cancelled`);
        throw error;
      }
    }
    const first = rt.spawn(wait("first", new Gate(queue, () => second[0]?.abort())));
    second.push(rt.spawn(wait("second", new Gate(queue))));
    rt.spawn(wait("third", new Gate(queue)));
    await rt.run(() => undefined);
    first.abort();
    queue.shift()?.grant();
    await rt.run(() => undefined);
    await rt.run(() => undefined);
    expect(log).toEqual(["first cancelled", "second cancelled", "third"]);
    expect(rt.metrics().tasks).toBe(0);
  });

  test("in onDone of a group: a JoinSet and a scope that are aborted while a child ends still end", async () => {
    const set = new JoinSet<number>();
    for (let i = 0; i < 3; i++) {
      set.spawn(function* () {
        yield;
        if (i === 0) set.abortAll("first is done");
        yield;
        return i;
      });
    }
    const ended: string[] = [];
    for (let next = await set.joinNext(); next !== undefined; next = await set.joinNext()) ended.push(next.status);
    expect(ended).toEqual(["cancelled", "cancelled", "cancelled"]);
    const value = await run(
      scope(function* (s) {
        s.spawn(function* () {
          yield;
          s.abortAll();
        });
        s.spawn(new Gate(new WaitQueue()));
        yield;
        s.abortAll();
        yield;
        return "the body goes on";
      }),
    );
    expect(value).toBe("the body goes on");
  });
});
