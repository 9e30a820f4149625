import { AsyncQueue, broadcast, mpsc, oneshot, watch } from "@portalis/channels";
import { run, spawn } from "@portalis/runtime";
import { expect, test } from "vitest";
import { turns } from "./settle.js";

test("Sender and Receiver.statistics() count values, places, ends and waiters", () =>
  run(function* () {
    const [tx, rx] = mpsc.bounded<number>(2);
    const permit = yield* tx.reserve();
    yield* tx.send(1);
    const other = tx.clone();
    const waiting = spawn(other.send(2));
    yield* turns();
    const expected = { capacity: 2, size: 1, reserved: 1, senders: 2, receivers: 1, waitingToSend: 1, waitingToReceive: 0 };
    expect([tx.statistics(), rx.statistics()]).toEqual([expected, expected]);
    permit.release();
    yield* waiting.join();
    yield* rx.recvMany(2);
    const receiving = spawn(rx.recv());
    yield* turns();
    expect(rx.statistics()).toMatchObject({ size: 0, reserved: 0, waitingToReceive: 1 });
    receiving.abort();
  }));

test("oneshot, broadcast and watch tell what waits", () =>
  run(function* () {
    const [once, answer] = oneshot<number>();
    const [all, each] = broadcast<number>(3);
    const [state, view] = watch(0);
    const tasks = [spawn(answer.recv()), spawn(each.recv()), spawn(view.changed())];
    yield* turns();
    expect([once.statistics(), all.statistics(), state.statistics()]).toEqual([
      { hasValue: false, waiting: 1 },
      { capacity: 3, sent: 0, receivers: 1, waiting: 1 },
      { changes: 0, receivers: 1, waiting: 1 },
    ]);
    once.send(1);
    all.send(1);
    state.send(1);
    for (const task of tasks) yield* task.join();
    expect([answer.statistics(), each.statistics(), view.statistics()]).toEqual([
      { hasValue: false, waiting: 0 },
      { capacity: 3, sent: 1, receivers: 1, waiting: 0 },
      { changes: 1, receivers: 1, waiting: 0 },
    ]);
  }));

test("AsyncQueue.statistics() counts values, unfinished work and waiters", () =>
  run(function* () {
    const queue = new AsyncQueue<number>({ maxSize: 1 });
    const tasks = [spawn(queue.put(1)), spawn(queue.put(2)), spawn(queue.join())];
    yield* turns();
    expect(queue.statistics()).toEqual({ maxSize: 1, size: 1, unfinished: 1, waitingToPut: 1, waitingToGet: 0, joining: 1 });
    for (const task of tasks) task.abort();
    yield* queue.get();
    const getter = spawn(queue.get());
    yield* turns();
    expect(queue.statistics()).toMatchObject({ size: 0, waitingToGet: 1 });
    getter.abort();
  }));

test("a receiver that closes ends its own waits and no others: broadcast and watch", () =>
  run(function* () {
    const [all, first] = broadcast<number>(3);
    const second = all.subscribe();
    const [state, view] = watch(0);
    const other = state.subscribe();
    const own = [spawn(first.recv()), spawn(view.changed())];
    const others = [spawn(second.recv()), spawn(other.changed())];
    yield* turns();
    first.close();
    view.close();
    expect([yield* own[0]!.join(), yield* own[1]!.join()]).toEqual([undefined, false]);
    expect([all.send(7), others.map((task) => task.isFinished())]).toEqual([1, [false, false]]);
    state.send(1);
    expect([yield* others[0]!.join(), yield* others[1]!.join(), yield* first.recv()]).toEqual([7, true, undefined]);
    expect([yield* view.changed(), yield* view.changed()]).toEqual([true, false]);
  }));
