import { fromAsyncIterable, fromEvent, fromReadable, mpsc, overPort, SendError, toReadable } from "@portalis/channels";
import { type Coroutine, spawn, until } from "@portalis/runtime";
import { sleep } from "@portalis/time";
import { assert, assertCode, assertEqual, assertSame } from "./assert.js";
import { errorOf } from "./error-of.js";
import { eventSource, hasStreams, messageChannel, streamOf } from "./host-objects.js";
import type { Suite } from "./suite.js";

/** An async iterable that gives 1 to `last`, then throws `failure` if there is one. */
function numbers(last: number, log: string[], failure?: Error): AsyncIterable<number> {
  let n = 0;
  const next = (): Promise<IteratorResult<number, undefined>> => {
    if (n < last) return Promise.resolve({ done: false, value: ++n });
    return failure === undefined ? Promise.resolve({ done: true, value: undefined }) : Promise.reject(failure);
  };
  const stop = (): Promise<IteratorResult<number, undefined>> => {
    log.push("stopped");
    return Promise.resolve({ done: true, value: undefined });
  };
  return { [Symbol.asyncIterator]: () => ({ next, return: stop }) };
}

/** Channels from and to what the host has; where it lacks an object, one of the same shape stands in. */
export const adaptersSuite: Suite = {
  name: "adapters",
  checks: [
    {
      name: "fromAsyncIterable gives the values, then the end or the error; close stops the source",
      *run() {
        const log: string[] = [];
        const rx = fromAsyncIterable(numbers(2, log));
        assertEqual([yield* rx.recv(), yield* rx.recv(), yield* rx.recv()], [1, 2, undefined], "values");
        const failure = new Error("broken source");
        const broken = fromAsyncIterable(numbers(1, log, failure));
        assertEqual(yield* broken.recv(), 1, "value before the error");
        assertSame(yield* errorOf(broken.recv()), failure, "error");
        const closed = fromAsyncIterable(numbers(9, log));
        yield* closed.recv();
        closed.close();
        yield* sleep(1);
        assertEqual(log, ["stopped"], "what the sources were told");
      },
    },
    {
      name: "fromReadable gives the chunks of a stream and cancels it on close",
      *run() {
        let cancelled = 0;
        const rx = fromReadable(streamOf([1, 2], () => cancelled++));
        assertEqual([yield* rx.recv(), yield* rx.recv(), yield* rx.recv()], [1, 2, undefined], "chunks");
        const closed = fromReadable(streamOf([1, 2, 3, 4, 5], () => cancelled++));
        yield* closed.recv();
        closed.close();
        yield* sleep(1);
        assertEqual(cancelled, 1, "how often a stream was cancelled");
      },
    },
    {
      name: "toReadable makes a stream of a receiver, or says what the host lacks",
      *run() {
        const [tx, rx] = mpsc.bounded<number>(2);
        if (!hasStreams) {
          const error = yield* errorOf(spawn(() => toReadable(rx)).join());
          assertCode(error, "ERR_PLATFORM_NOT_SUPPORTED", "without streams");
          return;
        }
        tx.trySend(1);
        const reader = toReadable(rx).getReader();
        assertEqual((yield* until(reader.read())).value, 1, "chunk");
        yield* until(reader.cancel());
        assert((yield* errorOf(tx.send(2))) instanceof SendError, "a cancelled stream closes the receiver");
      },
    },
    {
      name: "fromEvent gives the events until it is closed",
      *run() {
        const { target, emit } = eventSource();
        const rx = fromEvent<{ readonly type: string }>(target, "change", { capacity: 2 });
        emit("other");
        emit("change");
        assertEqual((yield* rx.recv())?.type, "change", "event");
        rx.close();
        emit("change");
        assertEqual(yield* rx.recv(), undefined, "after close");
      },
    },
    {
      name: "overPort carries values in order with back-pressure, and both ends of the channel",
      *run() {
        const [here, there] = messageChannel();
        const [tx, answers] = overPort<number, string>(here, { capacity: 2 });
        const [reply, rx] = overPort<string, number>(there, { capacity: 2 });
        const sending = spawn(function* (): Coroutine<void> {
          for (let n = 0; n < 50; n++) yield* tx.send(n);
          tx.close();
        });
        let most = 0;
        const seen: number[] = [];
        for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) {
          seen.push(value);
          most = Math.max(most, rx.size + 1);
        }
        yield* sending.join();
        assertEqual([seen.length, seen.every((value, index) => value === index), most <= 2], [50, true, true], "values, order, bound");
        yield* reply.send("answer");
        assertEqual(yield* answers.recv(), "answer", "answer");
        answers.close();
        yield* reply.closed();
        assert((yield* errorOf(reply.send("late"))) instanceof SendError, "the other side has closed");
      },
    },
  ],
};
