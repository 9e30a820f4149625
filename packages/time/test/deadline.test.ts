import { type Coroutine, Runtime, RuntimeError, spawn, withRuntime } from "@portalis/runtime";
import { simulate, SimulatedPlatform } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { deadline, interval, remainingTime, sleep, timeout, TimeoutError } from "../src/index.js";

describe("deadline", () => {
  test("ends the work with TimeoutError after its cleanup", async () => {
    const log: string[] = [];
    const { value, elapsed } = await simulate({}, function* () {
      function* work(): Coroutine<void> {
        try {
          yield* sleep(100);
        } finally {
          yield* sleep(5);
          log.push("cleaned");
        }
      }
      return yield* spawn(deadline(10, work())).outcome();
    });
    expect(value).toMatchObject({ status: "failed", error: expect.any(TimeoutError) });
    expect(log).toEqual(["cleaned"]);
    expect(elapsed).toBe(15);
  });

  test("nested, the nearest wins: an inner one that ends later sets no timer, one that ends earlier is its own", async () => {
    const { value } = await simulate({}, function* () {
      const log: unknown[] = [];
      log.push(remainingTime());
      try {
        yield* deadline(50, function* () {
          log.push(remainingTime());
          try {
            yield* deadline(10, sleep(100));
          } catch (error) {
            log.push((error as Error).name, remainingTime());
          }
          try {
            yield* deadline(1_000, function* () {
              log.push(remainingTime());
              yield* sleep(100);
            });
          } catch (error) {
            log.push((error as Error).name);
            throw error;
          }
        });
      } catch (error) {
        log.push((error as Error).name);
      }
      log.push(remainingTime());
      return log;
    });
    expect(value).toEqual([Infinity, 50, "TimeoutError", 40, 40, "CancelledError", "TimeoutError", Infinity]);
  });

  test("is seen by tasks that the work spawns, and gives the value of work that is in time", async () => {
    const { value } = await simulate({}, function* () {
      return yield* deadline(30, function* () {
        yield* sleep(10);
        return yield* spawn(() => remainingTime()).join();
      });
    });
    expect(value).toBe(20);
  });

  test("of 0 lets the work get as far as it comes without waiting, of NaN is refused", async () => {
    expect(() => deadline(NaN, () => 1)).toThrow(RangeError);
    const { value } = await simulate({}, function* () {
      function* immediate(): Coroutine<number> {
        return 1;
      }
      return [yield* deadline(0, immediate()), (yield* spawn(deadline(0, sleep(1))).outcome()).status];
    });
    expect(value).toEqual([1, "failed"]);
  });
});

describe("enableTime: false", () => {
  test("makes everything that needs a timer fail at once, in tasks and outside, and leaves nothing parked", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform(), enableTime: false });
    const replaced = withRuntime(rt);
    try {
      for (const operation of [() => sleep(5), () => timeout(5, sleep(1))]) {
        expect((await rt.spawn(operation()).outcome()).status).toBe("failed");
        await expect(operation()).rejects.toThrow(RuntimeError);
      }
      expect(() => interval(5)).toThrow(RuntimeError);
      expect(await rt.run(timeout(5, () => 3)).catch((error: unknown) => error)).toBeInstanceOf(RuntimeError);
      expect(rt.metrics()).toMatchObject({ tasks: 0, timers: 0 });
    } finally {
      replaced[Symbol.dispose]();
    }
  });
});
