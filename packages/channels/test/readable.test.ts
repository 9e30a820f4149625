import { fromReadable, mpsc, type ReadableStreamConstructorLike, SendError, toReadable } from "@portalis/channels";
import { settle } from "@portalis/testing";
import { describe, expect, test } from "vitest";

const rejection = (work: PromiseLike<unknown>) => work.then(undefined, (error: unknown) => error);

describe("fromReadable()", () => {
  test("gives the chunks and then the end", async () => {
    const stream = new ReadableStream<string>({
      start(controller) {
        for (const chunk of ["a", "b"]) controller.enqueue(chunk);
        controller.close();
      },
    });
    const rx = fromReadable(stream);
    expect([await rx.recv(), await rx.recv(), await rx.recv()]).toEqual(["a", "b", undefined]);
  });

  test("close() cancels the stream, also in the middle of a read", async () => {
    let cancelled = 0;
    const stream = new ReadableStream<string>({
      cancel: () => {
        cancelled++;
      },
    });
    const rx = fromReadable(stream);
    await settle();
    rx.close();
    await settle();
    expect([cancelled, await rx.recv()]).toEqual([1, undefined]);
  });

  test("the stream's error comes after the chunks before it", async () => {
    const failure = new Error("connection lost");
    let fail: (error: unknown) => void = () => undefined;
    const stream = new ReadableStream<string>({
      start(controller) {
        controller.enqueue("a");
        fail = (error) => controller.error(error);
      },
    });
    const rx = fromReadable(stream, { capacity: 4 });
    await settle();
    fail(failure);
    expect(await rx.recv()).toBe("a");
    expect(await rejection(rx.recv())).toBe(failure);
  });

  test("refuses a stream that is locked", () => {
    const stream = new ReadableStream<string>();
    stream.getReader();
    expect(() => fromReadable(stream)).toThrow(TypeError);
  });
});

describe("toReadable()", () => {
  test("gives the values and closes at the end", async () => {
    const [tx, rx] = mpsc.bounded<string>(4);
    for (const value of ["a", "b"]) tx.trySend(value);
    tx.close();
    const seen: string[] = [];
    for await (const value of toReadable(rx) as ReadableStream<string>) seen.push(value);
    expect(seen).toEqual(["a", "b"]);
  });

  test("takes nothing before it is read, and highWaterMark values ahead", async () => {
    for (const highWaterMark of [0, 2]) {
      const [tx, rx] = mpsc.bounded<number>(8);
      for (const value of [1, 2, 3, 4]) tx.trySend(value);
      const stream = toReadable(rx, { highWaterMark });
      await settle();
      expect(rx.size).toBe(4 - highWaterMark);
      await stream.cancel();
    }
  });

  test("cancelling closes the receiver, and a read that waits takes nothing", async () => {
    const [tx, rx] = mpsc.bounded<string>(4);
    const stream = toReadable(rx, { highWaterMark: 1 });
    await settle();
    expect(rx.statistics().waitingToReceive).toBe(1);
    const cancelled = stream.cancel(new Error("no longer wanted"));
    await cancelled;
    expect(rx.statistics()).toMatchObject({ waitingToReceive: 0, receivers: 0 });
    expect(await rejection(tx.send("late"))).toBeInstanceOf(SendError);
  });

  test("an error of the receiver becomes the stream's, through both adapters", async () => {
    const failure = new Error("connection lost");
    const source = new ReadableStream<string>({ pull: (controller) => controller.error(failure) });
    const reader = toReadable(fromReadable(source)).getReader();
    expect(await rejection(reader.read())).toBe(failure);
  });

  test("takes the constructor that it is given", () => {
    const [, rx] = mpsc.bounded<string>(1);
    const Stream = class {
      readonly strategy: unknown;
      constructor(_source: unknown, strategy: unknown) {
        this.strategy = strategy;
      }
    } as unknown as ReadableStreamConstructorLike;
    expect(toReadable(rx, { ReadableStream: Stream })).toMatchObject({ strategy: { highWaterMark: 0 } });
  });
});
