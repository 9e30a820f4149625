import { AsyncError, type Coroutine, run, Runtime, spawn } from "@portalis/runtime";
import { AsyncMutex, type MutexGuard, PoisonError } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

function* hold(mutex: AsyncMutex, log: string[], name: string): Coroutine<void> {
  const guard = yield* mutex.lock();
  try {
    log.push(name);
    yield;
  } finally {
    guard.release();
  }
}

describe("AsyncMutex", () => {
  test("lock() of a free mutex does not suspend", () =>
    run(function* () {
      const log: string[] = [];
      const other = spawn(function* () {
        log.push("other");
      });
      const guard = yield* new AsyncMutex().lock();
      log.push("locked");
      guard.release();
      yield* other.join();
      expect(log).toEqual(["locked", "other"]);
    }));

  test("lock() gives the lock in the order of asking", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const log: string[] = [];
      const tasks = ["a", "b", "c"].map((name) => spawn(hold(mutex, log, name)));
      for (const task of tasks) yield* task.join();
      expect(log).toEqual(["a", "b", "c"]);
      expect(mutex.statistics()).toEqual({ locked: false, waiting: 0 });
    }));

  test("lock() by await and by yield* wait in one queue", async () => {
    const mutex = new AsyncMutex();
    const log: string[] = [];
    const first = await mutex.lock();
    const byAwait = async (name: string): Promise<void> => {
      const guard = await mutex.lock();
      log.push(name);
      guard.release();
    };
    const tasks = [byAwait("1"), run(hold(mutex, log, "2")), run(turns(1)).then(() => byAwait("3"))];
    await run(turns());
    first.release();
    await Promise.all(tasks);
    expect(log).toEqual(["1", "2", "3"]);
  });

  test("release() makes the first waiter the owner at once", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const log: string[] = [];
      const guard = yield* mutex.lock();
      const waiter = spawn(hold(mutex, log, "waiter"));
      yield* turns();
      guard.release();
      expect(mutex.isLocked).toBe(true);
      expect(mutex.tryLock()).toBeUndefined();
      yield* hold(mutex, log, "releaser");
      yield* waiter.join();
      expect(log).toEqual(["waiter", "releaser"]);
    }));

  test("release() of a spent guard does nothing to the next holder", async () => {
    const mutex = new AsyncMutex();
    const first = await mutex.lock();
    first.release();
    const second = await mutex.lock();
    first.release();
    first[Symbol.dispose]();
    expect([first.isHeld, second.isHeld, mutex.isLocked]).toEqual([false, true, true]);
  });

  test("MutexGuard.value reads and changes the value, and throws after release()", async () => {
    const mutex = new AsyncMutex(1);
    const guard = await mutex.lock();
    guard.value += 1;
    guard.release();
    expect(mutex.tryLock()?.value).toBe(2);
    expect(() => guard.value).toThrow(AsyncError);
    expect(() => {
      guard.value = 3;
    }).toThrow("Cannot change the value of the mutex");
  });

  test("tryLock() does not overtake a waiter that was handed the lock", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const guard = mutex.tryLock();
      const waiter = spawn(mutex.lock());
      yield* turns();
      guard?.release();
      expect(mutex.tryLock()).toBeUndefined();
      (yield* waiter.join()).release();
      expect(mutex.tryLock()).toBeDefined();
    }));

  describe("an abort", () => {
    test("before the first step takes nothing", () =>
      run(function* () {
        const mutex = new AsyncMutex();
        const task = spawn(mutex.lock());
        task.abort();
        expect((yield* task.outcome()).status).toBe("cancelled");
        expect(mutex.isLocked).toBe(false);
      }));

    test("while it waits takes the waiter out of the queue", () =>
      run(function* () {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const guard = yield* mutex.lock();
        const [a, b] = [spawn(hold(mutex, log, "a")), spawn(hold(mutex, log, "b"))];
        yield* turns();
        a.abort();
        expect(mutex.statistics().waiting).toBe(1);
        guard.release();
        yield* b.join();
        expect(log).toEqual(["b"]);
      }));

    test("after the grant hands the lock on", () =>
      run(function* () {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const guard = yield* mutex.lock();
        const [a, b] = [spawn(hold(mutex, log, "a")), spawn(hold(mutex, log, "b"))];
        yield* turns();
        guard.release();
        a.abort();
        expect((yield* a.outcome()).status).toBe("cancelled");
        yield* b.join();
        expect(log).toEqual(["b"]);
        expect(mutex.isLocked).toBe(false);
      }));

    test("of every waiter, granted or not, leaves the mutex free", () =>
      run(function* () {
        const mutex = new AsyncMutex();
        const guard = yield* mutex.lock();
        const tasks = Array.from({ length: 20 }, () => spawn(mutex.lock()));
        yield* turns();
        guard.release();
        for (const task of tasks) task.abort();
        for (const task of tasks) yield* task.outcome();
        expect(mutex.statistics()).toEqual({ locked: false, waiting: 0 });
      }));
  });

  test("a hundred thousand waiters that are aborted leave in linear time", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      const tasks = Array.from({ length: 100_000 }, () => spawn(mutex.lock()));
      yield* turns();
      expect(mutex.statistics().waiting).toBe(100_000);
      for (const task of tasks.reverse()) task.abort();
      expect(mutex.statistics().waiting).toBe(0);
      guard.release();
      for (const task of tasks) yield* task.outcome();
    }));

  describe("a signal", () => {
    const reason = new Error("no longer wanted");

    test.each(["yield*", "await"])("aborted before rejects with its reason though the lock is free (%s)", async (style) => {
      const mutex = new AsyncMutex();
      const wait = mutex.lock({ signal: AbortSignal.abort(reason) });
      const error = style === "await" ? await wait.then(undefined, (caught: unknown) => caught) : await run(errorOf(wait));
      expect(error).toBe(reason);
      expect(mutex.isLocked).toBe(false);
    });

    test.each(["yield*", "await"])("aborted during the wait rejects with its reason (%s)", async (style) => {
      const mutex = new AsyncMutex();
      const controller = new AbortController();
      const guard = await mutex.lock();
      const wait = mutex.lock({ signal: controller.signal });
      const error = style === "await" ? wait.then(undefined, (caught: unknown) => caught) : run(errorOf(wait));
      await run(turns());
      controller.abort(reason);
      expect(await error).toBe(reason);
      guard.release();
      expect(mutex.isLocked).toBe(false);
    });

    test.each(["yield*", "await"])("aborted after the grant no longer matters (%s)", async (style) => {
      const mutex = new AsyncMutex();
      const controller = new AbortController();
      const guard = await mutex.lock();
      const wait = mutex.lock({ signal: controller.signal });
      const second: PromiseLike<MutexGuard<undefined>> = style === "await" ? wait.then((granted) => granted) : run(wait);
      await run(turns());
      guard.release();
      controller.abort(reason);
      expect((await second).isHeld).toBe(true);
    });
  });

  describe("runExclusive()", () => {
    test("gives the value of every kind of work", async () => {
      const mutex = new AsyncMutex();
      function* coroutine(): Coroutine<string> {
        yield;
        return "coroutine";
      }
      expect(await mutex.runExclusive(coroutine())).toBe("coroutine");
      expect(await mutex.runExclusive(coroutine)).toBe("coroutine");
      expect(await mutex.runExclusive(async () => Promise.resolve("async"))).toBe("async");
      expect(await mutex.runExclusive(() => "plain")).toBe("plain");
      expect(await run(mutex.runExclusive(() => "in a task"))).toBe("in a task");
    });

    test("holds the lock during the work and releases it after an error", async () => {
      const mutex = new AsyncMutex();
      const failure = new Error("inside");
      const work = (): never => {
        expect(mutex.isLocked).toBe(true);
        throw failure;
      };
      expect(await run(errorOf(mutex.runExclusive(work)))).toBe(failure);
      expect(mutex.isLocked).toBe(false);
      expect(mutex.isPoisoned).toBe(false);
    });

    test("aborted releases the lock after the cleanup of the work", () =>
      run(function* () {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const task = spawn(
          mutex.runExclusive(function* () {
            try {
              yield* turns(1_000);
            } finally {
              yield;
              log.push(`cleaned up, locked: ${mutex.isLocked}`);
            }
          }),
        );
        yield* turns();
        task.abort();
        yield* task.outcome();
        expect(log).toEqual(["cleaned up, locked: true"]);
        expect(mutex.isLocked).toBe(false);
      }));
  });

  describe("with poison", () => {
    const failing = (): never => {
      throw new Error("half done");
    };

    test("a failed holder poisons it until clearPoison()", async () => {
      const mutex = new AsyncMutex(7, { poison: true });
      await run(errorOf(mutex.runExclusive(failing)));
      expect([mutex.isPoisoned, mutex.isLocked]).toEqual([true, false]);
      const error = await run(errorOf(mutex.lock()));
      expect(error).toBeInstanceOf(PoisonError);
      const { guard, code } = error as PoisonError<number>;
      expect([guard.value, guard.isHeld, code]).toEqual([7, true, "ERR_POISONED"]);
      mutex.clearPoison();
      guard.release();
      (await mutex.lock()).release();
    });

    test("runExclusive() of a poisoned mutex throws and does not keep the lock", async () => {
      const mutex = new AsyncMutex(undefined, { poison: true });
      await run(errorOf(mutex.runExclusive(failing)));
      expect(await run(errorOf(mutex.runExclusive(() => 1)))).toBeInstanceOf(PoisonError);
      expect(mutex.isLocked).toBe(false);
      expect(() => mutex.tryLock()).toThrow(PoisonError);
    });
  });
});

describe("AsyncMutex on a runtime that debugs", () => {
  test("a task that waits for itself gets an error that names both places, and the lock stays good", async () => {
    const rt = new Runtime({ debug: true });
    const mutex = new AsyncMutex();
    const error = await rt.run(function* () {
      const guard = yield* mutex.lock();
      const caught = yield* errorOf(mutex.lock());
      guard.release();
      return caught;
    });
    expect(error).toMatchObject({ code: "ERR_OTHER", message: expect.stringContaining("wait for itself") });
    expect((error as Error).stack).toContain("mutex.test.ts");
    expect(((error as Error).cause as Error).stack).toContain("mutex.test.ts");
    expect([mutex.isLocked, mutex.statistics().waiting]).toEqual([false, 0]);
  });

  test("other tasks wait as ever, and so does a task whose lock was released meanwhile", () =>
    new Runtime({ debug: true }).run(function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      const waiter = spawn(mutex.lock());
      yield* turns();
      guard.release();
      const own = spawn(mutex.lock());
      (yield* waiter.join()).release();
      (yield* own.join()).release();
      (yield* mutex.lock()).release();
      expect(mutex.isLocked).toBe(false);
    }));
});
