import { type Coroutine, Runtime, spawn } from "@portalis/runtime";
import { currentScheduler } from "@portalis/runtime/kernel";
import { SimulatedPlatform, simulate } from "@portalis/testing";
import { interval, sleep, timeout, TimeoutError } from "@portalis/time";
import { describe, expect, test } from "vitest";

const now = (): number => currentScheduler().now();

/** Bugs that other libraries have had, as rules. */
describe("scenarios", () => {
  test("R07 timeout ends when the work has cleaned up, not before", () =>
    simulate({}, function* () {
      const log: string[] = [];
      function* work(): Coroutine<void> {
        try {
          yield* sleep(100);
        } finally {
          yield* sleep(5);
          log.push(`cleaned ${now()}`);
        }
      }
      try {
        yield* timeout(10, work());
      } catch (error) {
        expect(error).toBeInstanceOf(TimeoutError);
        log.push(`thrown ${now()}`);
      }
      expect(log).toEqual(["cleaned 15", "thrown 15"]);
    }));

  test("R09 timeout(0) does not swallow a cancellation that is on its way", () =>
    simulate({}, function* () {
      const task = spawn(function* (): Coroutine<string> {
        task.abort("older");
        try {
          yield* timeout(0, sleep(10));
        } catch (error) {
          if (error instanceof TimeoutError) return "swallowed";
          throw error;
        }
        return "slept";
      });
      expect(yield* task.outcome()).toEqual({ status: "cancelled", reason: "older" });
    }));

  test("R26 a sleep of more than 2^31 - 1 ms does not fire at once", () =>
    simulate({}, function* () {
      yield* sleep(2 ** 31 + 5);
      expect(now()).toBe(2 ** 31 + 5);
    }));

  test("R26 a host that fires early wakes nobody early", async () => {
    const platform = new SimulatedPlatform({ autojump: false });
    const rt = new Runtime({ platform });
    const handle = rt.spawn(sleep(10));
    const set = platform.setTimer.bind(platform);
    let early = 1;
    platform.setTimer = (at, wake) => {
      set(at - early, wake);
      early = 0;
    };
    await platform.clock.advance(9);
    expect([handle.isFinished(), early]).toEqual([false, 0]);
    await platform.clock.advance(1);
    expect(handle.isFinished()).toBe(true);
  });

  test("R27 an interval with the policy skip makes no burst after a long pause, and keeps its phase", () =>
    simulate({}, function* () {
      const clock = interval(10, { missed: "skip" });
      yield* clock.tick();
      yield* sleep(35);
      yield* clock.tick();
      const ticks: number[] = [];
      for (let tick = 0; tick < 2; tick++) {
        yield* clock.tick();
        ticks.push(now());
      }
      expect(ticks).toEqual([40, 50]);
    }));
});
