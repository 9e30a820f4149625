import { mpsc } from "@portalis/channels";
import { CancelledError, type Coroutine, JoinError, spawn, type TaskHandle } from "@portalis/runtime";
import { call, joinAll, race, select } from "@portalis/task";
import { sleep } from "@portalis/time";
import { assert, assertCode, assertEqual, assertSame } from "./assert.js";
import { errorOf } from "./error-of.js";
import type { Suite } from "./suite.js";

const LONG = 60_000;

function* value<T>(result: T, milliseconds = 0): Coroutine<T> {
  yield* sleep(milliseconds);
  return result;
}

function* guarded(log: string[], name = "task"): Coroutine<void> {
  log.push(`${name} started`);
  try {
    yield* sleep(LONG);
  } finally {
    log.push(`${name} cleans up`);
    yield* sleep(2);
    log.push(`${name} clean`);
  }
}

function* descend(levels: number): Coroutine<number> {
  if (levels === 0) {
    yield* sleep(1);
    return 0;
  }
  return 1 + (yield* call(descend, levels - 1));
}

function* descendAndFail(levels: number, log: number[]): Coroutine<number> {
  try {
    if (levels === 0) {
      yield* sleep(1);
      throw new RangeError("at the bottom");
    }
    return yield* call(descendAndFail, levels - 1, log);
  } finally {
    log.push(levels);
  }
}

