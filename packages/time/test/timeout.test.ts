import { CancelledError, type Coroutine, Runtime, RuntimeError, runtime, spawn, until } from "@portalis/runtime";
import {
  Callback,
  coroutineFunction,
  currentTask,
  PENDING,
  type ReadyEntry,
  WaitOperation,
  WaitQueue,
  type Waiter,
} from "@portalis/runtime/kernel";
import { SimulatedPlatform, simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { Instant, sleep, timeout, timeoutAt, TimeoutError } from "../src/index.js";

class Gate extends WaitOperation<string> {
  static readonly queue = new WaitQueue();
  static back = 0;

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    Gate.queue.push(waiter);
  }

  override giveBack(): void {
    Gate.back++;
  }
}

/** An entry that acts when its timer is admitted, before anything runs. */
function atExpiry(act: () => void): ReadyEntry {
  const entry = new Callback(() => {});
  entry.expire = act;
  return entry;
}

describe("timeout", () => {
  test("gives the value of work that is in time, and frees its timer", async () => {
    const platform = new SimulatedPlatform();
    const rt = new Runtime({ platform });
    const value = await rt.run(function* () {
      function* work(): Coroutine<string> {
        yield* sleep(5);
        return "value";
      }
      const result = yield* timeout(10, work());
      expect(rt.metrics().timers).toBe(0);
      return result;
    });
    expect([value, platform.now()]).toEqual(["value", 5]);
  });

  test("throws TimeoutError when the time is over, after the work has cleaned up", async () => {
    const log: unknown[] = [];
    function* work(): Coroutine<void> {
      try {
        yield* sleep(100);
      } catch (error) {
        log.push(error instanceof CancelledError);
        throw error;
      } finally {
        yield* sleep(5);
        log.push("clean");
      }
    }
    const { value } = await simulate({}, function* () {
      try {
        yield* timeout(10, work());
      } catch (error) {
        return error;
      }
      return undefined;
    });
    expect(value).toBeInstanceOf(TimeoutError);
    expect(value).toMatchObject({ code: "ERR_TIMEOUT", elapsed: 15 });
    expect((value as Error).message).toContain("10 ms");
    expect(log).toEqual([true, "clean"]);
  });

  test("runs a coroutine inside the waiting task and touches no timer for what is ready", async () => {
    await simulate({}, function* (task) {
      function* work(): Coroutine<boolean> {
        return currentTask()?.id === task.id;
      }
      expect(yield* timeout(10, work())).toBe(true);
    });
  });

  test("works for coroutine objects, which are resumed without it", async () => {
    const slow = coroutineFunction(function* slow(n: number): Coroutine<number> {
      if (n === 0) yield* sleep(5);
      return n === 0 ? 0 : 1 + (yield* slow(n - 1));
    });
    const { value, elapsed } = await simulate({}, function* () {
      const depth = yield* timeout(6, slow(50));
      try {
        yield* timeout(4, slow(50));
      } catch (error) {
        return [depth, error instanceof TimeoutError];
      }
      return [];
    });
    expect([value, elapsed]).toEqual([[50, true], 9]);
  });

  test("aborts the signal of an async function and waits for its end", async () => {
    const log: string[] = [];
    const { value, elapsed } = await simulate({}, async () => {
      const limited = timeout(10, async ({ signal }) => {
        try {
          await sleep(1000, { signal });
        } finally {
          await sleep(5);
          log.push("clean");
        }
      });
      return await Promise.resolve(limited).catch((error: unknown) => error);
    });
    expect(value).toBeInstanceOf(TimeoutError);
    expect([log, elapsed]).toEqual([["clean"], 15]);
  });

  test("passes the work's own error and the caller's cancellation on", async () => {
    const { value } = await simulate({}, function* () {
      function* fail(): Coroutine<void> {
        yield* sleep(1);
        throw new Error("own");
      }
      const failed = yield* spawn(timeout(10, fail())).outcome();
      const aborted = spawn(timeout(10, sleep(100)));
      yield* sleep(1);
      aborted.abort("why");
      return [failed.status, yield* aborted.outcome()];
    });
    expect(value).toEqual(["failed", { status: "cancelled", reason: "why" }]);
  });

  test("nested: the nearest wins, and the outer one is still in force", async () => {
    const { value, elapsed } = await simulate({}, function* () {
      const log: string[] = [];
      function* inner(): Coroutine<void> {
        try {
          yield* timeout(10, sleep(100));
        } catch (error) {
          log.push(`inner ${error instanceof TimeoutError}`);
        }
        yield* sleep(100);
      }
      try {
        yield* timeout(30, inner());
      } catch (error) {
        log.push(`outer ${error instanceof TimeoutError}`);
      }
      return log;
    });
    expect(value).toEqual(["inner true", "outer true"]);
    expect(elapsed).toBe(30);
  });

  test("of the same deadline as an inner one: one cancellation is thrown, and the outermost says TimeoutError, as in asyncio", async () => {
    const { value } = await simulate({}, function* () {
      const log: string[] = [];
      function* inner(): Coroutine<void> {
        try {
          yield* timeout(10, sleep(100));
        } catch (error) {
          log.push((error as Error).name);
          throw error;
        }
      }
      try {
        yield* timeoutAt(Instant.now().plus(10), inner());
      } catch (error) {
        log.push((error as Error).name);
      }
      return log;
    });
    expect(value).toEqual(["CancelledError", "TimeoutError"]);
  });

  test.each([
    ["before", true],
    ["before", false],
    ["after", true],
    ["after", false],
  ])(
    "and an abort just %s it in the same turn: the abort wins; work that survives it (%o) is not limited any more, as in asyncio",
    async (order, survives) => {
      const { value, elapsed } = await simulate({}, function* () {
        function* work(): Coroutine<string> {
          try {
            yield* sleep(100);
          } catch (error) {
            if (!survives) throw error;
            yield* sleep(100);
          }
          return "survived";
        }
        // Timers of the same moment fire in the order in which they were made.
        const abort = atExpiry(() => void handle.abort("why"));
        if (order === "before") runtime().scheduler.addTimer(10, abort);
        const handle = spawn(timeout(10, work()));
        yield* sleep(1);
        if (order === "after") runtime().scheduler.addTimer(10, abort);
        return yield* handle.outcome();
      });
      expect(value).toEqual(survives ? { status: "completed", value: "survived" } : { status: "cancelled", reason: "why" });
      expect(elapsed).toBe(survives ? 110 : 10);
    },
  );

  test("whose wait fails in the same turn throws that error, and holds if the work survives it", async () => {
    const { value, elapsed } = await simulate({}, function* () {
      function* work(survives: boolean): Coroutine<void> {
        try {
          yield* new Gate();
        } catch (error) {
          if (!survives) throw error;
          yield* sleep(100);
        }
      }
      const names: string[] = [];
      for (const survives of [false, true]) {
        const at = runtime().scheduler.now() + 10;
        runtime().scheduler.addTimer(
          at,
          atExpiry(() => Gate.queue.shift()?.fail(new Error("closed"))),
        );
        const outcome = yield* spawn(timeoutAt(new Instant(at), work(survives))).outcome();
        if (outcome.status === "failed") names.push((outcome.error as Error).name);
      }
      return names;
    });
    expect(value).toEqual(["Error", "TimeoutError"]);
    expect(elapsed).toBe(20);
  });

  test("gives a grant back that the work has not taken", async () => {
    Gate.back = 0;
    const { value } = await simulate({}, function* () {
      const { scheduler } = runtime();
      // Older than the deadline's timer, at the same moment: the grant is made first, the waiter has not run when the time is over.
      scheduler.addTimer(
        10,
        atExpiry(() => Gate.queue.shift()?.grant("granted")),
      );
      return (yield* spawn(timeout(10, new Gate())).outcome()).status;
    });
    expect(value).toBe("failed");
    expect(Gate.back).toBe(1);
  });

  test("that the work swallows gives the work's value", async () => {
    const { value } = await simulate({}, function* () {
      function* swallow(): Coroutine<string> {
        try {
          yield* sleep(100);
        } catch {
          return "in time after all";
        }
        return "";
      }
      return yield* timeout(10, swallow());
    });
    expect(value).toBe("in time after all");
  });

  test.each([0, -5])("of %d lets the work get as far as it comes without waiting", async (ms) => {
    const run = await simulate({}, function* () {
      function* immediate(): Coroutine<string> {
        return "ready";
      }
      const first = yield* timeout(ms, immediate());
      try {
        yield* timeout(ms, sleep(1));
      } catch (error) {
        return [first, error instanceof TimeoutError];
      }
      return [];
    });
    expect(run.value).toEqual(["ready", true]);
    expect(run.elapsed).toBe(0);
  });

  test("of Infinity never ends the work, of NaN is refused, a second use too", async () => {
    expect(() => timeout(NaN, () => 1)).toThrow(RangeError);
    const { value } = await simulate({}, function* () {
      const operation = timeout(Infinity, sleep(1e12));
      yield* operation;
      try {
        yield* operation;
      } catch (error) {
        return error;
      }
      return undefined;
    });
    expect(value).toBeInstanceOf(RuntimeError);
  });

  test("awaited outside tasks gives the same", async () => {
    await simulate({}, async () => {
      expect(await timeout(10, until(Promise.resolve(1)))).toBe(1);
      await expect(timeout(10, sleep(20))).rejects.toThrow(TimeoutError);
    });
  });
});
