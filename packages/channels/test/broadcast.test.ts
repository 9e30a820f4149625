import { run, spawn } from "@portalis/runtime";
import { broadcast, LaggedError, SendError } from "@portalis/channels";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("broadcast", () => {
  test("every receiver gets every value sent after it subscribed", () =>
    run(function* () {
      const [tx, first] = broadcast<number>(8);
      expect(tx.send(1)).toBe(1);
      const second = tx.subscribe();
      const waiting = spawn(second.recv());
      yield* turns();
      expect(tx.send(2)).toBe(2);
      tx.close();
      expect([yield* first.recv(), yield* first.recv(), yield* first.recv()]).toEqual([1, 2, undefined]);
      expect([yield* waiting.join(), yield* second.recv()]).toEqual([2, undefined]);
    }));

  test("a slow receiver is told exactly how many values it missed, and goes on with the oldest left", () =>
    run(function* () {
      const [tx, rx] = broadcast<number>(2);
      for (let value = 1; value <= 5; value++) tx.send(value);
      const error = yield* errorOf(rx.recv());
      expect(error).toBeInstanceOf(LaggedError);
      expect(error).toMatchObject({ code: "ERR_LAGGED", skipped: 3 });
      expect([rx.tryRecv(), yield* rx.recv(), rx.tryRecv()]).toEqual([4, 5, undefined]);
    }));

  test("send() reports 0 without receivers, and keeps nothing for later ones", () => {
    const [tx, rx] = broadcast<number>(2);
    rx.close();
    rx[Symbol.dispose]();
    expect(tx.send(1)).toBe(0);
    expect(tx.subscribe().tryRecv()).toBeUndefined();
  });

  test("an aborted recv() has taken nothing", () =>
    run(function* () {
      const [tx, rx] = broadcast<number>(2);
      const wait = spawn(rx.recv());
      yield* turns();
      tx.send(1);
      wait.abort();
      expect((yield* wait.outcome()).status).toBe("cancelled");
      expect(yield* rx.recv()).toBe(1);
    }));

  test("close() ends waiting receivers; send() after it hands the value back", () =>
    run(function* () {
      const [tx, rx] = broadcast<number>(2);
      const wait = spawn(rx.recv());
      yield* turns();
      tx[Symbol.dispose]();
      tx.close();
      expect(yield* wait.join()).toBeUndefined();
      expect(() => tx.send(1)).toThrow(SendError);
      expect(tx.isClosed).toBe(true);
    }));

  test("refuses a capacity that is none", () => {
    for (const capacity of [0, 0.5, NaN, Infinity]) expect(() => broadcast(capacity)).toThrow(RangeError);
  });
});
