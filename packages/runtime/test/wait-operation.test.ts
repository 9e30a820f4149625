import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { type Coroutine, Runtime, RuntimeError, until } from "../src/index.js";
import { operation, PENDING, perform, WaitOperation, WaitQueue, type Waiter } from "../src/kernel.js";
import { FakePlatform, settle } from "./fake-platform.js";

class Wait extends WaitOperation<unknown> {
  static ready = false;
  static asked = 0;
  readonly queue: WaitQueue;

  constructor(queue: WaitQueue, signal?: AbortSignal) {
    super({ signal });
    this.queue = queue;
  }

  override attempt(): unknown {
    Wait.asked++;
    return Wait.ready ? "at once" : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.queue.push(waiter);
  }

  override describe(): string {
    return "Wait";
  }
}

function setup(): { rt: Runtime; queue: WaitQueue } {
  Wait.ready = false;
  Wait.asked = 0;
  return { rt: new Runtime({ platform: new FakePlatform() }), queue: new WaitQueue() };
}

describe("an operation", () => {
  test("asks for nothing until it is awaited or iterated", async () => {
    const { queue } = setup();
    const wait = new Wait(queue);
    await settle();
    expect(Wait.asked).toBe(0);
    void wait.then(() => {});
    expect(Wait.asked).toBe(1);
    expect(queue.size).toBe(1);
  });

  test("that is ready does not suspend under yield*", async () => {
    const { rt, queue } = setup();
    Wait.ready = true;
    const { steps } = rt.metrics();
    await rt.run(function* () {
      for (let i = 0; i < 10; i++) yield* new Wait(queue);
    });
    expect(rt.metrics().steps - steps).toBe(1);
  });

  test("gives the same result when it is awaited again, and waits once", async () => {
    const { queue } = setup();
    const wait = new Wait(queue);
    const first = Promise.resolve(wait);
    await settle();
    const second = Promise.resolve(wait);
    await settle();
    expect(queue.size).toBe(1);
    queue.shift()!.grant({ id: 1 });
    expect(await first).toBe(await second);
    expect(await wait).toBe(await first);
  });

  test("cannot be iterated twice", async () => {
    const { rt, queue } = setup();
    Wait.ready = true;
    const wait = new Wait(queue);
    await expect(
      rt.run(function* () {
        yield* wait;
        yield* wait;
      }),
    ).rejects.toThrow(RuntimeError);
    await expect(wait).rejects.toThrow(RuntimeError);
    expect(() => wait[Symbol.iterator]()).toThrow(RuntimeError);
  });

  test("says so when it is iterated outside a task", () => {
    const { queue } = setup();
    expect(() => new Wait(queue)[Symbol.iterator]().next()).toThrow(/Use await outside tasks/);
  });

  test("runs callbacks of then after the waker has returned", async () => {
    const { queue } = setup();
    const log: string[] = [];
    void new Wait(queue).then(() => log.push("then"));
    queue.shift()!.grant();
    log.push("granted");
    await settle();
    expect(log).toEqual(["granted", "then"]);
  });

  test("fails both who yield* and who await with the waker's error", async () => {
    const { rt, queue } = setup();
    const error = new Error("closed");
    const outside = Promise.resolve(new Wait(queue));
    const inside = rt.run(function* (): Coroutine<void> {
      yield* new Wait(queue);
    });
    await settle();
    for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) waiter.fail(error);
    await expect(outside).rejects.toBe(error);
    await expect(inside).rejects.toBe(error);
  });
});

