import { AsyncError, run, spawn } from "@portalis/runtime";
import { AsyncRwLock } from "@portalis/sync";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "./settle.js";

describe("AsyncRwLock", () => {
  test("read() lets readers in together, write() only alone", async () => {
    const lock = new AsyncRwLock("value");
    const [a, b] = [await lock.read(), await lock.read()];
    expect([a.value, lock.tryWrite()]).toEqual(["value", undefined]);
    expect(lock.statistics()).toEqual({ readers: 2, writing: false, waiting: 0 });
    a.release();
    b.release();
    const writer = await lock.write();
    expect([lock.tryRead(), lock.tryWrite()]).toEqual([undefined, undefined]);
    writer.value = "changed";
    writer.release();
    writer.release();
    expect((await lock.read()).value).toBe("changed");
  });

  test("a waiting writer holds up later readers and comes in after the ones before it", () =>
    run(function* () {
      const lock = new AsyncRwLock();
      const log: string[] = [];
      const reader = yield* lock.read();
      const writer = spawn(function* () {
        const guard = yield* lock.write();
        log.push("writer");
        guard.release();
      });
      const late = spawn(function* () {
        const guard = yield* lock.read();
        log.push("late reader");
        guard.release();
      });
      yield* turns();
      expect(lock.tryRead()).toBeUndefined();
      reader.release();
      yield* writer.join();
      yield* late.join();
      expect(log).toEqual(["writer", "late reader"]);
    }));

  test("an aborted writer at the front lets the readers behind it in", () =>
    run(function* () {
      const lock = new AsyncRwLock();
      const reader = yield* lock.read();
      const writer = spawn(lock.write());
      const readers = [spawn(lock.read()), spawn(lock.read())];
      yield* turns();
      writer.abort();
      for (const task of readers) (yield* task.join()).release();
      reader.release();
      expect(lock.statistics()).toEqual({ readers: 0, writing: false, waiting: 0 });
    }));

  test("a grant that meets an abort leaves the lock to the next", () =>
    run(function* () {
      const lock = new AsyncRwLock();
      const first = yield* lock.write();
      const [writer, reader] = [spawn(lock.write()), spawn(lock.read())];
      yield* turns();
      first.release();
      writer.abort();
      (yield* reader.join()).release();
      expect(lock.statistics()).toEqual({ readers: 0, writing: false, waiting: 0 });
    }));

  test("WriteGuard.downgrade() lets readers in, but no writer in between", () =>
    run(function* () {
      const lock = new AsyncRwLock(1);
      const writer = yield* lock.write();
      const [reader, next] = [spawn(lock.read()), spawn(lock.write())];
      yield* turns();
      writer.value = 2;
      const mine = writer.downgrade();
      const theirs = yield* reader.join();
      expect([mine.value, theirs.value, next.isFinished(), writer.isHeld]).toEqual([2, 2, false, false]);
      mine.release();
      theirs.release();
      (yield* next.join()).release();
    }));

  test("upgradableRead() admits readers, one upgradable, and upgrade() waits for the readers alone", () =>
    run(function* () {
      const lock = new AsyncRwLock(1);
      const upgradable = yield* lock.upgradableRead();
      const reader = yield* lock.read();
      const second = spawn(lock.upgradableRead());
      yield* turns();
      expect(second.isFinished()).toBe(false);
      const upgrade = spawn(upgradable.upgrade());
      yield* turns();
      expect([upgrade.isFinished(), lock.tryRead()]).toEqual([false, undefined]);
      reader.release();
      const writer = yield* upgrade.join();
      expect([upgradable.isHeld, lock.statistics().writing]).toEqual([false, true]);
      upgradable.release();
      writer.release();
      (yield* second.join()).downgrade().release();
      expect(lock.statistics()).toEqual({ readers: 0, writing: false, waiting: 0 });
    }));

  test("an aborted upgrade leaves the upgradable guard held, waiting or granted", () =>
    run(function* () {
      const lock = new AsyncRwLock();
      const upgradable = yield* lock.upgradableRead();
      const reader = yield* lock.read();
      const waiting = spawn(upgradable.upgrade());
      yield* turns();
      waiting.abort();
      yield* waiting.outcome();
      lock.tryRead()?.release();
      const granted = spawn(upgradable.upgrade());
      yield* turns();
      reader.release();
      granted.abort();
      yield* granted.outcome();
      expect(upgradable.isHeld).toBe(true);
      expect(lock.statistics()).toEqual({ readers: 1, writing: false, waiting: 0 });
      (yield* upgradable.upgrade()).release();
    }));

  test("a guard throws when it is used after release(), and a second upgrade() of one guard at once", () =>
    run(function* () {
      const lock = new AsyncRwLock(1);
      const upgradable = yield* lock.upgradableRead();
      const reader = yield* lock.read();
      const first = spawn(upgradable.upgrade());
      yield* turns();
      expect(yield* errorOf(upgradable.upgrade())).toBeInstanceOf(AsyncError);
      reader.release();
      const writer = yield* first.join();
      writer.release();
      expect(() => reader.value).toThrow(AsyncError);
      expect(() => writer.downgrade()).toThrow(AsyncError);
      expect(() => upgradable.upgrade()).toThrow(AsyncError);
    }));
});
