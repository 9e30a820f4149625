import { fromAsyncIterable } from "@portalis/channels";
import { run, spawn, until } from "@portalis/runtime";
import { settle } from "@portalis/testing";
import { describe, expect, test } from "vitest";
import { errorOf } from "./settle.js";

/** Gives 1, 2, ... and notes what is asked of it. */
function counting(log: string[], last = Infinity): AsyncIterable<number> {
  return (async function* () {
    try {
      for (let n = 1; n <= last; n++) {
        log.push(`give ${n}`);
        yield n;
      }
    } finally {
      log.push("cleanup");
    }
  })();
}

describe("fromAsyncIterable()", () => {
  test("gives the values in order and then the end", async () => {
    const log: string[] = [];
    const seen: number[] = [];
    for await (const n of fromAsyncIterable(counting(log, 3))) seen.push(n);
    expect([seen, log.at(-1)]).toEqual([[1, 2, 3], "cleanup"]);
  });

  test("takes an ordinary iterable", async () => {
    const rx = fromAsyncIterable(["a", "b"], { capacity: 8 });
    expect([await rx.recv(), await rx.recv(), await rx.recv()]).toEqual(["a", "b", undefined]);
  });

  test.each([1, 3])("asks for %i values ahead and no more", async (capacity) => {
    const log: string[] = [];
    const rx = fromAsyncIterable(counting(log), { capacity });
    expect(await rx.recv()).toBe(1);
    await settle();
    expect(log).toHaveLength(capacity + 1);
    rx.close();
  });

  test("close() runs the iterator's cleanup; what was read ahead can be received", async () => {
    const log: string[] = [];
    const rx = fromAsyncIterable(counting(log), { capacity: 2 });
    await settle();
    rx.close();
    rx.close();
    await settle();
    expect(log).toEqual(["give 1", "give 2", "cleanup"]);
    expect([await rx.recv(), await rx.recv(), await rx.recv()]).toEqual([1, 2, undefined]);
  });

  test("close() ends a receive that waits for a source in the middle of its answer", async () => {
    let stopped = 0;
    const source: AsyncIterable<number> = {
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise(() => undefined),
        return: () => {
          stopped++;
          return Promise.reject(new Error("nobody asks"));
        },
      }),
    };
    const rx = fromAsyncIterable(source);
    const wait = rx.recv().then((value) => value);
    await settle();
    rx.close();
    expect([await wait, stopped]).toEqual([undefined, 1]);
  });

  test("an error comes after the values before it, each time", async () => {
    const failure = new Error("broken source");
    const rx = fromAsyncIterable(
      (async function* () {
        yield 1;
        throw failure;
      })(),
    );
    expect(await rx.recv()).toBe(1);
    for (const attempt of [rx.recv(), rx.recvMany(2), rx.recv()]) {
      expect(await attempt.then(undefined, (error: unknown) => error)).toBe(failure);
    }
    expect(rx.tryRecv()).toBeUndefined();
  });

  test("undefined cannot be sent: the receiver gets a TypeError and the source its cleanup", async () => {
    const log: string[] = [];
    const rx = fromAsyncIterable(
      (function* () {
        try {
          yield undefined as unknown as number;
        } finally {
          log.push("cleanup");
        }
      })(),
    );
    expect(await rx.recv().then(undefined, (error: unknown) => error)).toBeInstanceOf(TypeError);
    await settle();
    expect(log).toEqual(["cleanup"]);
  });

  test("an aborted receive takes nothing: the value is there for the next", () =>
    run(function* () {
      let answer: (result: IteratorResult<string>) => void = () => undefined;
      const rx = fromAsyncIterable({
        [Symbol.asyncIterator]: () => ({ next: () => new Promise<IteratorResult<string>>((resolve) => (answer = resolve)) }),
      });
      const aborted = spawn(rx.recv());
      yield* until(settle());
      answer({ done: false, value: "kept" });
      aborted.abort();
      expect((yield* aborted.outcome()).status).toBe("cancelled");
      expect(yield* rx.recv()).toBe("kept");
      rx.close();
    }));

  test("refuses a capacity of 0", () =>
    run(function* () {
      expect(() => fromAsyncIterable([1], { capacity: 0 })).toThrow(RangeError);
      expect(yield* errorOf(fromAsyncIterable([] as number[]).recv())).toBeUndefined();
    }));
});
