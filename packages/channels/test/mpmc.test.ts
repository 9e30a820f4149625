import { AsyncError, type Coroutine, run, spawn } from "@portalis/runtime";
import { mpmc, type MpmcReceiver, SendError } from "@portalis/channels";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

function* collect(rx: MpmcReceiver<number>): Coroutine<number[]> {
  const values: number[] = [];
  for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) values.push(value);
  return values;
}

describe("mpmc", () => {
  test("gives each value to one receiver, and the end to all", () =>
    run(function* () {
      const [tx, rx] = mpmc.bounded<number>(2);
      const tasks = [rx, rx.clone(), rx.clone()].map((receiver) => spawn(collect(receiver)));
      for (let value = 0; value < 30; value++) yield* tx.send(value);
      tx.close();
      const values: number[] = [];
      for (const task of tasks) values.push(...(yield* task.join()));
      expect(values.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index));
    }));

  test("closes for senders when the last receiver has closed", async () => {
    const [tx, rx] = mpmc.unbounded<number>();
    const other = rx.clone();
    rx.close();
    rx.close();
    expect(tx.trySend(1)).toBe(true);
    expect(() => rx.clone()).toThrow(AsyncError);
    other.close();
    expect(() => tx.trySend(2)).toThrow(SendError);
    await tx.closed();
    expect(other.tryRecv()).toBe(1);
  });

  test("a receive that is aborted after the grant leaves the value to another receiver", () =>
    run(function* () {
      const [tx, rx] = mpmc.bounded<number>(1);
      const [a, b] = [spawn(rx.recv()), spawn(rx.clone().recv())];
      yield* turns();
      tx.trySend(1);
      a.abort();
      expect(yield* b.join()).toBe(1);
    }));
});
