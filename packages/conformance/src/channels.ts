import {
  AsyncQueue,
  broadcast,
  LaggedError,
  mpmc,
  mpsc,
  oneshot,
  type Receiver,
  RecvError,
  SendError,
  type Sender,
  watch,
} from "@portalis/channels";
import { type Coroutine, spawn } from "@portalis/runtime";
import { sleep } from "@portalis/time";
import { newAbortController } from "./abort-controller.js";
import { assert, assertCode, assertEqual } from "./assert.js";
import { errorOf } from "./error-of.js";
import type { Suite } from "./suite.js";

function* sendAll(sender: Sender<number>, values: readonly number[], log: string[] = []): Coroutine<void> {
  for (const value of values) {
    yield* sender.send(value);
    log.push(`sent ${value}`);
  }
  sender.close();
}

function* collect(receiver: Receiver<number>): Coroutine<number[]> {
  const values: number[] = [];
  for (let value = yield* receiver.recv(); value !== undefined; value = yield* receiver.recv()) values.push(value);
  return values;
}

/** Channels: order, back-pressure, close, and no value lost or doubled when a wait is cancelled. */
export const channelsSuite: Suite = {
  name: "channels",
  checks: [
    {
      name: "mpsc.bounded carries values in the order of sending, then ends",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(2);
        spawn(sendAll(tx, [1, 2, 3, 4, 5]));
        assertEqual(yield* collect(rx), [1, 2, 3, 4, 5], "values");
        assertEqual(yield* rx.recv(), undefined, "after the end");
      },
    },
    {
      name: "mpsc.bounded holds the sender back when it is full",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(2);
        const log: string[] = [];
        const sender = spawn(sendAll(tx, [1, 2, 3, 4], log));
        yield* sleep(2);
        assertEqual([log, rx.size, tx.trySend(9)], [["sent 1", "sent 2"], 2, false], "what was sent while nobody received");
        assertEqual(yield* rx.recv(), 1, "the first value");
        yield* sleep(2);
        assertEqual(log, ["sent 1", "sent 2", "sent 3"], "one more after one was taken");
        assertEqual(yield* collect(rx), [2, 3, 4], "the rest");
        yield* sender.join();
      },
    },
    {
      name: "mpsc.bounded: senders that wait are served in the order of asking",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        const senders = [1, 2, 3, 4].map((value) => spawn(sendAll(tx.clone(), [value])));
        tx.close();
        yield* sleep(1);
        assertEqual(yield* collect(rx), [1, 2, 3, 4], "values");
        for (const sender of senders) yield* sender.join();
      },
    },
    {
      name: "mpsc.unbounded takes everything at once",
      *run() {
        const [tx, rx] = mpsc.unbounded<number>();
        for (let value = 0; value < 100; value++) tx.trySend(value);
        tx.close();
        assertEqual(rx.size, 100, "size");
        assertEqual((yield* collect(rx)).length, 100, "values");
      },
    },
    {
      name: "Receiver is an async iterable that ends when the senders have closed",
      async run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        const sender = spawn(sendAll(tx, [1, 2, 3]));
        const values: number[] = [];
        const iterator = rx[Symbol.asyncIterator]();
        for (let step = await iterator.next(); step.done !== true; step = await iterator.next()) values.push(step.value);
        await sender.join();
        assertEqual(values, [1, 2, 3], "values");
      },
    },
    {
      name: "Receiver.close fails the senders with the value handed back, what is buffered is drained",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        yield* tx.send(1);
        const waiting = spawn(errorOf(tx.send(2)));
        yield;
        rx.close();
        const error = yield* waiting.join();
        assert(error instanceof SendError, "a waiting send throws SendError");
        assertEqual(error.value, 2, "the value that was not sent");
        const late = yield* errorOf(tx.send(3));
        assertCode(late, "ERR_SEND", "a later send");
        assertEqual([yield* rx.recv(), yield* rx.recv()], [1, undefined], "drained, then the end");
      },
    },
    {
      name: "Receiver.recv: an aborted one takes nothing",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        const aborted = spawn(rx.recv());
        yield* sleep(1);
        aborted.abort();
        tx.trySend(1);
        assertEqual((yield* aborted.outcome()).status, "cancelled", "aborted while it waited");
        assertEqual(yield* rx.recv(), 1, "the value is still there");
      },
    },
    {
      name: "Receiver.recv: a value that meets an abort goes back to the front",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(4);
        const aborted = spawn(rx.recv());
        yield* sleep(1);
        tx.trySend(1);
        tx.trySend(2);
        aborted.abort();
        assertEqual((yield* aborted.outcome()).status, "cancelled", "aborted after the value came");
        assertEqual([yield* rx.recv(), yield* rx.recv()], [1, 2], "both values, in order");
      },
    },
    {
      name: "Sender.send: an aborted one has delivered nothing",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        yield* tx.send(1);
        const aborted = spawn(tx.send(2));
        const next = spawn(tx.send(3));
        yield* sleep(1);
        aborted.abort();
        assertEqual((yield* aborted.outcome()).status, "cancelled", "the aborted send");
        assertEqual(yield* rx.recv(), 1, "first");
        yield* next.join();
        tx.close();
        assertEqual(yield* collect(rx), [3], "the rest");
      },
    },
    {
      name: "Receiver.recv with a signal ends with the signal's reason",
      async run() {
        const [tx, rx] = mpsc.bounded<number>(1);
        const reason = new Error("no longer wanted");
        const controller = newAbortController();
        const task = spawn(errorOf(rx.recv({ signal: controller.signal })));
        await sleep(1);
        controller.abort(reason);
        assertEqual(await task.join(), reason, "rejection");
        tx.trySend(1);
        assertEqual(await rx.recv(), 1, "the value is there for the next one");
      },
    },
    {
      name: "mpsc carries ten thousand values between four senders and one receiver, each once",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(16);
        const parts = [0, 1, 2, 3].map((part) => Array.from({ length: 2_500 }, (_, index) => part * 2_500 + index));
        for (const part of parts) spawn(sendAll(tx.clone(), part));
        tx.close();
        const values = yield* collect(rx);
        assertEqual([values.length, new Set(values).size], [10_000, 10_000], "values");
        for (const part of parts) {
          const members = new Set(part);
          const received = values.filter((value) => members.has(value));
          assert(
            received.every((value, index) => value === part[index]),
            "each sender's values in its order",
          );
        }
      },
    },
    {
      name: "oneshot carries one value; a closed sender is a RecvError",
      *run() {
        const [tx, rx] = oneshot<string>();
        const waiting = spawn(rx.recv());
        yield* sleep(1);
        tx.send("once");
        assertEqual(yield* waiting.join(), "once", "value");
        const [closed, never] = oneshot<string>();
        closed.close();
        assert((yield* errorOf(never.recv())) instanceof RecvError, "RecvError");
      },
    },
    {
      name: "broadcast gives every value to every receiver, and tells a slow one how many it missed",
      *run() {
        const [tx, quick] = broadcast<number>(2);
        const slow = tx.subscribe();
        const seen: (number | undefined)[] = [];
        for (const value of [1, 2, 3]) {
          assertEqual(tx.send(value), 2, "receivers");
          seen.push(yield* quick.recv());
        }
        tx.close();
        assertEqual([...seen, yield* quick.recv()], [1, 2, 3, undefined], "the quick one");
        const error = yield* errorOf(slow.recv());
        assert(error instanceof LaggedError, "LaggedError");
        assertEqual([error.skipped, yield* slow.recv(), yield* slow.recv(), yield* slow.recv()], [1, 2, 3, undefined], "the slow one");
      },
    },
    {
      name: "watch gives the latest value, and an aborted wait has seen nothing",
      *run() {
        const [tx, rx] = watch("first");
        const aborted = spawn(rx.changed());
        yield* sleep(1);
        tx.send("second");
        aborted.abort();
        yield* aborted.outcome();
        tx.send("third");
        assertEqual([yield* rx.changed(), rx.borrow()], [true, "third"], "the change");
        tx.close();
        assertEqual(yield* rx.changed(), false, "after the end");
      },
    },
    {
      name: "mpmc gives each value to one of the receivers",
      *run() {
        const [tx, rx] = mpmc.bounded<number>(2);
        const tasks = [rx, rx.clone(), rx.clone()].map((receiver) => spawn(collect(receiver)));
        for (let value = 0; value < 60; value++) yield* tx.send(value);
        tx.close();
        const values: number[] = [];
        for (const task of tasks) values.push(...(yield* task.join()));
        assertEqual([values.length, new Set(values).size], [60, 60], "values");
      },
    },
    {
      name: "AsyncQueue gives the smallest value first, and join waits for the work",
      *run() {
        const queue = new AsyncQueue<number>({ order: (a, b) => a - b });
        for (const value of [3, 1, 2]) queue.tryPut(value);
        const seen: number[] = [];
        const worker = spawn(function* (): Coroutine<void> {
          for (;;) {
            seen.push(yield* queue.get());
            yield* sleep(1);
            queue.taskDone();
          }
        });
        yield* queue.join();
        worker.abort();
        assertEqual(seen, [1, 2, 3], "order");
      },
    },
  ],
};
