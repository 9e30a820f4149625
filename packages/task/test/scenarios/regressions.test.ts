import { type Coroutine, JoinError, Runtime, run, spawn } from "@portalis/runtime";
import { abortable, scope, select, yieldNow } from "@portalis/task";
import { SimulatedPlatform } from "@portalis/testing";
import { describe, expect, test } from "vitest";

/** Bugs that other libraries have had, as rules. */
describe("scenarios", () => {
  test("R08 a scope whose child fails and which is cancelled from outside at once stays cancelled", () =>
    run(function* () {
      const outer = spawn(
        scope(function* (children) {
          children.spawn(() => {
            throw new Error("child");
          });
          for (;;) yield;
        }),
      );
      yield;
      outer.abort("from outside");
      expect(yield* outer.outcome()).toEqual({ status: "cancelled", reason: "from outside" });
    }));

  test("R14 all who join are woken, also when one of them is cancelled in the same turn", () =>
    run(function* () {
      const task = spawn(function* () {
        yield;
        yield;
        return 7;
      });
      const joiners = [0, 1, 2].map(() => spawn(task.join()));
      yield;
      yield;
      yield;
      joiners[0]?.abort();
      expect(yield* joiners[1]!.join()).toBe(7);
      expect(yield* joiners[2]!.join()).toBe(7);
    }));

  test("R15 a task that aborts itself inside its step is cancelled once, and its finally runs", () =>
    run(function* () {
      const log: string[] = [];
      const task = spawn(function* (): Coroutine<void> {
        try {
          task.abort("self");
          log.push("goes on");
          yield* yieldNow();
          log.push("never");
        } finally {
          yield* yieldNow();
          log.push("finally");
        }
      });
      expect(yield* task.outcome()).toEqual({ status: "cancelled", reason: "self" });
      expect(log).toEqual(["goes on", "finally"]);
    }));

  test("R17 a cancellation goes on after a finally that waits, and the abort has ended only then", () =>
    run(function* () {
      const log: string[] = [];
      const task = spawn(function* (): Coroutine<void> {
        try {
          for (;;) yield;
        } finally {
          yield* yieldNow();
          log.push("cleaned");
        }
        log.push("went on");
      });
      yield;
      task.abort("halt");
      expect(yield* task.outcome()).toEqual({ status: "cancelled", reason: "halt" });
      expect(log).toEqual(["cleaned"]);
    }));

  test("R17 a losing branch has cleaned up when select gives the winner", () =>
    run(function* () {
      const log: string[] = [];
      function* loser(): Coroutine<void> {
        try {
          for (;;) yield;
        } finally {
          yield* yieldNow();
          log.push("cleaned");
        }
      }
      function* winner(): Coroutine<string> {
        yield;
        return "winner";
      }
      yield* select({ loser: loser(), winner: winner() });
      expect(log).toEqual(["cleaned"]);
    }));

  test("R20 two tasks that wake each other all the time starve nobody", () =>
    run(function* () {
      let over = false;
      function* busy(): Coroutine<void> {
        while (!over) yield* yieldNow();
      }
      const busyOnes = [spawn(busy()), spawn(busy())];
      yield* spawn(yieldNow()).join();
      over = true;
      for (const one of busyOnes) yield* one.join();
    }));

  test("R23 work that was aborted before it was awaited never runs and settles", () =>
    run(function* () {
      let ran = false;
      const [work, handle] = abortable(() => void (ran = true));
      handle.abort("early");
      const task = spawn(work);
      expect((yield* task.outcome()).status).toBe("cancelled");
      expect(ran).toBe(false);
    }));

  test("R29 a failure that nobody asks for is reported once, a cancelled or joined task never", async () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    const reported: unknown[] = [];
    rt.onUnhandledError((error) => reported.push(error));
    const lonely = new Error("lonely");
    await rt.run(function* () {
      spawn(() => {
        throw lonely;
      });
      const joined = spawn(() => {
        throw new Error("joined");
      });
      const cancelled = spawn(function* () {
        for (;;) yield;
      });
      cancelled.abort();
      try {
        yield* joined.join();
      } catch {
        // It was asked for.
      }
      try {
        yield* cancelled.join();
      } catch (error) {
        expect(error).toBeInstanceOf(JoinError);
      }
    });
    await rt.shutdown();
    expect(reported).toEqual([lonely]);
  });

  test("R30 a task whose handle is dropped is held until it has ended", () => {
    const rt = new Runtime({ platform: new SimulatedPlatform() });
    rt.spawn(function* () {
      yield;
    });
    expect(rt.dump().map(({ state }) => state)).toEqual(["ready"]);
  });
});
