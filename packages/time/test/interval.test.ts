import { spawn } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { Instant, interval, type IntervalOptions, sleep } from "../src/index.js";

/** The moments of the first ticks when the second one is taken at 35 of a period of 10. */
async function ticks(options: IntervalOptions, count: number): Promise<number[]> {
  const { value } = await simulate({}, function* () {
    const seen: number[] = [];
    const every = interval(10, options);
    yield* every.tick();
    seen.push(Instant.now().at);
    yield* sleep(35);
    for (let i = 0; i < count; i++) {
      yield* every.tick();
      seen.push(Instant.now().at);
    }
    return seen;
  });
  return value;
}

describe("interval", () => {
  test("ticks at once and then without drift", async () => {
    const { value } = await simulate({}, function* () {
      const every = interval(10);
      const planned: number[] = [];
      for (let i = 0; i < 4; i++) {
        planned.push((yield* every.tick()).at);
        yield* sleep(3);
      }
      return planned;
    });
    expect(value).toEqual([0, 10, 20, 30]);
  });

  test("bursts through missed ticks, delays, or skips them", async () => {
    expect(await ticks({}, 5)).toEqual([0, 35, 35, 35, 40, 50]);
    expect(await ticks({ missed: "delay" }, 3)).toEqual([0, 35, 45, 55]);
    expect(await ticks({ missed: "skip" }, 3)).toEqual([0, 35, 40, 50]);
  });

  test("begins after a period when asked to, and again after reset", async () => {
    const { value } = await simulate({}, function* () {
      const every = interval(10, { immediate: false });
      const seen = [(yield* every.tick()).at];
      yield* sleep(5);
      every.reset();
      seen.push((yield* every.tick()).at);
      return seen;
    });
    expect(value).toEqual([10, 25]);
  });

  test("loses no tick when a wait is cancelled", async () => {
    const { value } = await simulate({}, function* () {
      const every = interval(10, { immediate: false });
      const handle = spawn(every.tick());
      yield* sleep(4);
      handle.abort();
      yield* handle.outcome();
      return (yield* every.tick()).at;
    });
    expect(value).toBe(10);
  });

  test("gives its ticks to for await", async () => {
    const { value } = await simulate({}, async () => {
      const seen: number[] = [];
      for await (const tick of interval(10)) {
        seen.push(tick.at);
        if (seen.length === 3) break;
      }
      return seen;
    });
    expect(value).toEqual([0, 10, 20]);
  });

  test.each([0, -1, NaN, Infinity])("of %d is refused at once", (ms) => {
    expect(() => interval(ms)).toThrow(RangeError);
  });
});
