import { type Coroutine, spawn } from "@portalis/runtime";
import { AsyncSemaphore } from "@portalis/sync";
import { yieldNow } from "@portalis/task";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";

function* contend(permits: number, wants: readonly number[], close: boolean): Coroutine<void> {
  const semaphore = new AsyncSemaphore(permits);
  let held = 0;
  const handles = wants.map((count) =>
    spawn(function* () {
      const permit = yield* semaphore.acquire(count);
      held += count;
      try {
        if (held > permits) throw new Error("more held than there are");
        yield* yieldNow();
      } finally {
        held -= count;
        permit.release();
      }
    }),
  );
  if (close) {
    yield* yieldNow();
    semaphore.close();
  }
  for (const handle of handles) {
    const outcome = yield* handle.outcome();
    if (outcome.status === "failed" && !close) throw outcome.error;
  }
  const { available, total, waiting } = semaphore.statistics();
  if (available !== permits || total !== permits || waiting !== 0) throw new Error(`${available} of ${total} left, ${waiting} wait`);
}

describe("AsyncSemaphore, exhaustively", () => {
  test.each([
    [1, [1, 1, 1], 2, false],
    [2, [2, 1, 1], 2, false],
    [3, [2, 2, 1], 1, false],
    [1, [1, 1, 1], 2, true],
    [2, [2, 1, 1, 1], 2, false],
  ])("acquire: %i permits for %j, %i cancellations, closed %s", async (permits, wants, cancels, close) => {
    const report = await simulate({ order: "exhaustive", cancels, maxSchedules: 40_000 }, () => contend(permits, wants, close));
    console.log(`semaphore ${permits} for ${wants.join()}: ${report.schedules} schedules, ${report.cancels} cancels`);
    expect(report.cancels).toBeGreaterThan(100);
  });
});
