import { run, spawn } from "@portalis/runtime";
import { KeyedSemaphore } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("KeyedSemaphore", () => {
  test("acquire() lets as many in for each key as it has permits", () =>
    run(function* () {
      const semaphore = new KeyedSemaphore<string>(2);
      const held = [yield* semaphore.acquire("a"), yield* semaphore.acquire("a"), yield* semaphore.acquire("b")];
      const waiter = spawn(semaphore.acquire("a"));
      yield* turns();
      expect([waiter.isFinished(), semaphore.statistics()]).toEqual([false, { keys: 2, waiting: 1 }]);
      held[0]!.release();
      (yield* waiter.join()).release();
      for (const permit of held) permit.release();
      expect(semaphore.statistics()).toEqual({ keys: 0, waiting: 0 });
    }));

  test("entries vanish when unused, however the last permit comes back", () =>
    run(function* () {
      const semaphore = new KeyedSemaphore<number>(3);
      for (let key = 0; key < 100; key++) {
        const permit = yield* semaphore.acquire(key, 2);
        const part = permit.split(1);
        const [large, granted] = [spawn(semaphore.acquire(key, 3)), spawn(semaphore.acquire(key, 1))];
        yield* turns();
        large.abort();
        granted.abort();
        yield* granted.outcome();
        part.release();
        permit.release();
        expect((yield* semaphore.acquire(key, 0)).count).toBe(0);
        expect([semaphore.availablePermits(key), semaphore.statistics()]).toEqual([3, { keys: 0, waiting: 0 }]);
      }
    }));

  test("an aborted large request at the front lets those behind it in", () =>
    run(function* () {
      const semaphore = new KeyedSemaphore<string>(2);
      const held = yield* semaphore.acquire("a");
      const [large, small] = [spawn(semaphore.acquire("a", 2)), spawn(semaphore.acquire("a"))];
      yield* turns();
      expect(semaphore.tryAcquire("a")).toBeUndefined();
      large.abort();
      (yield* small.join()).release();
      held.release();
      expect(semaphore.statistics().keys).toBe(0);
    }));

  test("a forgotten permit makes its key poorer and keeps it", async () => {
    const semaphore = new KeyedSemaphore<string>(2);
    (await semaphore.acquire("a")).forget();
    expect([semaphore.availablePermits("a"), semaphore.availablePermits("b")]).toEqual([1, 2]);
    expect(semaphore.statistics().keys).toBe(1);
    expect(() => semaphore.acquire("a", 2)).toThrow("only 1");
  });

  test("refuses what can never be granted", () => {
    expect(() => new KeyedSemaphore(0)).toThrow(RangeError);
    const semaphore = new KeyedSemaphore<string>(2);
    expect(() => semaphore.acquire("a", 3)).toThrow("only 2");
    expect(() => semaphore.tryAcquire("a", NaN)).toThrow(RangeError);
  });
});
