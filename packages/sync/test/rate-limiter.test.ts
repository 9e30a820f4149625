import { type Coroutine, run, runtime, spawn } from "@portalis/runtime";
import { RateLimiter } from "@portalis/sync";
import { simulate } from "@portalis/testing";
import { sleep } from "@portalis/time";
import { describe, expect, test } from "vitest";

/** Takes `count` tokens and notes when. */
function* take(limiter: RateLimiter, times: number[], count = 1): Coroutine<void> {
  yield* limiter.acquire(count);
  times.push(runtime().platform.now());
}

describe("RateLimiter", () => {
  test("acquire() gives the burst at once and then one token every per / rate milliseconds", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 4, per: 1_000, burst: 2 });
      const times: number[] = [];
      const tasks = Array.from({ length: 6 }, () => spawn(take(limiter, times)));
      for (const task of tasks) yield* task.join();
      expect(times).toEqual([0, 0, 250, 500, 750, 1_000]);
    }));

  test("the bucket fills up to the burst and no further", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 10, per: 100, burst: 3 });
      expect([limiter.tryAcquire(3), limiter.tryAcquire()]).toEqual([true, false]);
      yield* sleep(15);
      expect(limiter.statistics()).toEqual({ available: 1, burst: 3, waiting: 0 });
      yield* sleep(1_000_000);
      expect(limiter.statistics().available).toBe(3);
      expect([limiter.tryAcquire(2), limiter.tryAcquire(2), limiter.tryAcquire()]).toEqual([true, false, true]);
    }));

  test("at the edge: a token is there at its moment and not before, also where a third of a second is no binary fraction", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 3, per: 1_000, burst: 1 });
      const times: number[] = [];
      for (let n = 0; n < 3_001; n++) {
        yield* take(limiter, times);
        expect(limiter.tryAcquire()).toBe(false);
      }
      expect(times.every((time, n) => Math.abs(time - (n * 1_000) / 3) < 1e-6)).toBe(true);
      expect(limiter.statistics().available).toBe(0);
    }));

  test("a large request is not overtaken, by tryAcquire() neither", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 1, per: 10, burst: 4 });
      limiter.tryAcquire(3);
      const [large, small]: [number[], number[]] = [[], []];
      const tasks = [spawn(take(limiter, large, 3)), spawn(take(limiter, small))];
      yield;
      yield;
      expect([limiter.tryAcquire(), limiter.statistics()]).toEqual([false, { available: 1, burst: 4, waiting: 2 }]);
      for (const task of tasks) yield* task.join();
      expect([large, small]).toEqual([[20], [30]]);
    }));

  test("an aborted wait takes nothing, those behind move up, and no timer is left", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 1, per: 10, burst: 4 });
      limiter.tryAcquire(4);
      const times: number[] = [];
      const large = spawn(limiter.acquire(4));
      const small = spawn(take(limiter, times));
      yield* sleep(5);
      large.abort();
      yield* small.join();
      expect(times).toEqual([10]);
      const last = spawn(limiter.acquire());
      yield* sleep(1);
      expect(runtime().metrics().timers).toBe(1);
      last.abort();
      yield* last.outcome();
      expect(runtime().metrics().timers).toBe(0);
    }));

  test("tokens that were given to a task that is aborted before it runs go back", () =>
    simulate({}, function* () {
      const limiter = new RateLimiter({ rate: 1, per: 10, burst: 1 });
      limiter.tryAcquire();
      const first = spawn(limiter.acquire());
      const times: number[] = [];
      const second = spawn(take(limiter, times));
      yield* sleep(10); // asked before the bucket, so it is woken between the grant and the step of `first`
      expect(limiter.statistics().waiting).toBe(1);
      first.abort();
      yield* second.join();
      expect([(yield* first.outcome()).status, times]).toEqual(["cancelled", [10]]);
    }));

  test("acquire(0) is ready at once, also behind a waiter", () =>
    run(function* () {
      const limiter = new RateLimiter({ rate: 1, per: 1e6 });
      expect(limiter.tryAcquire()).toBe(true);
      const waiter = spawn(limiter.acquire());
      yield;
      yield* limiter.acquire(0);
      expect([limiter.tryAcquire(0), limiter.statistics().waiting]).toEqual([true, 1]);
      waiter.abort();
    }));

  test("refuses impossible rates and requests at once", () => {
    for (const rate of [0, -1, NaN, Infinity]) {
      expect(() => new RateLimiter({ rate, per: 1 })).toThrow(RangeError);
      expect(() => new RateLimiter({ rate: 1, per: rate })).toThrow(RangeError);
      expect(() => new RateLimiter({ rate: 1, per: 1, burst: rate })).toThrow(RangeError);
    }
    const limiter = new RateLimiter({ rate: 2.5, per: 1 });
    expect(() => limiter.acquire(3)).toThrow("at most 2");
    expect(() => limiter.tryAcquire(-1)).toThrow(RangeError);
  });
});
