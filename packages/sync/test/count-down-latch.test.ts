import { run, spawn } from "@portalis/runtime";
import { CountDownLatch } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("CountDownLatch", () => {
  test("wait() ends when the count is 0, in the order of asking, and stays open", () =>
    run(function* () {
      const latch = new CountDownLatch(3);
      const log: string[] = [];
      const waiters = ["a", "b"].map((name) =>
        spawn(function* () {
          yield* latch.wait();
          log.push(name);
        }),
      );
      yield* turns();
      latch.countDown(2);
      yield* turns();
      expect([log, latch.statistics()]).toEqual([[], { count: 1, waiting: 2 }]);
      latch.countDown();
      for (const waiter of waiters) yield* waiter.join();
      yield* latch.wait();
      expect([log, latch.statistics()]).toEqual([["a", "b"], { count: 0, waiting: 0 }]);
    }));

  test("countDown() stops at 0, and a latch of 0 is open", async () => {
    const latch = new CountDownLatch(1);
    latch.countDown(5);
    latch.countDown();
    await latch.wait();
    expect(latch.count).toBe(0);
    await new CountDownLatch(0).wait();
  });

  test("an aborted wait changes no count", () =>
    run(function* () {
      const latch = new CountDownLatch(1);
      const waiter = spawn(latch.wait());
      yield* turns();
      waiter.abort();
      expect((yield* waiter.outcome()).status).toBe("cancelled");
      expect(latch.statistics()).toEqual({ count: 1, waiting: 0 });
    }));

  test.each([-1, 0.5, NaN])("refuses a count of %s", (count) => {
    expect(() => new CountDownLatch(count)).toThrow(RangeError);
    expect(() => new CountDownLatch(1).countDown(count)).toThrow(RangeError);
  });
});
