import { AsyncError, run, spawn } from "@portalis/runtime";
import { WaitGroup } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("WaitGroup", () => {
  test("wait() ends when as many are done as were added, again and again", () =>
    run(function* () {
      const group = new WaitGroup();
      for (let round = 0; round < 3; round++) {
        group.add(2);
        const waiter = spawn(group.wait());
        yield* turns();
        group.done();
        yield* turns();
        expect([waiter.isFinished(), group.statistics()]).toEqual([false, { count: 1, waiting: 1 }]);
        group.done();
        yield* waiter.join();
        expect(group.statistics()).toEqual({ count: 0, waiting: 0 });
      }
    }));

  test("one that was woken is not held up by what is added before it runs", () =>
    run(function* () {
      const group = new WaitGroup();
      group.add();
      const waiter = spawn(group.wait());
      yield* turns();
      group.done();
      group.add();
      yield* waiter.join();
      expect(group.count).toBe(1);
    }));

  test("done() more often than added throws", () => {
    const group = new WaitGroup();
    expect(() => group.done()).toThrow(AsyncError);
    group.add(0);
    expect(() => group.done()).toThrow("add() before");
    expect(() => group.add(-1)).toThrow(RangeError);
  });
});
