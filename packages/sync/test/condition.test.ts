import { AsyncError, CancelledError, type Coroutine, run, spawn } from "@portalis/runtime";
import { AsyncCondition, AsyncMutex } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

function* waitAndNote(mutex: AsyncMutex<string[]>, condition: AsyncCondition<string[]>, name: string): Coroutine<void> {
  const guard = yield* mutex.lock();
  try {
    yield* condition.wait(guard);
    guard.value.push(name);
  } finally {
    guard.release();
  }
}

function* notify(mutex: AsyncMutex<string[]>, condition: AsyncCondition<string[]>, count: number): Coroutine<void> {
  const guard = yield* mutex.lock();
  condition.notify(count);
  guard.release();
}

describe("AsyncCondition", () => {
  test("notify(n) wakes the n that waited longest, with the lock held", () =>
    run(function* () {
      const mutex = new AsyncMutex<string[]>([]);
      const condition = new AsyncCondition(mutex);
      const tasks = ["a", "b", "c"].map((name) => spawn(waitAndNote(mutex, condition, name)));
      yield* turns(5);
      expect(condition.statistics().waiting).toBe(3);
      yield* notify(mutex, condition, 2);
      yield* turns(5);
      const guard = yield* mutex.lock();
      expect(guard.value).toEqual(["a", "b"]);
      condition.notifyAll();
      guard.release();
      for (const task of tasks) yield* task.join();
    }));

  test("waitFor() looks first and returns when the predicate holds", () =>
    run(function* () {
      const mutex = new AsyncMutex<string[]>(["there"]);
      const condition = new AsyncCondition(mutex);
      const guard = yield* mutex.lock();
      yield* condition.waitFor(guard, () => guard.value.length === 1);
      const adder = spawn(function* () {
        for (const name of ["second", "third"]) {
          const inner = yield* mutex.lock();
          inner.value.push(name);
          condition.notify();
          inner.release();
          yield* turns();
        }
      });
      yield* condition.waitFor(guard, () => guard.value.length === 3);
      expect(guard.value).toEqual(["there", "second", "third"]);
      expect(guard.isHeld).toBe(true);
      guard.release();
      yield* adder.join();
    }));

  test("wait() aborted while it waits takes the lock again before it throws", () =>
    run(function* () {
      const mutex = new AsyncMutex<string[]>([]);
      const condition = new AsyncCondition(mutex);
      const log: unknown[] = [];
      const task = spawn(function* () {
        const guard = yield* mutex.lock();
        const error = yield* errorOf(condition.wait(guard));
        log.push(guard.isHeld, error instanceof CancelledError);
        guard.release();
      });
      yield* turns();
      const mine = yield* mutex.lock();
      task.abort();
      yield* turns();
      expect(log).toEqual([]);
      task.abort();
      mine.release();
      yield* task.outcome();
      expect(log).toEqual([true, true]);
      expect(mutex.isLocked).toBe(false);
    }));

  test.each([
    ["before it runs", 0],
    ["while it waits for the lock", 4],
  ])("a notification that meets an abort %s goes to another waiter", (_phase, after) =>
    run(function* () {
      const mutex = new AsyncMutex<string[]>([]);
      const condition = new AsyncCondition(mutex);
      const [a, b] = [spawn(waitAndNote(mutex, condition, "a")), spawn(waitAndNote(mutex, condition, "b"))];
      yield* turns(5);
      const guard = yield* mutex.lock();
      condition.notify();
      yield* turns(after);
      a.abort();
      guard.release();
      expect((yield* a.outcome()).status).toBe("cancelled");
      yield* b.join();
      expect(mutex.tryLock()?.value).toEqual(["b"]);
    }),
  );

  test("wait() with a signal ends with its reason, the guard held", async () => {
    const mutex = new AsyncMutex<string[]>([]);
    const condition = new AsyncCondition(mutex);
    const reason = new Error("no longer wanted");
    const controller = new AbortController();
    const guard = await mutex.lock();
    const wait = condition.wait(guard, { signal: controller.signal }).then(undefined, (error: unknown) => error);
    await run(turns());
    expect([guard.isHeld, mutex.isLocked]).toEqual([false, false]);
    controller.abort(reason);
    expect(await wait).toBe(reason);
    expect(guard.isHeld).toBe(true);
  });

  test("misuse throws: notify() without the lock, wait() with a guard that is not held or of another mutex", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const condition = new AsyncCondition(mutex);
      expect(() => condition.notify()).toThrow(AsyncError);
      expect(() => condition.notifyAll()).toThrow(AsyncError);
      const released = yield* mutex.lock();
      released.release();
      const foreign = yield* new AsyncMutex().lock();
      expect(yield* errorOf(condition.wait(released))).toBeInstanceOf(AsyncError);
      expect(yield* errorOf(condition.wait(foreign))).toBeInstanceOf(AsyncError);
    }));
});
