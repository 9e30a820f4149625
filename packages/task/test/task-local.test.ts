import { type Coroutine, run, spawn, until } from "@portalis/runtime";
import { describe, expect, test } from "vitest";
import { joinAll, TaskLocal, yieldNow } from "../src/index.js";

describe("TaskLocal", () => {
  test("is undefined outside tasks and where none was set", async () => {
    const local = new TaskLocal<number>();
    expect(local.get()).toBeUndefined();
    expect(await run(() => local.get())).toBeUndefined();
  });

  test("holds inside run, nests, and is restored on return, on error and on abort", async () => {
    const local = new TaskLocal<string>();
    const other = new TaskLocal<number>();
    const seen: unknown[] = [];
    const see = (): void => void seen.push([local.get(), other.get()]);
    await run(function* () {
      yield* local.run("a", function* () {
        yield;
        see();
        yield* other.run(1, function* () {
          yield* local.run("b", see);
          see();
        });
        try {
          yield* local.run("c", () => {
            throw new Error("x");
          });
        } catch {
          see();
        }
      });
      see();
    });
    expect(seen).toEqual([
      ["a", undefined],
      ["b", 1],
      ["a", 1],
      ["a", undefined],
      [undefined, undefined],
    ]);
  });

  test("is copied at spawn: later changes on one side do not show on the other", async () => {
    const local = new TaskLocal<string>();
    const log: unknown[] = [];
    function* child(): Coroutine<void> {
      log.push(local.get());
      yield* local.run("child's own", function* () {
        yield;
        yield;
      });
      yield* yieldNow();
      log.push(local.get());
    }
    await run(function* () {
      const handle = yield* local.run("parent", () => spawn(child()));
      log.push(local.get());
      yield* local.run("later", () => until(handle.join()));
    });
    expect(log).toEqual([undefined, "parent", "parent"]);
  });

  test("reaches the tasks of joinAll and does not reach tasks of others", async () => {
    const local = new TaskLocal<number>();
    const get = (): number | undefined => local.get();
    const [inside, outside] = await Promise.all([run(local.run(1, joinAll([get, get]))), run(joinAll([get]))]);
    expect(inside).toEqual([1, 1]);
    expect(outside).toEqual([undefined]);
  });
});
