import { ClosedError, type Coroutine, run, spawn } from "@portalis/runtime";
import { AsyncSemaphore } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

function* take(semaphore: AsyncSemaphore, count: number, log: string[], name: string): Coroutine<void> {
  const permit = yield* semaphore.acquire(count);
  log.push(name);
  yield;
  permit.release();
}

describe("AsyncSemaphore", () => {
  test("acquire() lets at most as many in as there are permits", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(2);
      let inside = 0;
      let most = 0;
      function* work(): Coroutine<void> {
        const permit = yield* semaphore.acquire();
        most = Math.max(most, ++inside);
        yield* turns();
        inside--;
        permit.release();
      }
      const tasks = Array.from({ length: 7 }, () => spawn(work()));
      for (const task of tasks) yield* task.join();
      expect(most).toBe(2);
      expect(semaphore.statistics()).toEqual({ available: 2, total: 2, waiting: 0 });
    }));

  test("acquire() of many is not overtaken by acquire() of few", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(3);
      const log: string[] = [];
      const held = yield* semaphore.acquire(2);
      const tasks = [spawn(take(semaphore, 3, log, "large")), spawn(take(semaphore, 1, log, "small"))];
      yield* turns();
      expect(semaphore.tryAcquire(1)).toBeUndefined();
      expect(semaphore.availablePermits).toBe(1);
      held.release();
      for (const task of tasks) yield* task.join();
      expect(log).toEqual(["large", "small"]);
    }));

  test("a cancelled large request at the front lets the small ones behind it in", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(2);
      const log: string[] = [];
      const held = yield* semaphore.acquire();
      const large = spawn(take(semaphore, 2, log, "large"));
      const small = spawn(take(semaphore, 1, log, "small"));
      yield* turns();
      large.abort();
      yield* small.join();
      expect(log).toEqual(["small"]);
      held.release();
      expect(semaphore.availablePermits).toBe(2);
    }));

  test("an abort after the grant gives exactly its share back", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(3);
      const log: string[] = [];
      const held = yield* semaphore.acquire(3);
      const [first, second] = [spawn(take(semaphore, 2, log, "first")), spawn(take(semaphore, 3, log, "second"))];
      yield* turns();
      held.release();
      first.abort();
      yield* second.join();
      expect(log).toEqual(["second"]);
      expect(semaphore.availablePermits).toBe(3);
    }));

  test("a signal ends the wait in both styles and takes nothing", async () => {
    const semaphore = new AsyncSemaphore(1);
    const reason = new Error("no longer wanted");
    const controller = new AbortController();
    const held = await semaphore.acquire();
    const waits = [
      semaphore.acquire(1, { signal: controller.signal }).then(undefined, (error: unknown) => error),
      run(errorOf(semaphore.acquire(1, { signal: controller.signal }))),
    ];
    await run(turns());
    controller.abort(reason);
    expect(await Promise.all(waits)).toEqual([reason, reason]);
    held.release();
    expect(semaphore.statistics()).toEqual({ available: 1, total: 1, waiting: 0 });
  });

  test.each([-1, 1.5, NaN, Infinity])("refuses a count of %s at once", (count) => {
    const semaphore = new AsyncSemaphore(1);
    expect(() => new AsyncSemaphore(count)).toThrow(RangeError);
    expect(() => semaphore.acquire(count)).toThrow(RangeError);
    expect(() => semaphore.tryAcquire(count)).toThrow(RangeError);
    expect(() => semaphore.addPermits(count)).toThrow(RangeError);
  });

  test("acquire() of more permits than exist throws at once", () => {
    const semaphore = new AsyncSemaphore(2);
    expect(() => semaphore.acquire(3)).toThrow("has only 2");
    semaphore.addPermits(1);
    expect(semaphore.tryAcquire(3)?.count).toBe(3);
  });

  test("acquire(0) is ready at once, also behind a waiter", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(1);
      const held = yield* semaphore.acquire();
      const waiter = spawn(semaphore.acquire());
      yield* turns();
      expect((yield* semaphore.acquire(0)).count).toBe(0);
      held.release();
      (yield* waiter.join()).release();
    }));

  test("addPermits() serves waiters", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(1);
      const held = yield* semaphore.acquire();
      const waiter = spawn(semaphore.acquire());
      yield* turns();
      semaphore.addPermits(1);
      expect((yield* waiter.join()).count).toBe(1);
      held.release();
      expect(semaphore.statistics()).toMatchObject({ available: 1, total: 2 });
    }));

  test("forgetPermits() takes only what is available", async () => {
    const semaphore = new AsyncSemaphore(3);
    const held = await semaphore.acquire(2);
    expect(semaphore.forgetPermits(5)).toBe(1);
    held.release();
    expect(semaphore.statistics()).toEqual({ available: 2, total: 2, waiting: 0 });
  });

  test("Permit.split(), forget() and release() account for every permit", async () => {
    const semaphore = new AsyncSemaphore(4);
    const permit = await semaphore.acquire(4);
    const part = permit.split(3);
    expect([permit.count, part.count]).toEqual([1, 3]);
    expect(() => permit.split(2)).toThrow(RangeError);
    part.release();
    part.release();
    expect(semaphore.availablePermits).toBe(3);
    permit.forget();
    permit.release();
    expect(semaphore.statistics()).toMatchObject({ available: 3, total: 3 });
  });

  test("close() fails every waiter once, and later requests, and leaves held permits good", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(1);
      const held = yield* semaphore.acquire();
      const waiters = [spawn(errorOf(semaphore.acquire())), spawn(errorOf(semaphore.acquire()))];
      yield* turns();
      semaphore.close();
      semaphore.close();
      for (const waiter of waiters) expect(yield* waiter.join()).toBeInstanceOf(ClosedError);
      expect(yield* errorOf(semaphore.acquire())).toMatchObject({ code: "ERR_CLOSED" });
      expect(() => semaphore.tryAcquire()).toThrow(ClosedError);
      held.release();
      expect([semaphore.isClosed, semaphore.availablePermits]).toEqual([true, 1]);
    }));

  test("resize() to less lets nobody in until so much is released that the holders fit", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(3);
      const held = [yield* semaphore.acquire(), yield* semaphore.acquire(), yield* semaphore.acquire()];
      const waiter = spawn(semaphore.acquire());
      yield* turns();
      semaphore.resize(1);
      expect(semaphore.statistics()).toEqual({ available: 0, total: 1, waiting: 1 });
      held[0]!.release();
      held[1]!.release();
      yield* turns();
      expect([waiter.isFinished(), semaphore.availablePermits, semaphore.tryAcquire()]).toEqual([false, 0, undefined]);
      held[2]!.release();
      (yield* waiter.join()).release();
      expect(semaphore.statistics()).toEqual({ available: 1, total: 1, waiting: 0 });
    }));

  test("resize() to more serves waiters", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(1);
      const held = yield* semaphore.acquire();
      const waiter = spawn(semaphore.acquire());
      yield* turns();
      semaphore.resize(2);
      (yield* waiter.join()).release();
      held.release();
      expect(semaphore.statistics()).toEqual({ available: 2, total: 2, waiting: 0 });
      expect(() => semaphore.resize(-1)).toThrow(RangeError);
    }));

  test.each(["resize", "forget", "forgetPermits"] as const)(
    "%s() fails those who wait for more than is left, and serves the others",
    (how) =>
      run(function* () {
        const semaphore = new AsyncSemaphore(3);
        const held = yield* semaphore.acquire(2);
        const [large, small] = [spawn(errorOf(semaphore.acquire(3))), spawn(semaphore.acquire())];
        yield* turns();
        if (how === "resize") semaphore.resize(2);
        else if (how === "forget") held.split(1).forget();
        else expect(semaphore.forgetPermits(1)).toBe(1);
        expect(yield* large.join()).toBeInstanceOf(RangeError);
        held.release();
        (yield* small.join()).release();
        expect(semaphore.statistics()).toEqual({ available: 2, total: 2, waiting: 0 });
      }),
  );

  test("a forgotten permit does not reopen a closed semaphore", async () => {
    const semaphore = new AsyncSemaphore(2);
    const permit = await semaphore.acquire();
    semaphore.close();
    permit.forget();
    semaphore.addPermits(1);
    expect(() => semaphore.tryAcquire()).toThrow(ClosedError);
  });
});
