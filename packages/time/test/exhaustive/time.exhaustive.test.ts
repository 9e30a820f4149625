import { type Coroutine, spawn } from "@portalis/runtime";
import { currentScheduler } from "@portalis/runtime/kernel";
import { simulate } from "@portalis/testing";
import { interval, sleep, timeout, TimeoutError } from "@portalis/time";
import { describe, expect, test } from "vitest";

const now = (): number => currentScheduler().now();

/** All sleepers wake on time, in deadline order; those that were cancelled leave no timer. */
function* sleepers(delays: readonly number[]): Coroutine<void> {
  const woken: number[] = [];
  const handles = delays.map((ms) =>
    spawn(function* () {
      const start = now();
      yield* sleep(ms);
      if (now() < start + ms) throw new Error("early");
      woken.push(now());
    }),
  );
  for (const handle of handles) {
    const outcome = yield* handle.outcome();
    if (outcome.status === "failed") throw outcome.error;
  }
  if (woken.some((at, index) => at < (woken[index - 1] ?? 0))) throw new Error(`not in order: ${woken.join()}`);
  if (currentScheduler().timerCount > 0) throw new Error("a timer is left");
}

/** The inner work has ended when timeout() has, whoever wins, and a cancellation from outside stays one. */
function* timeouts(limit: number, work: number, apart: boolean): Coroutine<void> {
  const handles = [0, 1].map(() =>
    spawn(function* () {
      const state = { inside: 0 };
      function* body(): Coroutine<string> {
        state.inside++;
        try {
          yield* sleep(work);
          return "value";
        } finally {
          try {
            yield* sleep(1);
          } finally {
            state.inside--;
          }
        }
      }
      const errors: unknown[] = [];
      try {
        if ((yield* timeout(limit, apart ? body : body())) !== "value") throw new Error("another value");
      } catch (error) {
        errors.push(error);
      }
      if (state.inside !== 0) throw new Error("the work goes on");
      if (errors.length > 0) throw errors[0];
    }),
  );
  for (const handle of handles) {
    const outcome = yield* handle.outcome();
    if (outcome.status !== "failed") continue;
    if (!(outcome.error instanceof TimeoutError)) throw outcome.error;
    if (work + 1 < limit) throw new Error("timed out too early");
  }
  if (currentScheduler().timerCount > 0) throw new Error("a timer is left");
}

/** Ticks come at multiples of the period, whoever else is cancelled. */
function* ticks(): Coroutine<void> {
  const handles = [2, 3].map((period) =>
    spawn(function* () {
      const clock = interval(period);
      let last = -1;
      for (let tick = 0; tick < 3; tick++) {
        yield* clock.tick();
        if (now() <= last) throw new Error("two ticks at once");
        last = now();
      }
    }),
  );
  for (const handle of handles) {
    const outcome = yield* handle.outcome();
    if (outcome.status === "failed") throw outcome.error;
  }
  if (currentScheduler().timerCount > 0) throw new Error("a timer is left");
}

describe("time, exhaustively", () => {
  test.each([
    ["sleep: equal deadlines", 2, (): Coroutine<void> => sleepers([1, 1, 1])],
    ["sleep: four sleepers", 2, (): Coroutine<void> => sleepers([1, 2, 1, 0])],
    ["timeout: the limit first", 2, (): Coroutine<void> => timeouts(2, 5, false)],
    ["timeout: the work first", 2, (): Coroutine<void> => timeouts(5, 2, false)],
    ["timeout: both at once", 2, (): Coroutine<void> => timeouts(2, 2, false)],
    ["timeout: the limit first, a task of its own", 2, (): Coroutine<void> => timeouts(2, 5, true)],
    ["timeout: both at once, tasks of their own", 2, (): Coroutine<void> => timeouts(2, 2, true)],
    ["interval: two of them", 2, ticks],
  ])("%s", async (title, cancels, work) => {
    const report = await simulate({ order: "exhaustive", cancels, maxSchedules: 8_000 }, work);
    console.log(`time ${title}: ${report.schedules} schedules, ${report.cancels} cancels`);
    expect(report.cancels).toBeGreaterThan(50);
  });
});
