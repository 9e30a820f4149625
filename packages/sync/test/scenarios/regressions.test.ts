import { CancelledError, type Coroutine, run, spawn } from "@portalis/runtime";
import { AsyncBarrier, AsyncCondition, AsyncEvent, AsyncMutex, AsyncSemaphore } from "@portalis/sync";
import { select } from "@portalis/task";
import { simulate } from "@portalis/testing";
import { sleep, timeout, TimeoutError } from "@portalis/time";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "../settle.js";

/** Bugs that other libraries have had, as rules. Each was seen red with a copy of its bug planted. */
describe("scenarios", () => {
  test("R01 a lock that was handed to a waiter which is then cancelled goes on to the next", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      const [first, second] = [spawn(mutex.lock()), spawn(mutex.lock())];
      yield* turns();
      guard.release();
      first.abort();
      yield* turns();
      expect(second.isFinished()).toBe(true);
      (yield* second.join()).release();
      expect(mutex.isLocked).toBe(false);
    }));

  test("R02 a permit that was handed to a waiter which is then cancelled is not lost", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(1);
      const permit = yield* semaphore.acquire();
      const waiter = spawn(semaphore.acquire());
      yield* turns();
      permit.release();
      waiter.abort();
      yield* waiter.outcome();
      expect(semaphore.statistics()).toEqual({ available: 1, total: 1, waiting: 0 });
    }));

  test("R02 a newcomer does not overtake a waiter that needs more than there is", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(2);
      const permit = yield* semaphore.acquire();
      const waiter = spawn(semaphore.acquire(2));
      yield* turns();
      expect(semaphore.tryAcquire()).toBeUndefined();
      permit.release();
      expect((yield* waiter.join()).count).toBe(2);
    }));

  test("R05 a notification whose target is cancelled at the same time reaches another", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const condition = new AsyncCondition(mutex);
      function* wait(): Coroutine<string> {
        const guard = yield* mutex.lock();
        try {
          yield* condition.wait(guard);
          return "notified";
        } finally {
          guard.release();
        }
      }
      const [first, second] = [spawn(wait()), spawn(wait())];
      yield* turns(6);
      const guard = yield* mutex.lock();
      condition.notify();
      first.abort();
      guard.release();
      yield* turns(8);
      expect([second.isFinished(), mutex.isLocked]).toEqual([true, false]);
    }));

  test("R06 a wait that is cancelled while it takes the lock again ends with the lock held and as cancelled", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const condition = new AsyncCondition(mutex);
      const seen: unknown[] = [];
      const waiter = spawn(function* (): Coroutine<void> {
        const guard = yield* mutex.lock();
        const error = yield* errorOf(condition.wait(guard));
        seen.push(guard.isHeld, error instanceof CancelledError);
        guard.release();
      });
      yield* turns();
      const guard = yield* mutex.lock();
      condition.notify();
      yield* turns();
      waiter.abort();
      yield* turns();
      expect(seen).toEqual([]);
      guard.release();
      yield* waiter.outcome();
      expect([seen, mutex.isLocked]).toEqual([[true, true], false]);
    }));

  test("R10 no two parties of a barrier get the same place, also after one has been cancelled", () =>
    run(function* () {
      const barrier = new AsyncBarrier(3);
      const cancelled = spawn(barrier.wait());
      const tasks = [spawn(barrier.wait())];
      yield* turns();
      cancelled.abort();
      tasks.push(spawn(barrier.wait()), spawn(barrier.wait()));
      const places: number[] = [];
      for (const task of tasks) places.push((yield* task.join()).index);
      expect(places).toEqual([0, 1, 2]);
    }));

  test("R11 a cancelled waiter at the head does not strand those behind it", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(2);
      const permit = yield* semaphore.acquire();
      const [large, small] = [spawn(semaphore.acquire(2)), spawn(semaphore.acquire())];
      yield* turns();
      large.abort();
      yield* turns();
      expect(small.isFinished()).toBe(true);
      (yield* small.join()).release();
      permit.release();
      expect(semaphore.availablePermits).toBe(2);
    }));

  test("R12 an abort at any step between the grant and the end of the work releases the lock", () =>
    run(function* () {
      for (let step = 0; step < 8; step++) {
        const mutex = new AsyncMutex();
        const held = yield* mutex.lock();
        const task = spawn(mutex.runExclusive(() => turns(3)));
        yield* turns();
        held.release();
        yield* turns(step);
        task.abort();
        yield* task.outcome();
        expect([step, mutex.isLocked]).toEqual([step, false]);
      }
    }));

  test("R13 a request for many permits holds none of them while it waits", () =>
    run(function* () {
      const semaphore = new AsyncSemaphore(3);
      const held = [yield* semaphore.acquire(), yield* semaphore.acquire(2)];
      const waiter = spawn(semaphore.acquire(3));
      yield* turns();
      held[1]!.release();
      waiter.abort();
      yield* waiter.outcome();
      expect(semaphore.availablePermits).toBe(2);
      held[0]!.release();
      expect(semaphore.availablePermits).toBe(3);
    }));

  test("R14 a list of waiters that changes while it is woken skips nobody and wakes nobody twice", () =>
    run(function* () {
      const event = new AsyncEvent();
      const selecting = spawn(select({ a: event.wait(), b: event.wait() }));
      const behind = spawn(event.wait());
      yield* turns();
      expect(event.statistics().waiting).toBe(3);
      event.set();
      yield* turns();
      expect([selecting.isFinished(), behind.isFinished(), event.statistics().waiting]).toEqual([true, true, 0]);
    }));

  test("R22 a lock is never free in between: isLocked is true from the release on when somebody waits", () =>
    run(function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      const waiter = spawn(mutex.lock());
      yield* turns();
      guard.release();
      expect([mutex.isLocked, mutex.tryLock()]).toEqual([true, undefined]);
      (yield* waiter.join()).release();
      expect(mutex.isLocked).toBe(false);
    }));

  test("R23 no listener is left on a signal after a wait, however it ended, and an aborted one takes nothing", async () => {
    const listeners = new Set<() => void>();
    const controller = new AbortController();
    const { signal } = controller;
    const counted = {
      get aborted() {
        return signal.aborted;
      },
      get reason(): unknown {
        return signal.reason;
      },
      addEventListener: (type: "abort", listener: () => void) => {
        listeners.add(listener);
        signal.addEventListener(type, listener);
      },
      removeEventListener: (type: "abort", listener: () => void) => {
        listeners.delete(listener);
        signal.removeEventListener(type, listener);
      },
    };
    const mutex = new AsyncMutex();
    const guard = await mutex.lock();
    const granted = mutex.lock({ signal: counted }).then((next) => next.release());
    expect(listeners.size).toBe(1);
    guard.release();
    await granted;
    expect(listeners.size).toBe(0);
    const held = await mutex.lock();
    const aborted = mutex.lock({ signal: counted }).then(undefined, (error: unknown) => error);
    controller.abort("reason");
    expect([await aborted, listeners.size]).toEqual(["reason", 0]);
    held.release();
    expect(await mutex.lock({ signal: counted }).then(undefined, (error: unknown) => error)).toBe("reason");
    expect(mutex.isLocked).toBe(false);
  });

  test("R25 a lock that is asked for with a time limit is not granted to nobody later", () =>
    simulate({}, function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      expect(yield* errorOf(timeout(10, mutex.lock()))).toBeInstanceOf(TimeoutError);
      expect((yield* select({ lock: mutex.lock(), late: sleep(10) })).key).toBe("late");
      expect(mutex.statistics().waiting).toBe(0);
      guard.release();
      expect(mutex.isLocked).toBe(false);
    }));
});