describe("{ signal }", () => {
  const styles: [string, (rt: Runtime, wait: () => Wait) => Promise<unknown>][] = [
    ["await", async (_rt, wait) => await wait()],
    [
      "yield*",
      (rt, wait) =>
        rt.run(function* () {
          return yield* wait();
        }),
    ],
  ];

  test.each(styles)("aborted before rejects with its reason, also when there is nothing to wait for (%s)", async (_style, by) => {
    const { rt, queue } = setup();
    Wait.ready = true;
    const reason = { why: "before" };
    await expect(by(rt, () => new Wait(queue, AbortSignal.abort(reason)))).rejects.toBe(reason);
    expect(Wait.asked).toBe(0);
  });

  test.each(styles)("aborted later ends the wait with its reason and leaves the queue (%s)", async (_style, by) => {
    const { rt, queue } = setup();
    const controller = new AbortController();
    const reason = new Error("later");
    const waiting = by(rt, () => new Wait(queue, controller.signal));
    const rejected = expect(waiting).rejects.toBe(reason);
    await settle();
    expect(queue.size).toBe(1);
    controller.abort(reason);
    expect(queue.size).toBe(0);
    await rejected;
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test.each(styles)("no longer matters once the grant is made (%s)", async (_style, by) => {
    const { rt, queue } = setup();
    const controller = new AbortController();
    const waiting = by(rt, () => new Wait(queue, controller.signal));
    await settle();
    queue.shift()!.grant("granted");
    controller.abort();
    expect(await waiting).toBe("granted");
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });

  test("gets one listener however many wait, and none when all are through", async () => {
    const { rt, queue } = setup();
    const controller = new AbortController();
    const waits: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) for (const [, by] of styles) waits.push(by(rt, () => new Wait(queue, controller.signal)));
    await settle();
    expect(queue.size).toBe(100);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    for (let i = 0; i < 60; i++) queue.shift()!.grant();
    await settle();
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    controller.abort("rest");
    const results = await Promise.allSettled(waits);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(60);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
    expect(queue.size).toBe(0);
  });

  test("does not cancel the task: it may go on", async () => {
    const { rt, queue } = setup();
    const controller = new AbortController();
    const handle = rt.spawn(function* () {
      try {
        yield* new Wait(queue, controller.signal);
      } catch (error) {
        return `went on after ${String(error)}`;
      }
      return "";
    });
    await settle();
    controller.abort("enough");
    expect(await handle.join()).toBe("went on after enough");
  });
});

describe("until", () => {
  test("gives the value or throws the reason of a promise", async () => {
    const { rt } = setup();
    const reason = { not: "an error" };
    const result = await rt.run(function* () {
      const value = yield* until(Promise.resolve(1));
      try {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- any reason must travel
        yield* until(Promise.reject(reason));
      } catch (error) {
        return [value, error];
      }
      return [];
    });
    expect(result).toEqual([1, reason]);
    expect(result[1]).toBe(reason);
  });

  test("that was cancelled does not wake the task when the promise settles later", async () => {
    const { rt, queue } = setup();
    let resolve!: (value: string) => void;
    const handle = rt.spawn(function* () {
      try {
        yield* until(new Promise((r) => (resolve = r)));
      } catch {
        return yield* new Wait(queue);
      }
      return "";
    });
    await settle();
    handle.abort();
    await settle();
    resolve("late");
    await settle();
    expect(handle.isFinished()).toBe(false);
    queue.shift()!.grant("from the queue");
    expect(await handle.join()).toBe("from the queue");
  });
});

describe("operation", () => {
  test("runs inside the waiting task under yield*, and as a task when awaited", async () => {
    const { rt } = setup();
    const two = () =>
      operation(function* () {
        yield;
        return 2;
      });
    expect(await two()).toBe(2);
    const before = rt.metrics().tasks;
    const inside = await rt.run(function* () {
      const value = yield* two();
      return [value, rt.metrics().tasks - before];
    });
    expect(inside).toEqual([2, 1]);
  });

  test("is lazy, gives the same result again, and is not iterated twice", async () => {
    let started = 0;
    const once = operation(function* () {
      started++;
      return yield* until(Promise.resolve({}));
    });
    await settle();
    expect(started).toBe(0);
    expect(await once).toBe(await once);
    expect(started).toBe(1);
    expect(() => once[Symbol.iterator]()).toThrow(RuntimeError);
    await expect(
      operation(function* () {
        throw new Error("boom");
      }),
    ).rejects.toThrow("boom");
  });
});

describe("perform", () => {
  test("runs every kind of work inside the current task", async () => {
    const { rt, queue } = setup();
    Wait.ready = true;
    const result = await rt.run(function* (task) {
      return [
        yield* perform(() => "plain"),
        yield* perform(async ({ id }) => id === task.id),
        yield* perform(function* () {
          yield;
          return "generator";
        }),
        yield* perform(new Wait(queue)),
      ];
    });
    expect(result).toEqual(["plain", true, "generator", "at once"]);
  });

  test("waits for an async function to its end when the task is aborted, then the cancellation follows", async () => {
    const { rt } = setup();
    const log: string[] = [];
    let finish!: () => void;
    const handle = rt.spawn(function* () {
      yield* perform(async () => {
        await new Promise<void>((resolve) => (finish = resolve));
        log.push("ended");
      });
      log.push("went on");
    });
    await settle();
    handle.abort("stop");
    await settle();
    expect(handle.isFinished()).toBe(false);
    finish();
    expect(await handle.outcome()).toEqual({ status: "cancelled", reason: "stop" });
    expect(log).toEqual(["ended"]);
  });
});
