import { CancelledError, type Coroutine, JoinError, Runtime, spawn, until } from "@portalis/runtime";
import { SimulatedPlatform, simulate, settle } from "@portalis/testing";
import { describe, expect, expectTypeOf, test } from "vitest";
import { joinAll, joinAllSettled } from "../src/index.js";

const never = (): Coroutine<never> =>
  (function* () {
    return yield* until(new Promise<never>(() => {}));
  })();

function* after<T>(turns: number, value: T): Coroutine<T> {
  for (let i = 0; i < turns; i++) yield;
  return value;
}

describe("joinAll", () => {
  test("gives the values in the order of the works, typed as a tuple", async () => {
    const values = await joinAll([after(3, "a"), after(1, 2), async () => true, until(Promise.resolve(null))]);
    expectTypeOf(values).toEqualTypeOf<[string, number, boolean, null]>();
    expect(values).toEqual(["a", 2, true, null]);
    expect(await joinAll([])).toEqual([]);
    expect(await joinAll(new Set([after(1, 1), after(0, 2)]))).toEqual([1, 2]);
  });

  test("runs its works at the same time, first in first out", async () => {
    const log: string[] = [];
    function* work(name: string): Coroutine<void> {
      log.push(`${name}0`);
      yield;
      log.push(`${name}1`);
    }
    await joinAll([work("a"), work("b")]);
    expect(log).toEqual(["a0", "b0", "a1", "b1"]);
  });

  test("on the first error cancels the rest, waits for their cleanup, then throws it", async () => {
    const log: string[] = [];
    function* slow(): Coroutine<void> {
      try {
        yield* never();
      } finally {
        yield;
        log.push("clean");
      }
    }
    function* fail(): Coroutine<void> {
      yield;
      throw new Error("boom");
    }
    await expect(joinAll([slow(), fail(), slow()])).rejects.toThrow("boom");
    expect(log).toEqual(["clean", "clean"]);
  });

  test("throws JoinError when one was cancelled", async () => {
    await expect(
      joinAll([
        never(),
        function* () {
          yield;
          throw new CancelledError("self");
        },
      ]),
    ).rejects.toThrow(JoinError);
  });

  test("cancelled, cancels all and waits for their cleanup, also when it is cancelled again", async () => {
    const log: string[] = [];
    function* slow(name: string): Coroutine<void> {
      try {
        yield* never();
      } finally {
        yield* after(3, undefined);
        log.push(name);
      }
    }
    const handle = spawn(joinAll([slow("a"), slow("b")]));
    await settle();
    handle.abort("one");
    spawn(function* () {
      yield;
      handle.abort("two");
    });
    expect(await handle.outcome()).toEqual({ status: "cancelled", reason: "one" });
    expect(log.length).toBe(0);
  });

  test("reports no error twice", async () => {
    const platform = new SimulatedPlatform();
    const rt = new Runtime({ platform });
    const error = new Error("boom");
    const fail = (): never => {
      throw error;
    };
    await expect(rt.run(joinAll([fail, fail]))).rejects.toBe(error);
    await settle();
    await settle();
    expect(platform.stderr).toBe("");
  });
});

describe("joinAllSettled", () => {
  test("says how each ended and never throws", async () => {
    const error = new Error("boom");
    const outcomes = await joinAllSettled([
      after(1, 1),
      () => {
        throw error;
      },
      () => {
        throw new CancelledError("why");
      },
    ]);
    expect(outcomes).toEqual([
      { status: "completed", value: 1 },
      { status: "failed", error },
      { status: "cancelled", reason: "why" },
    ]);
  });

  test("inside a simulation uses the task's runtime", async () => {
    const { value } = await simulate({}, function* () {
      return (yield* joinAllSettled([after(2, "x")])).length;
    });
    expect(value).toBe(1);
  });
});
