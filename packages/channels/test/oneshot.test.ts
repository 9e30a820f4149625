import { run, spawn } from "@portalis/runtime";
import { oneshot, RecvError, SendError } from "@portalis/channels";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("oneshot", () => {
  test("carries one value, sent before or during the wait, in both styles", async () => {
    const [early, first] = oneshot<number>();
    early.send(1);
    expect(await first.recv()).toBe(1);
    const [late, second] = oneshot<number>();
    const wait = run(second.recv());
    await run(turns());
    late.send(2);
    expect(await wait).toBe(2);
    const [tx, third] = oneshot<number | null>();
    tx.send(null);
    expect(third.tryRecv()).toBeNull();
  });

  test("close() of the sender is a RecvError for every receiver", () =>
    run(function* () {
      const [tx, rx] = oneshot<number>();
      const waits = [spawn(errorOf(rx.recv())), spawn(errorOf(rx.recv()))];
      yield* turns();
      tx.close();
      tx[Symbol.dispose]();
      for (const wait of waits) expect(yield* wait.join()).toBeInstanceOf(RecvError);
      expect(yield* errorOf(rx.recv())).toMatchObject({ code: "ERR_RECV" });
      expect(rx.tryRecv()).toBeUndefined();
    }));

  test("close() of the sender after send() changes nothing", async () => {
    const [tx, rx] = oneshot<number>();
    tx.send(1);
    tx.close();
    expect(await rx.recv()).toBe(1);
  });

  test("send() twice, after close(), or to a closed receiver hands the value back", () => {
    const [tx, rx] = oneshot<number>();
    tx.send(1);
    expect(() => {
      tx.send(2);
    }).toThrow(SendError);
    expect([tx.isClosed, rx.tryRecv()]).toEqual([true, 1]);
    const [other, closed] = oneshot<number>();
    closed.close();
    closed[Symbol.dispose]();
    let error: unknown;
    try {
      other.send(3);
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: "ERR_SEND", value: 3 });
  });

  test("close() of the receiver ends closed(), fails its own waits, and keeps a value that was sent", () =>
    run(function* () {
      const [tx, rx] = oneshot<number>();
      const waits = [spawn(tx.closed()), spawn(errorOf(rx.recv()))];
      yield* turns();
      rx.close();
      yield* waits[0]!.join();
      expect(yield* waits[1]!.join()).toBeInstanceOf(RecvError);
      const [sent, kept] = oneshot<number>();
      sent.send(1);
      kept.close();
      expect(yield* kept.recv()).toBe(1);
    }));

  test("a receive that is aborted when the value has come leaves it to the next", () =>
    run(function* () {
      const [tx, rx] = oneshot<number>();
      const [a, b] = [spawn(rx.recv()), spawn(rx.recv())];
      yield* turns();
      tx.send(1);
      expect(rx.tryRecv()).toBeUndefined();
      a.abort();
      expect(yield* b.join()).toBe(1);
      expect((yield* a.outcome()).status).toBe("cancelled");
    }));

  test("a second receiver gets a RecvError when the first has the value", () =>
    run(function* () {
      const [tx, rx] = oneshot<number>();
      const [a, b] = [spawn(rx.recv()), spawn(errorOf(rx.recv()))];
      yield* turns();
      tx.send(1);
      expect(yield* a.join()).toBe(1);
      expect(yield* b.join()).toMatchObject({ message: expect.stringContaining("received already") as string });
    }));
});
