import { type Coroutine, run, spawn } from "@portalis/runtime";
import { Lazy, OnceCell } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("OnceCell", () => {
  test("getOrInit() makes the value once, and all get it", () =>
    run(function* () {
      const cell = new OnceCell<number>();
      let made = 0;
      function* make(): Coroutine<number> {
        yield* turns();
        return ++made;
      }
      expect([cell.get(), cell.isSet]).toEqual([undefined, false]);
      const tasks = [1, 2, 3].map(() => spawn(cell.getOrInit(make)));
      for (const task of tasks) expect(yield* task.join()).toBe(1);
      expect([cell.get(), cell.isSet, made]).toEqual([1, true, 1]);
    }));

  test("a failed or aborted init leaves the cell empty, and the next waiter tries", () =>
    run(function* () {
      const cell = new OnceCell<string>();
      const failing = spawn(
        errorOf(
          cell.getOrInit(function* () {
            yield;
            throw new Error("first");
          }),
        ),
      );
      const aborted = spawn(
        cell.getOrInit(function* () {
          yield* turns(1_000);
          return "never";
        }),
      );
      const last = spawn(cell.getOrInit(async () => Promise.resolve("third")));
      expect(yield* failing.join()).toMatchObject({ message: "first" });
      yield* turns();
      aborted.abort();
      expect(yield* last.join()).toBe("third");
      expect(cell.statistics()).toEqual({ isSet: true, waiting: 0 });
    }));

  test("a value of undefined counts as made", async () => {
    const cell = new OnceCell<undefined>();
    await cell.getOrInit(() => undefined);
    expect(cell.isSet).toBe(true);
  });
});

describe("Lazy", () => {
  test("get() makes the value at the first call only", async () => {
    let made = 0;
    const lazy = new Lazy(() => ++made);
    expect(made).toBe(0);
    expect([await lazy.get(), await run(lazy.get()), made, lazy.isSet]).toEqual([1, 1, 1, true]);
  });
});
