import { type Coroutine, Runtime, spawn } from "@portalis/runtime";
import { SimulatedPlatform, simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { Instant, sleep, sleepUntil } from "../src/index.js";

describe("sleep", () => {
  test("ends at its deadline, counted from when it is iterated", async () => {
    const { value, elapsed } = await simulate({}, function* () {
      const later = sleep(10);
      yield* sleep(100);
      yield* later;
      return Instant.now().at;
    });
    expect([value, elapsed]).toEqual([110, 110]);
  });

  test("wakes equal deadlines in the order in which they began, others by deadline", async () => {
    const log: string[] = [];
    function* sleeper(name: string, ms: number): Coroutine<void> {
      yield* sleep(ms);
      log.push(name);
    }
    await simulate({}, function* () {
      const all = [spawn(sleeper("a", 5)), spawn(sleeper("x", 3)), spawn(sleeper("b", 5)), spawn(sleeper("c", 5))];
      for (const handle of all) yield* handle.join();
    });
    expect(log).toEqual(["x", "a", "b", "c"]);
  });

  test("is never early: the time between is never less than asked, whatever the fractions", async () => {
    await simulate({}, function* () {
      for (let i = 1; i < 500; i++) {
        const start = Instant.now();
        const ms = i / 3 + 0.1;
        yield* sleep(ms);
        expect(start.elapsed()).toBeGreaterThanOrEqual(ms);
        expect(start.elapsed()).toBeLessThan(ms + 1e-6);
      }
    });
  });

  test.each([0, -1, -Infinity])("of %d goes on in the next turn without time passing", async (ms) => {
    const log: string[] = [];
    const { elapsed } = await simulate({}, function* () {
      spawn(() => void log.push("other"));
      yield* sleep(ms);
      log.push("slept");
    });
    expect([log, elapsed]).toEqual([["other", "slept"], 0]);
  });

  test("of NaN is refused at once", () => {
    expect(() => sleep(NaN)).toThrow(RangeError);
    expect(() => sleep("5" as never)).toThrow(RangeError);
  });

  test("of Infinity sleeps until it is cancelled, and sets no timer", async () => {
    const platform = new SimulatedPlatform({ autojump: false });
    const rt = new Runtime({ platform });
    const handle = rt.spawn(sleep(Infinity));
    await platform.clock.advance(1e15);
    expect(handle.isFinished()).toBe(false);
    handle.abort();
    expect((await handle.outcome()).status).toBe("cancelled");
    expect(rt.metrics().timers).toBe(0);
  });

  test("of more than 2^31 ms takes that long", async () => {
    const { elapsed } = await simulate({}, sleep(2 ** 33));
    expect(elapsed).toBe(2 ** 33);
  });

  test("that is cancelled frees its timer", async () => {
    const platform = new SimulatedPlatform({ autojump: false });
    const rt = new Runtime({ platform });
    const handle = rt.spawn(sleep(1000));
    await platform.clock.advance(1);
    expect(rt.metrics().timers).toBe(1);
    handle.abort();
    await handle.outcome();
    expect(rt.metrics().timers).toBe(0);
  });

  test("works with await, and ends with the reason of its signal", async () => {
    const { elapsed } = await simulate({}, async () => {
      await sleep(20);
      const controller = new AbortController();
      const sleeping = sleep(1000, { signal: controller.signal });
      const rejected = expect(sleeping).rejects.toBe("enough");
      await sleep(5);
      controller.abort("enough");
      await rejected;
    });
    expect(elapsed).toBe(25);
  });
});

describe("sleepUntil", () => {
  test("ends at the instant, and in the next turn when it has passed", async () => {
    const { elapsed } = await simulate({}, function* () {
      const start = Instant.now();
      yield* sleepUntil(start.plus(30));
      yield* sleepUntil(start.plus(10));
      expect(Instant.now().since(start)).toBe(30);
    });
    expect(elapsed).toBe(30);
  });
});

describe("Instant", () => {
  test("measures by the runtime's clock", async () => {
    await simulate({}, function* () {
      const start = Instant.now();
      yield* sleep(7);
      expect(start.elapsed()).toBe(7);
      expect(Instant.now().since(start)).toBe(7);
      expect(start.plus(10).elapsed()).toBe(-3);
      expect(() => start.plus(NaN)).toThrow(RangeError);
    });
  });
});