/** Tasks: join, cancellation in every phase, groups of tasks, deep chains. */
export const taskSuite: Suite = {
  name: "task",
  checks: [
    {
      name: "TaskHandle.join gives the value to every joiner, also after the end",
      *run() {
        const task = spawn(value("result", 1));
        const values: string[] = [];
        for (const joiner of [spawn(join(task)), spawn(join(task)), task]) values.push(yield* joiner.join());
        assertEqual(values, ["result", "result", "result"], "values");
        assertEqual(yield* task.join(), "result", "value after the end");
        assertEqual(task.isFinished(), true, "isFinished");
      },
    },
    {
      name: "TaskHandle.join works from an async function",
      async run() {
        assertEqual(await spawn(value(3, 1)).join(), 3, "value");
      },
    },
    {
      name: "TaskHandle.join throws the task's own error",
      *run() {
        const failure = new Error("own");
        const task = spawn(function* (): Coroutine<void> {
          yield;
          throw failure;
        });
        assertSame(yield* errorOf(task.join()), failure, "error");
      },
    },
    {
      name: "TaskHandle.abort before the first step runs nothing of the body",
      *run() {
        const log: string[] = [];
        const task = spawn(guarded(log));
        assertEqual(task.abort(), true, "abort");
        const outcome = yield* task.outcome();
        assertEqual(outcome.status, "cancelled", "status");
        assertEqual(log, [], "steps of the body");
      },
    },
    {
      name: "TaskHandle.abort of a waiting task runs finally, which may wait, and the task ends after it",
      *run() {
        const log: string[] = [];
        const task = spawn(guarded(log));
        yield* sleep(1);
        task.abort("enough");
        assertEqual(task.isFinished(), false, "isFinished before the cleanup");
        const outcome = yield* task.outcome();
        assert(outcome.status === "cancelled", "the task was cancelled");
        assertEqual(outcome.reason, "enough", "reason");
        assertEqual(log, ["task started", "task cleans up", "task clean"], "cleanup before the end");
      },
    },
    {
      name: "TaskHandle.abort throws CancelledError at the suspension point; join throws JoinError",
      *run() {
        const seen: unknown[] = [];
        const task = spawn(function* (): Coroutine<void> {
          try {
            yield* sleep(LONG);
          } catch (error) {
            seen.push(error);
            throw error;
          }
        });
        yield* sleep(1);
        task.abort();
        const error = yield* errorOf(task.join());
        assert(seen[0] instanceof CancelledError, "CancelledError was thrown into the task");
        assertCode(seen[0], "ERR_CANCELLED", "inside");
        assert(error instanceof JoinError, "join threw JoinError");
        assertCode(error, "ERR_JOIN", "outside");
      },
    },
    {
      name: "TaskHandle.abort of a task that was just made ready still reaches it",
      *run() {
        const log: string[] = [];
        const task = spawn(function* (): Coroutine<void> {
          try {
            for (;;) yield;
          } finally {
            log.push("finally");
          }
        });
        yield;
        yield;
        task.abort();
        assertEqual((yield* task.outcome()).status, "cancelled", "status");
        assertEqual(log, ["finally"], "cleanup");
      },
    },
    {
      name: "TaskHandle.abort inside finally is thrown again",
      *run() {
        const log: string[] = [];
        const task = spawn(function* (): Coroutine<void> {
          try {
            yield* sleep(LONG);
          } finally {
            log.push("first");
            try {
              yield* sleep(LONG);
            } finally {
              log.push("second");
            }
          }
        });
        yield* sleep(1);
        task.abort();
        yield* sleep(1);
        assertEqual(log, ["first"], "after the first abort");
        assertEqual(task.abort(), true, "the second abort");
        assertEqual((yield* task.outcome()).status, "cancelled", "status");
        assertEqual(log, ["first", "second"], "after the second abort");
      },
    },
    {
      name: "a task that catches CancelledError and returns has completed",
      *run() {
        const task = spawn(function* (): Coroutine<string> {
          try {
            yield* sleep(LONG);
          } catch {
            return "survived";
          }
          return "not reached";
        });
        yield* sleep(1);
        task.abort();
        assertEqual(yield* task.join(), "survived", "value");
      },
    },
    {
      name: "TaskHandle.abort of a finished task is false and changes nothing",
      *run() {
        const task = spawn(value("kept"));
        yield* task.join();
        assertEqual(task.abort(), false, "abort");
        assertEqual(yield* task.join(), "kept", "value");
      },
    },
    {
      name: "a joiner that is aborted leaves the joined task alone",
      *run() {
        const task = spawn(value("kept", 5));
        const joiner = spawn(join(task));
        yield* sleep(1);
        joiner.abort();
        assertEqual((yield* joiner.outcome()).status, "cancelled", "the joiner");
        assertEqual(yield* task.join(), "kept", "the joined task");
      },
    },
    {
      name: "joinAll gives the values in the order of the works",
      *run() {
        assertEqual(yield* joinAll([value("slow", 6), value("fast", 1), value("ready")]), ["slow", "fast", "ready"], "values");
        assertEqual(yield* joinAll([]), [], "of nothing");
      },
    },
    {
      name: "joinAll works from an async function",
      async run() {
        assertEqual(await joinAll([value(1, 2), value(2)]), [1, 2], "values");
      },
    },
    {
      name: "joinAll cancels the rest at the first error and waits for their cleanup",
      *run() {
        const log: string[] = [];
        const failure = new Error("first");
        const failing = (function* (): Coroutine<void> {
          yield* sleep(1);
          throw failure;
        })();
        assertSame(yield* errorOf(joinAll([guarded(log, "a"), failing, guarded(log, "b")])), failure, "error");
        const expected = ["a started", "b started", "a cleans up", "b cleans up", "a clean", "b clean"];
        assertEqual(log, expected, "what the others did before joinAll ended");
      },
    },
    {
      name: "joinAll aborted from outside cancels its works and waits for their cleanup",
      *run() {
        const log: string[] = [];
        const task = spawn(joinAll([guarded(log, "a")]));
        yield* sleep(1);
        task.abort();
        assertEqual((yield* task.outcome()).status, "cancelled", "status");
        assertEqual(log, ["a started", "a cleans up", "a clean"], "cleanup before the end");
      },
    },
    {
      name: "race gives the first and waits for the cleanup of the others",
      *run() {
        const log: string[] = [];
        assertEqual(yield* race([guarded(log, "loser"), value("winner", 2)]), "winner", "value");
        assertEqual(log, ["loser started", "loser cleans up", "loser clean"], "the loser, before race ended");
      },
    },
    {
      name: "select takes one of what is there and loses nothing of the others",
      *run() {
        const [[txA, a], [txB, b]] = [mpsc.bounded<string>(2), mpsc.bounded<string>(2)];
        const selecting = spawn(select({ a: a.recv(), b: b.recv() }));
        yield* sleep(1);
        txA.trySend("for a");
        txB.trySend("for b");
        const first = yield* selecting.join();
        const rest = first.key === "a" ? b.tryRecv() : a.tryRecv();
        assertEqual([first.value, rest].sort(), ["for a", "for b"], "both values");
      },
    },
    {
      name: "call carries two thousand levels and their values without native depth",
      *run() {
        assertEqual(yield* call(descend, 2_000), 2_000, "value");
      },
    },
    {
      name: "call carries an error up through two thousand levels, each finally in its turn",
      *run() {
        const log: number[] = [];
        const error = yield* errorOf(call(descendAndFail, 2_000, log));
        assert(error instanceof RangeError, "the error of the innermost level arrived");
        assertEqual([log.length, log[0], log[2_000]], [2_001, 0, 2_000], "finally blocks, innermost first");
      },
    },
    {
      name: "call carries an abort down to the innermost level and up again",
      *run() {
        const log: number[] = [];
        const task = spawn(call(descendAndFail, 2_000, log));
        yield;
        task.abort();
        yield* task.outcome();
        assert(log.length === 2_001 || log.length === 0, "every level that was entered was left");
      },
    },
  ],
};

function* join<T>(task: TaskHandle<T>): Coroutine<T> {
  return yield* task.join();
}
