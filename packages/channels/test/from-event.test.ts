import { EventEmitter } from "node:events";
import { fromEvent, LaggedError } from "@portalis/channels";
import { run, spawn } from "@portalis/runtime";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("fromEvent()", () => {
  test("gives the events of an EventTarget in order, and removes its listener on close()", () =>
    run(function* () {
      const target = new EventTarget();
      const rx = fromEvent<CustomEvent<number>>(target, "change");
      for (const detail of [1, 2]) target.dispatchEvent(new CustomEvent("change", { detail }));
      target.dispatchEvent(new CustomEvent("other", { detail: 3 }));
      expect([(yield* rx.recv())?.detail, (yield* rx.recv())?.detail]).toEqual([1, 2]);
      target.dispatchEvent(new CustomEvent("change", { detail: 4 }));
      rx.close();
      target.dispatchEvent(new CustomEvent("change", { detail: 5 }));
      expect([(yield* rx.recv())?.detail, yield* rx.recv()]).toEqual([4, undefined]);
    }));

  test("leaves no listener on an emitter after close()", async () => {
    const emitter = new EventEmitter();
    const rx = fromEvent<string>(emitter, "data");
    expect([emitter.listenerCount("data"), emitter.listenerCount("error")]).toEqual([1, 1]);
    emitter.emit("data", "a", "ignored");
    emitter.emit("data");
    expect([await rx.recv(), await rx.recv()]).toEqual(["a", null]);
    rx.close();
    await run(turns());
    expect([emitter.listenerCount("data"), emitter.listenerCount("error")]).toEqual([0, 0]);
  });

  test("an emitter's error ends it, after the events before", () =>
    run(function* () {
      const emitter = new EventEmitter();
      const rx = fromEvent<string>(emitter, "data");
      const failure = new Error("broken");
      emitter.emit("data", "a");
      emitter.emit("error", failure);
      emitter.emit("data", "after the end");
      expect([yield* rx.recv(), yield* errorOf(rx.recv()), emitter.listenerCount("error")]).toEqual(["a", failure, 0]);
    }));

  test("errors themselves can be listened to", async () => {
    const emitter = new EventEmitter();
    const rx = fromEvent<Error>(emitter, "error");
    const failure = new Error("as a value");
    emitter.emit("error", failure);
    expect(await rx.recv()).toBe(failure);
    rx.close();
  });

  test.each([
    ["fail", [1, 2, LaggedError]],
    ["drop-newest", [1, 2]],
    ["drop-oldest", [2, 3]],
  ] as const)("overflow %s", (overflow, expected) =>
    run(function* () {
      const emitter = new EventEmitter();
      const rx = fromEvent<number>(emitter, "data", { capacity: 2, overflow });
      for (const n of [1, 2, 3]) emitter.emit("data", n);
      const seen: unknown[] = [yield* rx.recv(), yield* rx.recv()];
      if (overflow === "fail") seen.push(((yield* errorOf(rx.recv())) as Error).constructor);
      expect([seen, emitter.listenerCount("data")]).toEqual([expected, overflow === "fail" ? 0 : 1]);
      rx.close();
    }),
  );

  test("an aborted receive takes nothing, also after the event came", () =>
    run(function* () {
      const emitter = new EventEmitter();
      const rx = fromEvent<string>(emitter, "data");
      const aborted = spawn(rx.recv());
      yield* turns();
      emitter.emit("data", "kept");
      aborted.abort();
      yield* aborted.outcome();
      expect(yield* rx.recv()).toBe("kept");
      rx.close();
    }));

  test("refuses a capacity of 0", () => {
    expect(() => fromEvent(new EventTarget(), "x", { capacity: 0 })).toThrow(RangeError);
  });
});
