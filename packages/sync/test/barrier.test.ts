import { run, spawn } from "@portalis/runtime";
import { AsyncBarrier } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("AsyncBarrier", () => {
  test("wait() ends for all when the last party has come, who is the only leader", () =>
    run(function* () {
      const barrier = new AsyncBarrier(3);
      const tasks = [1, 2].map(() => spawn(barrier.wait()));
      yield* turns();
      expect(tasks.map((task) => task.isFinished())).toEqual([false, false]);
      const tickets = [yield* barrier.wait()];
      for (const task of tasks) tickets.push(yield* task.join());
      expect(tickets.map((ticket) => ticket.index)).toEqual([2, 0, 1]);
      expect(tickets.map((ticket) => ticket.isLeader)).toEqual([true, false, false]);
    }));

  test("a generation cannot pass with the arrivals of the one before", () =>
    run(function* () {
      const barrier = new AsyncBarrier(2);
      for (let generation = 1; generation <= 1_000; generation++) {
        const other = spawn(barrier.wait());
        yield;
        const [mine, theirs] = [yield* barrier.wait(), yield* other.join()];
        expect([mine.index, theirs.index]).toEqual([1, 0]);
      }
      expect(barrier.statistics()).toEqual({ parties: 2, waiting: 0, generation: 1_000 });
    }));

  test("a wait that is aborted before the barrier opens withdraws, and its place is not given out twice", () =>
    run(function* () {
      const barrier = new AsyncBarrier(3);
      const [a, b] = [spawn(barrier.wait()), spawn(barrier.wait())];
      yield* turns();
      a.abort();
      yield* a.outcome();
      const c = spawn(barrier.wait());
      yield* turns();
      expect(c.isFinished()).toBe(false);
      const d = yield* barrier.wait();
      expect([(yield* b.join()).index, (yield* c.join()).index, d.index]).toEqual([0, 1, 2]);
    }));

  test("a party of one never waits; none or half a party is refused", async () => {
    expect(await new AsyncBarrier(1).wait()).toEqual({ isLeader: true, index: 0 });
    for (const parties of [0, -1, 1.5, NaN]) expect(() => new AsyncBarrier(parties)).toThrow(RangeError);
  });
});
