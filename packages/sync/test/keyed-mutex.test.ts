import { run, spawn } from "@portalis/runtime";
import { KeyedMutex } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("KeyedMutex", () => {
  test("lock() excludes for the same key, in the order of asking, and not for another", () =>
    run(function* () {
      const mutex = new KeyedMutex<string>();
      const log: string[] = [];
      const work = (key: string, name: string) =>
        spawn(function* () {
          const guard = yield* mutex.lock(key);
          log.push(`${name} in`);
          yield* turns();
          log.push(`${name} out`);
          guard.release();
        });
      const tasks = [work("a", "first"), work("a", "second"), work("b", "other")];
      for (const task of tasks) yield* task.join();
      expect(log).toEqual(["first in", "other in", "first out", "other out", "second in", "second out"]);
    }));

  test("entries vanish when unused: after a release, an abort in the queue, an abort between grant and run", () =>
    run(function* () {
      const mutex = new KeyedMutex<number>();
      for (let key = 0; key < 100; key++) {
        const guard = yield* mutex.lock(key);
        const [queued, granted] = [spawn(mutex.lock(key)), spawn(mutex.lock(key))];
        yield* turns();
        expect(mutex.statistics()).toEqual({ locked: 1, waiting: 2 });
        queued.abort();
        guard.release();
        guard.release();
        granted.abort();
        expect((yield* granted.outcome()).status).toBe("cancelled");
        expect([mutex.isLocked(key), mutex.statistics()]).toEqual([false, { locked: 0, waiting: 0 }]);
      }
    }));

  test("a released lock belongs to the waiter at once", () =>
    run(function* () {
      const mutex = new KeyedMutex<string>();
      const guard = yield* mutex.lock("a");
      const waiter = spawn(mutex.lock("a"));
      yield* turns();
      guard.release();
      expect([mutex.isLocked("a"), mutex.tryLock("a"), guard.isHeld]).toEqual([true, undefined, false]);
      const next = yield* waiter.join();
      guard.release();
      expect([mutex.isLocked("a"), next.key, next.isHeld]).toEqual([true, "a", true]);
      next[Symbol.dispose]();
      expect(mutex.isLocked("a")).toBe(false);
    }));

  test("runExclusive() releases after a value, an error and an abort, in both styles", async () => {
    const mutex = new KeyedMutex<string>();
    expect(await mutex.runExclusive("a", async () => mutex.isLocked("a"))).toBe(true);
    await run(function* () {
      expect(yield* mutex.runExclusive("a", () => "value")).toBe("value");
      const task = spawn(mutex.runExclusive("a", () => turns(1_000)));
      yield* turns();
      expect(mutex.isLocked("a")).toBe(true);
      task.abort();
      yield* task.outcome();
    });
    await expect(mutex.runExclusive("a", () => Promise.reject(new TypeError("inside")))).rejects.toThrow(TypeError);
    expect(mutex.statistics()).toEqual({ locked: 0, waiting: 0 });
  });

  test("a signal ends the wait with its reason", async () => {
    const mutex = new KeyedMutex<string>();
    const guard = await mutex.lock("a");
    const controller = new AbortController();
    const wait = mutex.lock("a", { signal: controller.signal }).then(undefined, (error: unknown) => error);
    controller.abort("no longer wanted");
    expect(await wait).toBe("no longer wanted");
    guard.release();
    expect(mutex.statistics()).toEqual({ locked: 0, waiting: 0 });
  });
});
