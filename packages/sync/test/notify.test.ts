import { type Coroutine, run, spawn } from "@portalis/runtime";
import { AsyncNotify } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

function* note(notify: AsyncNotify, log: string[], name: string): Coroutine<void> {
  yield* notify.notified();
  log.push(name);
}

describe("AsyncNotify", () => {
  test("notifyOne() before a wait stores at most one notification", () =>
    run(function* () {
      const notify = new AsyncNotify();
      notify.notifyOne();
      notify.notifyOne();
      expect(notify.statistics()).toEqual({ stored: true, waiting: 0 });
      yield* notify.notified();
      const second = spawn(notify.notified());
      yield* turns();
      expect(second.isFinished()).toBe(false);
      notify.notifyOne();
      yield* second.join();
    }));

  test("notifyOne() wakes the one that waited longest, notifyLast() the one that came last", () =>
    run(function* () {
      const notify = new AsyncNotify();
      const log: string[] = [];
      for (const name of ["a", "b", "c"]) spawn(note(notify, log, name));
      yield* turns();
      notify.notifyLast();
      yield* turns();
      notify.notifyOne();
      yield* turns();
      expect(log).toEqual(["c", "a"]);
      notify.notifyOne();
    }));

  test("notifyWaiters() reaches exactly those that wait, and stores nothing", () =>
    run(function* () {
      const notify = new AsyncNotify();
      const log: string[] = [];
      const tasks = ["a", "b"].map((name) => spawn(note(notify, log, name)));
      yield* turns();
      notify.notifyWaiters();
      const late = spawn(note(notify, log, "late"));
      for (const task of tasks) yield* task.join();
      yield* turns();
      expect(log).toEqual(["a", "b"]);
      expect(notify.statistics()).toEqual({ stored: false, waiting: 1 });
      notify.notifyOne();
      yield* late.join();
    }));

  test("a notification that meets an abort goes to the next waiter", () =>
    run(function* () {
      const notify = new AsyncNotify();
      const log: string[] = [];
      const [a, b] = [spawn(note(notify, log, "a")), spawn(note(notify, log, "b"))];
      yield* turns();
      notify.notifyOne();
      a.abort();
      yield* b.join();
      expect(log).toEqual(["b"]);
      expect(notify.statistics().stored).toBe(false);
    }));

  test("a notification that meets the abort of the only waiter is stored", () =>
    run(function* () {
      const notify = new AsyncNotify();
      const task = spawn(notify.notified());
      yield* turns();
      notify.notifyOne();
      task.abort();
      yield* task.outcome();
      expect(notify.statistics().stored).toBe(true);
    }));

  test("notifyWaiters() that meets an abort is not passed on", () =>
    run(function* () {
      const notify = new AsyncNotify();
      const task = spawn(notify.notified());
      yield* turns();
      notify.notifyWaiters();
      task.abort();
      yield* task.outcome();
      expect(notify.statistics().stored).toBe(false);
    }));
});
