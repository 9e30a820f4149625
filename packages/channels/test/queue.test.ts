import { AsyncError, ClosedError, type Coroutine, run, spawn } from "@portalis/runtime";
import { AsyncQueue } from "@portalis/channels";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

function* takeAll(queue: AsyncQueue<number>): Coroutine<number[]> {
  const values: number[] = [];
  for (let value = queue.tryGet(); value !== undefined; value = queue.tryGet()) values.push(value);
  return values;
}

describe("AsyncQueue", () => {
  test.each([
    ["fifo" as const, [2, 3, 1]],
    ["lifo" as const, [1, 3, 2]],
    [(a: number, b: number) => a - b, [1, 2, 3]],
  ])("get() gives the next value by its order (%s)", (order, expected) =>
    run(function* () {
      const queue = new AsyncQueue<number>({ order });
      for (const value of [2, 3, 1]) yield* queue.put(value);
      expect(yield* takeAll(queue)).toEqual(expected);
    }),
  );

  test("a comparison orders any values as a stable sort does", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(5), fc.nat())), (values) => {
        const queue = new AsyncQueue<[number, number]>({ order: (a, b) => a[0] - b[0] });
        for (const value of values) queue.tryPut(value);
        const taken = values.map(() => queue.tryGet());
        expect(taken).toEqual([...values].sort((a, b) => a[0] - b[0]));
      }),
    ));

  test("put() waits while the queue is full, tryPut() is false then", () =>
    run(function* () {
      const queue = new AsyncQueue<number>({ maxSize: 1 });
      expect([queue.tryPut(1), queue.tryPut(2), queue.size, queue.maxSize]).toEqual([true, false, 1, 1]);
      const put = spawn(queue.put(3));
      yield* turns();
      expect(put.isFinished()).toBe(false);
      expect(yield* queue.get()).toBe(1);
      yield* put.join();
      expect(yield* queue.get()).toBe(3);
    }));

  test("get() of several is served in the order of asking, in both styles", async () => {
    const queue = new AsyncQueue<number>();
    const first = queue.get().then((value) => value);
    const second = run(queue.get());
    await run(turns());
    queue.tryPut(1);
    queue.tryPut(2);
    expect(await Promise.all([first, second])).toEqual([1, 2]);
  });

  test("join() waits until every value is reported done", () =>
    run(function* () {
      const queue = new AsyncQueue<number>();
      yield* queue.join();
      queue.tryPut(1);
      queue.tryPut(2);
      const join = spawn(queue.join());
      yield* takeAll(queue);
      queue.taskDone();
      yield* turns();
      expect([join.isFinished(), queue.unfinished]).toEqual([false, 1]);
      queue.taskDone();
      yield* join.join();
      expect(() => queue.taskDone()).toThrow(AsyncError);
    }));

  test("an aborted get() has taken nothing, an aborted put() has put nothing in, and the count of what is done is exact", () =>
    run(function* () {
      const queue = new AsyncQueue<number>({ maxSize: 1 });
      const get = spawn(queue.get());
      yield* turns();
      queue.tryPut(1);
      get.abort();
      yield* get.outcome();
      expect([queue.size, queue.unfinished]).toEqual([1, 1]);
      const put = spawn(queue.put(2));
      yield* turns();
      expect(queue.tryGet()).toBe(1);
      put.abort();
      yield* put.outcome();
      expect([queue.size, queue.unfinished]).toEqual([0, 1]);
    }));

  test("shutdown() refuses puts, lets gets drain and then throws", () =>
    run(function* () {
      const queue = new AsyncQueue<number>({ maxSize: 1 });
      queue.tryPut(1);
      const waiting = spawn(errorOf(queue.put(2)));
      yield* turns();
      queue.shutdown();
      expect(yield* waiting.join()).toBeInstanceOf(ClosedError);
      expect(() => queue.tryPut(3)).toThrow(ClosedError);
      expect(yield* queue.get()).toBe(1);
      expect(yield* errorOf(queue.get())).toMatchObject({ code: "ERR_CLOSED" });
      expect([queue.tryGet(), queue.isClosed]).toEqual([undefined, true]);
    }));

  test("shutdown() ends waiting gets", () =>
    run(function* () {
      const queue = new AsyncQueue<number>();
      const waiting = [spawn(errorOf(queue.get())), spawn(errorOf(queue.get()))];
      yield* turns();
      queue.shutdown();
      for (const get of waiting) expect(yield* get.join()).toBeInstanceOf(ClosedError);
    }));

  test.each(["fifo" as const, "lifo" as const, (a: number, b: number) => a - b])(
    "shutdown({ immediate }) drops what no granted get claims, and ends join() (%s)",
    (order) =>
      run(function* () {
        const queue = new AsyncQueue<number>({ order });
        const get = spawn(queue.get());
        yield* turns();
        for (const value of [1, 2, 3, 4]) queue.tryPut(value);
        const join = spawn(queue.join());
        queue.shutdown({ immediate: true });
        expect(queue.size).toBe(1);
        expect(yield* get.join()).toBe(order === "lifo" ? 4 : 1);
        queue.taskDone();
        yield* join.join();
        expect([queue.size, queue.unfinished]).toEqual([0, 0]);
      }),
  );

  test("refuses a size that is none, and undefined", () => {
    for (const maxSize of [0, -1, 1.5, NaN]) expect(() => new AsyncQueue({ maxSize })).toThrow(RangeError);
    expect(() => new AsyncQueue<number>().tryPut(undefined as unknown as number)).toThrow(TypeError);
  });
});
