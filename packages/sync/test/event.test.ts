import { run, spawn } from "@portalis/runtime";
import { AsyncEvent } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

describe("AsyncEvent", () => {
  test("wait() of a set event is ready at once", async () => {
    const event = new AsyncEvent();
    event.set();
    await event.wait();
    await run(event.wait());
    expect(event.isSet).toBe(true);
  });

  test("set() wakes all waiters in the order of asking, who return even if clear() follows", () =>
    run(function* () {
      const event = new AsyncEvent();
      const log: number[] = [];
      const tasks = [1, 2, 3].map((name) =>
        spawn(function* () {
          yield* event.wait();
          log.push(name);
        }),
      );
      yield* turns();
      expect(event.statistics()).toEqual({ isSet: false, waiting: 3 });
      event.set();
      event.clear();
      for (const task of tasks) yield* task.join();
      expect(log).toEqual([1, 2, 3]);
      expect(event.statistics()).toEqual({ isSet: false, waiting: 0 });
    }));

  test("wait() after clear() waits for the next set()", () =>
    run(function* () {
      const event = new AsyncEvent();
      event.set();
      event.clear();
      const task = spawn(event.wait());
      yield* turns();
      expect(task.isFinished()).toBe(false);
      event.set();
      yield* task.join();
    }));

  test("an aborted wait leaves the queue", () =>
    run(function* () {
      const event = new AsyncEvent();
      const [a, b] = [spawn(event.wait()), spawn(event.wait())];
      yield* turns();
      a.abort();
      expect(event.statistics().waiting).toBe(1);
      event.set();
      yield* b.join();
      expect((yield* a.outcome()).status).toBe("cancelled");
    }));
});
