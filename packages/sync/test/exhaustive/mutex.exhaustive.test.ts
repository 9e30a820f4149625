import { type Coroutine, spawn } from "@portalis/runtime";
import { AsyncMutex } from "@portalis/sync";
import { yieldNow } from "@portalis/task";
import { simulate } from "@portalis/testing";
import { sleep } from "@portalis/time";
import { describe, expect, test } from "vitest";

/** Users that take the lock, are there alone, and leave; returns what the invariants are about. */
function* contend(users: number, rounds: number, slow: boolean): Coroutine<void> {
  const mutex = new AsyncMutex();
  let inside = 0;
  const handles = Array.from({ length: users }, () =>
    spawn(function* () {
      for (let round = 0; round < rounds; round++) {
        const guard = yield* mutex.lock();
        inside++;
        try {
          if (inside !== 1) throw new Error("two holders");
          yield* yieldNow();
        } finally {
          // A cleanup that waits, still with the lock.
          try {
            if (slow) yield* yieldNow();
          } finally {
            inside--;
            guard.release();
          }
        }
        if (mutex.statistics().waiting > 0 && !mutex.isLocked) throw new Error("free while somebody waits");
      }
    }),
  );
  for (const handle of handles) {
    const outcome = yield* handle.outcome();
    if (outcome.status === "failed") throw outcome.error;
  }
  if (mutex.isLocked || mutex.statistics().waiting > 0) throw new Error("not free at the end");
}

describe("AsyncMutex, exhaustively", () => {
  test("lock: three users with a cleanup that waits, two cancellations", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 2, maxSchedules: 50_000 }, () => contend(3, 1, true));
    console.log(`mutex: ${report.schedules} schedules, ${report.cancels} cancels`);
    for (const [phase, count] of Object.entries(report.phases)) expect(count, phase).toBeGreaterThan(0);
  });

  test("lock: four users, two cancellations", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 2, maxSchedules: 50_000 }, () => contend(4, 1, false));
    console.log(`mutex, four users: ${report.schedules} schedules, ${report.cancels} cancels`);
    expect(report.cancels).toBeGreaterThan(30_000);
  });

  test("lock: two users that come back, two cancellations", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 2, maxSchedules: 20_000 }, () => contend(2, 2, false));
    console.log(`mutex again: ${report.schedules} schedules, ${report.cancels} cancels, complete ${report.complete}`);
    expect(report.cancels).toBeGreaterThan(100);
  });

  test("lock: first come, first served", async () => {
    const report = await simulate({ order: "exhaustive", cancels: 1 }, function* () {
      const mutex = new AsyncMutex();
      const guard = yield* mutex.lock();
      const came: number[] = [];
      const served: number[] = [];
      const handles = [0, 1, 2].map((user) =>
        spawn(function* () {
          came.push(user);
          const mine = yield* mutex.lock();
          served.push(user);
          mine.release();
        }),
      );
      yield* sleep(1);
      guard.release();
      if (came.length > 0 && !mutex.isLocked && mutex.statistics().waiting > 0) throw new Error("not handed over");
      const ended: number[] = [];
      for (const [user, handle] of handles.entries()) if ((yield* handle.outcome()).status === "completed") ended.push(user);
      const expected = came.filter((user) => ended.includes(user));
      if (served.filter((user) => ended.includes(user)).join() !== expected.join())
        throw new Error(`came ${came.join()}, served ${served.join()}`);
      if (mutex.isLocked) throw new Error("not free at the end");
    });
    console.log(`mutex order: ${report.schedules} schedules, ${report.cancels} cancels`);
    expect(report.complete).toBe(true);
  });
});
