import { run, spawn } from "@portalis/runtime";
import { RecvError, SendError, watch } from "@portalis/channels";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("watch", () => {
  test("changed() is false news for the initial value, and one for several changes", () =>
    run(function* () {
      const [tx, rx] = watch(0);
      const wait = spawn(rx.changed());
      yield* turns();
      expect([rx.borrow(), wait.isFinished()]).toEqual([0, false]);
      tx.send(1);
      tx.send(2);
      expect(yield* wait.join()).toBe(true);
      expect(rx.borrow()).toBe(2);
      const next = spawn(rx.changed());
      yield* turns();
      expect(next.isFinished()).toBe(false);
      tx.close();
      expect(yield* next.join()).toBe(false);
    }));

  test("a change between borrow() and changed() is not missed; borrowAndUpdate() counts as seen", async () => {
    const [tx, rx] = watch("a");
    rx.borrow();
    tx.send("b");
    expect(await rx.changed()).toBe(true);
    tx.send("c");
    expect(rx.borrowAndUpdate()).toBe("c");
    tx.close();
    expect(await rx.changed()).toBe(false);
  });

  test("every receiver remembers for itself; subscribe() has seen the present value", () =>
    run(function* () {
      const [tx, rx] = watch(0);
      tx.send(1);
      const late = tx.subscribe();
      expect(yield* rx.changed()).toBe(true);
      const wait = spawn(late.changed());
      yield* turns();
      expect(wait.isFinished()).toBe(false);
      tx.send(2);
      expect(yield* wait.join()).toBe(true);
    }));

  test("an aborted changed() has seen nothing", () =>
    run(function* () {
      const [tx, rx] = watch(0);
      const wait = spawn(rx.changed());
      yield* turns();
      tx.send(1);
      wait.abort();
      expect((yield* wait.outcome()).status).toBe("cancelled");
      expect(yield* rx.changed()).toBe(true);
    }));

  test("the last value before a close is still news", async () => {
    const [tx, rx] = watch(0);
    tx.send(1);
    tx.close();
    expect([await rx.changed(), rx.borrow(), await rx.changed(), rx.isClosed]).toEqual([true, 1, false, true]);
    expect(() => {
      tx.send(2);
    }).toThrow(SendError);
  });

  test("sendModify() and sendIfModified() change in place and wake only for a change", () =>
    run(function* () {
      const [tx, rx] = watch<number[]>([]);
      const wait = spawn(rx.changed());
      yield* turns();
      expect(tx.sendIfModified(() => false)).toBe(false);
      yield* turns();
      expect(wait.isFinished()).toBe(false);
      tx.sendModify((list) => list.push(1));
      yield* wait.join();
      expect(rx.borrow()).toEqual([1]);
    }));

  test("waitFor() waits for a value that satisfies, or throws at the end", () =>
    run(function* () {
      const [tx, rx] = watch(0);
      const wait = spawn(rx.waitFor((value) => value >= 2));
      const never = spawn(errorOf(tx.subscribe().waitFor((value) => value > 5)));
      for (const value of [1, 2]) {
        yield* turns();
        tx.send(value);
      }
      expect(yield* wait.join()).toBe(2);
      tx.close();
      expect(yield* never.join()).toBeInstanceOf(RecvError);
    }));

  test("closed() ends when the last receiver has closed", () =>
    run(function* () {
      const [tx, rx] = watch(0);
      const other = tx.subscribe();
      const wait = spawn(tx.closed());
      rx.close();
      rx[Symbol.dispose]();
      yield* turns();
      expect(wait.isFinished()).toBe(false);
      other.close();
      yield* wait.join();
    }));
});
