import { type Coroutine, spawn, type TaskHandle, until } from "@portalis/runtime";
import { AsyncMutex } from "@portalis/sync";
import { simulate } from "@portalis/testing";
import { sleep as nativeSleep } from "@portalis/time";
import { describe, expect, test } from "vitest";
import * as asyncio from "../src/index.js";

function now(): number {
  return asyncio.get_running_loop()._scheduler.turns;
}

function simulated<T>(main: () => Coroutine<T>): Promise<{ value: T; elapsed: number; stderr: string }> {
  return simulate({}, asyncio.run(main()));
}

function* outcome(task: asyncio.Task): Coroutine<string> {
  try {
    return `result ${String(yield* task)}`;
  } catch (error) {
    return error instanceof asyncio.CancelledError ? `cancelled ${error.args.join()}` : `failed ${String(error)}`;
  }
}

describe("operations of the runtime in tasks of asyncio", () => {
  test("Task: waits for a native sleep", async () => {
    const { elapsed } = await simulated(function* () {
      yield* nativeSleep(250);
      yield* asyncio.wait_for(nativeSleep(250), 1);
      yield* asyncio.gather(nativeSleep(100), nativeSleep(100), asyncio.sleep(0.1));
    });
    expect(elapsed).toBe(600);
  });

  test("Task.cancel: ends a native sleep one iteration later, with the message", async () => {
    const { value, elapsed } = await simulated(function* () {
      let hops = 0;
      const task = asyncio.create_task(
        (function* (): Coroutine<void> {
          try {
            yield* nativeSleep(1_000);
          } finally {
            hops = now();
          }
        })(),
      );
      yield* asyncio.sleep(0);
      task.cancel("stop");
      const start = now();
      const text = yield* outcome(task);
      return [text, hops - start];
    });
    expect(value).toEqual(["cancelled stop", 1]);
    expect(elapsed).toBe(0);
  });

  test("Task.cancel: leaves the queue of a native mutex, and a grant not yet seen goes on", async () => {
    const { value } = await simulated(function* () {
      const mutex = new AsyncMutex();
      const log: string[] = [];
      function* worker(name: string): Coroutine<void> {
        const guard = yield* mutex.lock();
        log.push(name);
        guard.release();
      }
      const guard = yield* mutex.lock();
      const [a, b, c] = ["a", "b", "c"].map((name) => asyncio.create_task(worker(name)));
      yield* asyncio.sleep(0);
      a?.cancel();
      guard.release();
      b?.cancel();
      yield* asyncio.wait([a, b, c]);
      return [log, a?.cancelled(), b?.cancelled()];
    });
    expect(value).toEqual([["c"], true, true]);
  });

  test("Task.cancel of itself: is thrown by the next wait, also when that is a native one", async () => {
    const { value, elapsed } = await simulated(function* () {
      function* body(uncancels: boolean): Coroutine<string> {
        const me = asyncio.current_task();
        me?.cancel("me");
        if (uncancels) me?.uncancel();
        yield* nativeSleep(100);
        return "slept";
      }
      return [yield* outcome(asyncio.create_task(body(false))), yield* outcome(asyncio.create_task(body(true)))];
    });
    expect(value).toEqual(["cancelled me", "result slept"]);
    expect(elapsed).toBe(100);
  });

  test("Task: waits for promises, and promises wait for it", async () => {
    const { value } = await simulated(function* () {
      const task = asyncio.create_task(
        (function* (): Coroutine<number> {
          return (yield* until(Promise.resolve(20))) + 1;
        })(),
      );
      async function doubled(): Promise<number> {
        return (await task) * 2;
      }
      return yield* asyncio.wait_for(doubled(), 1);
    });
    expect(value).toBe(42);
  });

  test("Future: a native task waits for it; the loop is none of its business", async () => {
    const { value } = await simulated(function* () {
      const future = asyncio.get_running_loop().create_future();
      const handle: TaskHandle<string> = spawn(function* () {
        const result = String(yield* future);
        try {
          asyncio.get_running_loop();
        } catch (error) {
          return `${result}, ${(error as Error).message}`;
        }
        return "no error";
      });
      yield* asyncio.sleep(0);
      future.set_result("set");
      return yield* handle.join();
    });
    expect(value).toBe("set, no running event loop");
  });

  test("Future: aborting a native task that waits for it takes it out of the list", async () => {
    const { value } = await simulated(function* () {
      const future = asyncio.get_running_loop().create_future();
      const waiting = () =>
        spawn(function* () {
          yield* future;
          return "woken";
        });
      const [first, second, third] = [waiting(), waiting(), waiting()];
      yield* asyncio.sleep(0);
      second.abort();
      yield* asyncio.sleep(0);
      future.set_result(null);
      const outcomes = [yield* first.outcome(), yield* second.outcome(), yield* third.outcome()];
      return outcomes.map(({ status }) => status);
    });
    expect(value).toEqual(["completed", "cancelled", "completed"]);
  });
});

describe("errors of a wait", () => {
  test("Task: waiting for itself fails in the next iteration", async () => {
    const { value } = await simulated(function* () {
      const task: asyncio.Task = asyncio.create_task(
        (function* (): Coroutine<unknown> {
          return yield* asyncio.current_task() as asyncio.Task;
        })(),
        { name: "me" },
      );
      return yield* outcome(task);
    });
    expect(value).toMatch(/^failed RuntimeError: Task cannot await on itself: <Task pending name='me' coro=/);
  });

  test("Task: a coroutine that was awaited before fails in the first step", async () => {
    const { value } = await simulated(function* () {
      const coroutine = asyncio.sleep(0);
      yield* coroutine;
      return yield* outcome(asyncio.create_task(coroutine));
    });
    expect(value).toBe("failed RuntimeError: cannot reuse already awaited coroutine");
  });

  test("Task: a future of another loop is refused", async () => {
    const { value } = await simulated(function* () {
      const other = new asyncio.EventLoop(asyncio.get_running_loop()._scheduler).create_future();
      return yield* outcome(
        asyncio.create_task(
          (function* (): Coroutine<unknown> {
            return yield* other;
          })(),
          { name: "me" },
        ),
      );
    });
    expect(value).toMatch(/ got Future <Future pending> attached to a different loop$/);
  });
});
