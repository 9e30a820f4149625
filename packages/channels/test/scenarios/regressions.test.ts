import { AsyncQueue, mpsc, SendError, watch } from "@portalis/channels";
import { run, spawn } from "@portalis/runtime";
import { select } from "@portalis/task";
import { describe, expect, test } from "vitest";
import { errorOf, turns } from "../settle.js";

/** Bugs that other libraries have had, as rules. Each was seen red with a copy of its bug planted. */
describe("scenarios", () => {
  test("R03 an item that was handed to a getter which is then cancelled is not lost", () =>
    run(function* () {
      const queue = new AsyncQueue<string>();
      const getter = spawn(queue.get());
      yield* turns();
      queue.tryPut("item");
      getter.abort();
      yield* getter.outcome();
      expect([queue.size, queue.tryGet()]).toEqual([1, "item"]);
    }));

  test("R04 a getter and a putter that are cancelled after they were woken pass the wake-up on", () =>
    run(function* () {
      const queue = new AsyncQueue<string>({ maxSize: 1 });
      const getters = [spawn(queue.get()), spawn(queue.get())];
      yield* turns();
      queue.tryPut("item");
      getters[0]!.abort();
      yield* turns();
      expect([getters[1]!.isFinished(), yield* getters[1]!.join()]).toEqual([true, "item"]);
      queue.tryPut("full");
      const putters = [spawn(queue.put("a")), spawn(queue.put("b"))];
      yield* turns();
      queue.tryGet();
      putters[0]!.abort();
      yield* turns();
      expect([putters[1]!.isFinished(), queue.tryGet(), queue.size]).toEqual([true, "b", 0]);
    }));

  test("R18 the last permit of a closed channel, given back unused, wakes the receiver", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<number>(1);
      const permit = yield* tx.reserve();
      tx.close();
      const receiver = spawn(rx.recv());
      yield* turns();
      expect(receiver.isFinished()).toBe(false);
      permit.release();
      yield* turns();
      expect([receiver.isFinished(), yield* receiver.join()]).toEqual([true, undefined]);
    }));

  test("R19 a wake-up that changes the list it comes from strands nobody", () =>
    run(function* () {
      const [tx, rx] = mpsc.unbounded<number>();
      const selecting = spawn(select({ a: rx.recv(), b: rx.recv() }));
      const behind = spawn(rx.recv());
      yield* turns();
      expect(rx.statistics().waitingToReceive).toBe(3);
      tx.trySend(1);
      tx.trySend(2);
      yield* turns();
      expect([selecting.isFinished(), behind.isFinished(), rx.size]).toEqual([true, true, 0]);
    }));

  test("R21 a change between borrow() and changed() is not missed", () =>
    run(function* () {
      const [tx, rx] = watch("old");
      expect(rx.borrow()).toBe("old");
      tx.send("new");
      const waiting = spawn(rx.changed());
      yield* turns();
      expect([waiting.isFinished(), rx.borrow()]).toEqual([true, "new"]);
    }));

  test("R21 the value of a send that fails is handed back, and reserve() makes it unnecessary to have one", () =>
    run(function* () {
      const [tx, rx] = mpsc.bounded<string>(1);
      tx.trySend("first");
      const sending = spawn(errorOf(tx.send("second")));
      const reserving = spawn(errorOf(tx.reserve()));
      yield* turns();
      rx.close();
      const error = yield* sending.join();
      expect(error).toBeInstanceOf(SendError);
      expect(error).toMatchObject({ value: "second" });
      expect(yield* reserving.join()).toMatchObject({ code: "ERR_SEND", value: undefined });
    }));
});
