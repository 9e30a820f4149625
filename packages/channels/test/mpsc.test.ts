import { AsyncError, type Coroutine, run, spawn } from "@portalis/runtime";
import { mpsc, type Receiver, SendError, type Sender } from "@portalis/channels";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

function* sendAll(tx: Sender<number>, values: readonly number[], log: number[] = []): Coroutine<void> {
  for (const value of values) {
    yield* tx.send(value);
    log.push(value);
  }
  tx.close();
}

function* drain(rx: Receiver<number>): Coroutine<number[]> {
  const values: number[] = [];
  for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) values.push(value);
  return values;
}

describe("mpsc", () => {
  test.each([1, 2, 16])("bounded(%i) carries values in the order of sending, then ends", (capacity) =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(capacity);
      const values = Array.from({ length: 50 }, (_, index) => index);
      spawn(sendAll(tx, values));
      expect(yield* drain(rx)).toEqual(values);
      expect(yield* rx.recv()).toBeUndefined();
    }),
  );

  test("bounded() never holds more than its capacity", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(2);
      const log: number[] = [];
      spawn(sendAll(tx, [1, 2, 3, 4], log));
      yield* turns();
      expect([log, rx.size, tx.trySend(9), tx.capacity]).toEqual([[1, 2], 2, false, 2]);
      expect(rx.tryRecv()).toBe(1);
      yield* turns();
      expect([log, rx.size]).toEqual([[1, 2, 3], 2]);
    }));

  test("bounded() keeps its capacity when a granted receive is aborted", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(1);
      const receive = spawn(rx.recv());
      yield* turns();
      expect([tx.trySend(1), tx.trySend(2)]).toEqual([true, false]);
      receive.abort();
      yield* receive.outcome();
      expect([rx.size, tx.trySend(3), rx.tryRecv(), rx.tryRecv()]).toEqual([1, false, 1, undefined]);
    }));

  test("unbounded() always has room", () => {
    const [tx, rx] = mpsc.unbounded<number>();
    for (let value = 0; value < 1_000; value++) expect(tx.trySend(value)).toBe(true);
    for (let value = 0; value < 1_000; value++) expect(rx.tryRecv()).toBe(value);
    expect([tx.capacity, rx.size]).toEqual([Infinity, 0]);
  });

  test("await and yield* senders wait in one queue and are served in the order of asking", async () => {
    const [tx, rx] = mpsc.bounded<number>(1);
    await tx.send(0);
    const log: string[] = [];
    const note = (name: string) => () => log.push(name);
    function* send(): Coroutine<void> {
      yield* tx.send(2);
      log.push("yield* 2");
    }
    const sends: PromiseLike<unknown>[] = [tx.send(1).then(note("await 1")), run(send())];
    await run(turns());
    sends.push(tx.send(3).then(note("await 3")));
    tx.close();
    expect(await run(drain(rx))).toEqual([0, 1, 2, 3]);
    await Promise.all(sends);
    expect(log).toEqual(["await 1", "yield* 2", "await 3"]);
  });

  test("for await receives until the end; leaving early leaves the channel open", async () => {
    const [tx, rx] = mpsc.bounded<number>(1);
    const sender = run(sendAll(tx, [1, 2, 3]));
    for await (const value of rx) {
      expect(value).toBe(1);
      break;
    }
    const rest: number[] = [];
    for await (const value of rx) rest.push(value);
    expect(rest).toEqual([2, 3]);
    await sender;
  });

  describe("cancel", () => {
    test("of a waiting recv() takes nothing", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const receive = spawn(rx.recv());
        yield* turns();
        receive.abort();
        tx.trySend(1);
        expect((yield* receive.outcome()).status).toBe("cancelled");
        expect(yield* rx.recv()).toBe(1);
      }));

    test("of a granted recv() leaves the value at the front, for the next that waits", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(4);
        const [first, second] = [spawn(rx.recv()), spawn(rx.recv())];
        yield* turns();
        tx.trySend(1);
        first.abort();
        expect(yield* second.join()).toBe(1);
        expect((yield* first.outcome()).status).toBe("cancelled");
      }));

    test("of a waiting send() delivers nothing", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        tx.trySend(1);
        const [a, b] = [spawn(tx.send(2)), spawn(tx.send(3))];
        yield* turns();
        a.abort();
        yield* a.outcome();
        tx.close();
        expect(yield* drain(rx)).toEqual([1, 3]);
        yield* b.join();
      }));

    test("of a granted send() delivers nothing and gives the place to the next", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        tx.trySend(1);
        const [a, b] = [spawn(tx.send(2)), spawn(tx.send(3))];
        yield* turns();
        expect(rx.tryRecv()).toBe(1);
        a.abort();
        expect((yield* a.outcome()).status).toBe("cancelled");
        yield* b.join();
        tx.close();
        expect(yield* drain(rx)).toEqual([3]);
      }));

    test("of the last granted send() of a closed channel lets the receiver end", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        tx.trySend(1);
        const send = spawn(tx.send(2));
        yield* turns();
        tx.close();
        expect(yield* rx.recv()).toBe(1);
        const receive = spawn(rx.recv());
        send.abort();
        expect(yield* receive.join()).toBeUndefined();
      }));

    test.each(["yield*", "await"])("by a signal ends recv() and send() with its reason (%s)", async (style) => {
      const reason = new Error("no longer wanted");
      const error = (wait: PromiseLike<unknown> & Parameters<typeof errorOf>[0]): PromiseLike<unknown> =>
        style === "await" ? wait.then(undefined, (caught: unknown) => caught) : run(errorOf(wait));
      const [tx, rx] = mpsc.bounded<number>(1);
      const receiving = new AbortController();
      const receive = error(rx.recv({ signal: receiving.signal }));
      await run(turns());
      receiving.abort(reason);
      expect(await receive).toBe(reason);
      await tx.send(1);
      const sending = new AbortController();
      const send = error(tx.send(2, { signal: sending.signal }));
      await run(turns());
      sending.abort(reason);
      expect(await send).toBe(reason);
      expect([rx.tryRecv(), rx.tryRecv()]).toEqual([1, undefined]);
      expect(await error(tx.send(3, { signal: sending.signal }))).toBe(reason);
    });
  });

  describe("close", () => {
    test("of the receiver hands the value of every send back, and drains what is buffered", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        tx.trySend(1);
        const waiting = spawn(errorOf(tx.send(2)));
        yield* turns();
        rx.close();
        rx.close();
        expect(yield* waiting.join()).toMatchObject({ code: "ERR_SEND", value: 2 });
        expect(yield* errorOf(tx.send(3))).toBeInstanceOf(SendError);
        expect(() => tx.trySend(4)).toThrow(SendError);
        expect([tx.isClosed, rx.isClosed]).toEqual([true, true]);
        expect([yield* rx.recv(), yield* rx.recv()]).toEqual([1, undefined]);
      }));

    test("of one sender of two ends nothing; of the last one ends waiting receivers", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const other = tx.clone();
        const receives = [spawn(rx.recv()), spawn(rx.recv())];
        yield* turns();
        tx.close();
        tx.close();
        yield* turns();
        expect(receives.map((task) => task.isFinished())).toEqual([false, false]);
        other[Symbol.dispose]();
        for (const task of receives) expect(yield* task.join()).toBeUndefined();
      }));

    test("of a sender makes its own sends throw, though another is open", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const other = tx.clone();
        tx.close();
        expect(yield* errorOf(tx.send(1))).toMatchObject({ value: 1 });
        expect(() => tx.clone()).toThrow(AsyncError);
        yield* other.send(2);
        expect(rx.tryRecv()).toBe(2);
      }));

    test("of the receiver ends closed() of every sender", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const waits = [spawn(tx.closed()), spawn(tx.clone().closed())];
        yield* turns();
        expect(waits.map((task) => task.isFinished())).toEqual([false, false]);
        rx[Symbol.dispose]();
        for (const wait of waits) yield* wait.join();
        yield* tx.closed();
      }));

    test("a receiver that waits for a promised value learns of the end only after it", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const [first, second] = [spawn(rx.recv()), spawn(rx.recv())];
        yield* turns();
        tx.trySend(1);
        tx.close();
        first.abort();
        expect(yield* second.join()).toBe(1);
        expect(yield* rx.recv()).toBeUndefined();
      }));
  });

  describe("reserve()", () => {
    test("keeps places: sending through the permit never waits, also after a close", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(3);
        const permit = yield* tx.reserve(2);
        expect([tx.trySend(1), tx.trySend(2)]).toEqual([true, false]);
        permit.send(3);
        rx.close();
        expect([yield* rx.recv(), yield* rx.recv()]).toEqual([1, 3]);
        const last = spawn(rx.recv());
        yield* turns();
        expect(last.isFinished()).toBe(false);
        permit.send(4);
        expect(yield* last.join()).toBe(4);
        expect(permit.remaining).toBe(0);
        expect(() => {
          permit.send(5);
        }).toThrow(AsyncError);
        expect(yield* rx.recv()).toBeUndefined();
      }));

    test("release() gives places to those who wait, and the end to a receiver", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(1);
        const permit = yield* tx.reserve();
        const send = spawn(tx.send(1));
        yield* turns();
        expect(send.isFinished()).toBe(false);
        permit.release();
        permit.release();
        yield* send.join();
        const unused = tx.reserve();
        rx.tryRecv();
        const held = yield* unused;
        tx.close();
        const receive = spawn(rx.recv());
        yield* turns();
        held[Symbol.dispose]();
        expect(yield* receive.join()).toBeUndefined();
      }));

    test("of many is not overtaken, and cancelled frees the way", () =>
      run(function* () {
        const [tx, rx] = mpsc.bounded<number>(2);
        tx.trySend(1);
        const large = spawn(tx.reserve(2));
        const small = spawn(tx.send(2));
        yield* turns();
        expect([small.isFinished(), tx.trySend(3)]).toEqual([false, false]);
        large.abort();
        yield* small.join();
        expect(rx.size).toBe(2);
      }));

    test("refuses a count that can never be had", () => {
      const [tx] = mpsc.bounded<number>(2);
      for (const count of [0, -1, 1.5, NaN, 3]) expect(() => tx.reserve(count)).toThrow(RangeError);
    });
  });

  test("recvMany() takes what is there, up to the limit, and nothing at the end", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(4);
      const waiting = spawn(rx.recvMany(10));
      yield* turns();
      for (const value of [1, 2, 3]) tx.trySend(value);
      expect(yield* waiting.join()).toEqual([1, 2, 3]);
      for (const value of [4, 5, 6]) tx.trySend(value);
      expect(yield* rx.recvMany(2)).toEqual([4, 5]);
      tx.close();
      expect([yield* rx.recvMany(2), yield* rx.recvMany(2)]).toEqual([[6], []]);
      expect(() => rx.recvMany(0)).toThrow(RangeError);
    }));

  test("WeakSender does not keep the channel open", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(1);
      const weak = tx.downgrade();
      const strong = weak.upgrade();
      tx.close();
      expect(strong?.trySend(1)).toBe(true);
      strong?.close();
      expect(weak.upgrade()).toBeUndefined();
      expect([yield* rx.recv(), yield* rx.recv()]).toEqual([1, undefined]);
    }));

  test("refuses undefined and a capacity that is none", () => {
    const [tx] = mpsc.bounded<number>(1);
    expect(() => tx.send(undefined as unknown as number)).toThrow(TypeError);
    expect(() => tx.trySend(undefined as unknown as number)).toThrow(TypeError);
    for (const capacity of [0, -1, 1.5, NaN, Infinity]) expect(() => mpsc.bounded(capacity)).toThrow(RangeError);
  });
});
