import { CancelledError, type Coroutine, runtime, spawn } from "@portalis/runtime";
import { Instant, interval, sleep, sleepUntil, TimeoutError, timeout } from "@portalis/time";
import { newAbortController } from "./abort-controller.js";
import { assert, assertCode, assertEqual } from "./assert.js";
import { errorOf } from "./error-of.js";
import { rejection } from "./rejection.js";
import type { Suite } from "./suite.js";

const LONG = 60_000;

function now(): number {
  return runtime().platform.now();
}

function* sleepAndNote(milliseconds: number, log: string[], name: string): Coroutine<void> {
  const start = now();
  yield* sleep(milliseconds);
  const elapsed = now() - start;
  assert(elapsed >= milliseconds, `sleep(${milliseconds}) was early: it took ${elapsed} ms`);
  log.push(name);
}

function* guarded(log: string[]): Coroutine<void> {
  try {
    yield* sleep(LONG);
  } finally {
    yield* sleep(5);
    log.push("clean");
  }
}

/** Time, measured by the platform's own clock with real waits of a few milliseconds. */
export const timeSuite: Suite = {
  name: "time",
  checks: [
    {
      name: "sleep is never early",
      *run() {
        const log: string[] = [];
        for (const milliseconds of [5, 1, 12, 0.5, 7.25]) yield* sleepAndNote(milliseconds, log, "done");
        assertEqual(log.length, 5, "sleeps");
      },
    },
    {
      name: "sleep from an async function is never early",
      async run() {
        const start = now();
        await sleep(8);
        assert(now() - start >= 8, "8 ms have passed");
      },
    },
    {
      name: "sleeps end in the order of their deadlines, whatever the order of asking",
      *run() {
        const log: string[] = [];
        const tasks = [30, 10, 20].map((milliseconds) => spawn(sleepAndNote(milliseconds, log, `${milliseconds}`)));
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["10", "20", "30"], "order");
      },
    },
    {
      name: "sleeps for the same time end in the order of asking",
      *run() {
        const log: string[] = [];
        const names = ["a", "b", "c", "d", "e"];
        const tasks = names.map((name) => spawn(sleepAndNote(10, log, name)));
        for (const task of tasks) yield* task.join();
        assertEqual(log, names, "order");
      },
    },
    {
      name: "sleeps wait at the same time: twenty of 15 ms take far less than their sum",
      *run() {
        const log: string[] = [];
        const start = now();
        const tasks = Array.from({ length: 20 }, () => spawn(sleepAndNote(15, log, "done")));
        for (const task of tasks) yield* task.join();
        assert(now() - start < 250, `they took ${now() - start} ms`);
      },
    },
    {
      name: "two hundred sleeps end in the order of their deadlines",
      *run() {
        const log: string[] = [];
        const lengths = Array.from({ length: 200 }, (_, index) => 5 + ((index * 37) % 25));
        const tasks = lengths.map((milliseconds, index) => spawn(sleepAndNote(milliseconds, log, `${index}`)));
        for (const task of tasks) yield* task.join();
        for (const length of new Set(lengths)) {
          const ended = log.map(Number).filter((index) => lengths[index] === length);
          assertEqual(
            ended,
            [...ended].sort((a, b) => a - b),
            `order of those that slept ${length} ms`,
          );
        }
      },
    },
    {
      name: "sleep(0) and a negative sleep let the ready tasks run once",
      *run() {
        const log: string[] = [];
        const sleeper = spawn(function* (): Coroutine<void> {
          log.push("before");
          yield* sleep(0);
          log.push("between");
          yield* sleep(-5);
          log.push("after");
        });
        const other = spawn(function* (): Coroutine<void> {
          log.push("other 1");
          yield;
          log.push("other 2");
        });
        yield* sleeper.join();
        yield* other.join();
        assertEqual(log, ["before", "other 1", "between", "other 2", "after"], "order");
      },
    },
    {
      name: "an aborted sleep ends at once and holds nothing up",
      *run() {
        const task = spawn(sleep(LONG));
        yield* sleep(1);
        const start = now();
        task.abort();
        assertEqual((yield* task.outcome()).status, "cancelled", "status");
        assert(now() - start < 1_000, `it took ${now() - start} ms`);
      },
    },
    {
      name: "sleep with a signal ends with the signal's reason, also when it was aborted before",
      async run() {
        const reason = new Error("stop");
        const before = newAbortController();
        before.abort(reason);
        assertEqual(await rejection(sleep(LONG, { signal: before.signal })), reason, "aborted before");
        const during = newAbortController();
        const wait = rejection(sleep(LONG, { signal: during.signal }));
        await sleep(2);
        during.abort(reason);
        assertEqual(await wait, reason, "aborted during the wait");
      },
    },
    {
      name: "timeout gives the value of work that is in time",
      *run() {
        const work = (function* (): Coroutine<string> {
          yield* sleep(2);
          return "in time";
        })();
        assertEqual(yield* timeout(LONG, work), "in time", "value");
      },
    },
    {
      name: "timeout works from an async function, both ways",
      async run() {
        await timeout(LONG, sleep(1));
        assertCode(await rejection(timeout(3, sleep(LONG))), "ERR_TIMEOUT", "expired");
      },
    },
    {
      name: "timeout throws TimeoutError when the time is over, never early",
      *run() {
        const start = now();
        const error = yield* errorOf(timeout(10, sleep(LONG)));
        assert(error instanceof TimeoutError, "TimeoutError");
        assertCode(error, "ERR_TIMEOUT", "code");
        const elapsed = now() - start;
        assert(elapsed >= 10 && elapsed < 5_000, `it took ${elapsed} ms`);
      },
    },
    {
      name: "timeout waits for the cleanup of the work before it throws",
      *run() {
        const log: string[] = [];
        const error = yield* errorOf(timeout(3, guarded(log)));
        assert(error instanceof TimeoutError, "TimeoutError");
        assertEqual(log, ["clean"], "cleanup before the error");
      },
    },
    {
      name: "timeout passes the work's own error on",
      *run() {
        const work = (function* (): Coroutine<void> {
          yield* sleep(1);
          throw new RangeError("own");
        })();
        assert((yield* errorOf(timeout(LONG, work))) instanceof RangeError, "RangeError");
      },
    },
    {
      name: "timeout inside timeout: the nearer one throws",
      *run() {
        const inner = (function* (): Coroutine<string> {
          const error = yield* errorOf(timeout(5, sleep(LONG)));
          return error instanceof TimeoutError ? "inner expired" : "no error";
        })();
        assertEqual(yield* timeout(LONG, inner), "inner expired", "inner");
        const log: string[] = [];
        const error = yield* errorOf(timeout(5, timeout(LONG, guarded(log))));
        assert(error instanceof TimeoutError, "the outer one");
        assertEqual(log, ["clean"], "cleanup");
      },
    },
    {
      name: "sleepUntil ends at its instant, several at one instant in the order of asking",
      *run() {
        const log: string[] = [];
        const at = Instant.now().plus(8);
        const wait = function* (name: string): Coroutine<void> {
          yield* sleepUntil(at);
          assert(at.elapsed() >= 0, `${name} was early`);
          log.push(name);
        };
        const tasks = ["a", "b", "c"].map((name) => spawn(wait(name)));
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["a", "b", "c"], "order");
      },
    },
    {
      name: "interval ticks at its period without drift: five ticks of 4 ms are never early",
      *run() {
        const start = Instant.now();
        const ticks = interval(4);
        for (let tick = 0; tick < 5; tick++) {
          yield* ticks.tick();
          assert(start.elapsed() >= tick * 4, `tick ${tick} came after ${start.elapsed()} ms`);
        }
        assert(start.elapsed() < 1_000, `five ticks took ${start.elapsed()} ms`);
      },
    },
    {
      name: "a task aborted inside timeout is cancelled, not timed out",
      *run() {
        const log: unknown[] = [];
        const task = spawn(function* (): Coroutine<void> {
          try {
            yield* timeout(LONG, sleep(LONG));
          } catch (error) {
            log.push(error);
            throw error;
          }
        });
        yield* sleep(1);
        task.abort();
        assertEqual((yield* task.outcome()).status, "cancelled", "status");
        assert(log[0] instanceof CancelledError, "CancelledError inside");
      },
    },
  ],
};
