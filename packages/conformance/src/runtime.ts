import { type Coroutine, type Operation, run, runtime, spawn, type TaskContext, until } from "@portalis/runtime";
import { sleep } from "@portalis/time";
import { assert, assertEqual, assertSame } from "./assert.js";
import { errorOf } from "./error-of.js";
import type { Suite } from "./suite.js";

function* note(log: string[], name: string, turns: number): Coroutine<void> {
  for (let turn = 1; turn <= turns; turn++) {
    log.push(`${name}${turn}`);
    yield;
  }
}

/** The scheduler: order of steps, both kinds of task body, the way to promises and back. */
export const runtimeSuite: Suite = {
  name: "runtime",
  checks: [
    {
      name: "runtime() gives the same runtime each time, on a platform that says what it can",
      *run() {
        assertSame(runtime(), runtime(), "two calls");
        const { name, capabilities } = runtime().platform;
        assert(name.length > 0, "the platform has a name");
        assertEqual(typeof capabilities.ownsLoop, "boolean", "capabilities.ownsLoop");
        yield;
      },
    },
    {
      name: "Platform.now never goes back",
      *run() {
        const clock = runtime().platform;
        let last = clock.now();
        for (let reading = 0; reading < 2_000; reading++) {
          const now = clock.now();
          assert(now >= last, `the clock went from ${last} to ${now}`);
          last = now;
          if (reading % 100 === 0) yield;
        }
      },
    },
    {
      name: "spawn starts nothing before the spawning task waits, then runs in the order of spawning",
      *run() {
        const log: string[] = [];
        const tasks = ["a", "b", "c"].map((name) => spawn(note(log, name, 1)));
        assertEqual(log, [], "before the first wait");
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["a1", "b1", "c1"], "order of the first steps");
      },
    },
    {
      name: "a bare yield lets every ready task run once, first come first served",
      *run() {
        const log: string[] = [];
        const tasks = ["a", "b", "c"].map((name) => spawn(note(log, name, 3)));
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3"], "order of the steps");
      },
    },
    {
      name: "a task spawned during a turn runs in the next turn, behind those that were ready",
      *run() {
        const log: string[] = [];
        const outer = spawn(function* (): Coroutine<void> {
          spawn(note(log, "inner", 1));
          log.push("outer1");
          yield;
          log.push("outer2");
        });
        const other = spawn(note(log, "other", 2));
        yield* outer.join();
        yield* other.join();
        assertEqual(log, ["outer1", "other1", "inner1", "outer2", "other2"], "order of the steps");
      },
    },
    {
      name: "run gives the value of a coroutine to an async function, and its error",
      async run() {
        assertEqual(await run(answer()), 42, "value");
        const failure = new Error("from the coroutine");
        let caught: unknown;
        try {
          await run(fail(failure));
        } catch (error) {
          caught = error;
        }
        assertSame(caught, failure, "error");
      },
    },
    {
      name: "an async function is a task: its value joins, its error joins",
      *run() {
        assertEqual(yield* spawn(async () => Promise.resolve("value")).join(), "value", "value");
        const failure = new Error("from the async function");
        const task = spawn(async () => Promise.reject(failure));
        const outcome = yield* task.outcome();
        assert(outcome.status === "failed", "the task has failed");
        assertSame(outcome.error, failure, "error");
      },
    },
    {
      name: "an async function as a task gets an AbortSignal, which abort fires with the reason",
      *run() {
        const reason = new Error("no longer wanted");
        const log: string[] = [];
        const task = spawn(async ({ signal }: TaskContext) => {
          log.push(`aborted at the start: ${signal.aborted}`);
          try {
            await sleep(60_000, { signal });
          } finally {
            log.push(`aborted at the end: ${signal.aborted}`);
          }
        });
        yield* sleep(1);
        assertEqual(task.abort(reason), true, "abort");
        const outcome = yield* task.outcome();
        assertEqual(outcome.status, "cancelled", "status");
        assertEqual(log, ["aborted at the start: false", "aborted at the end: true"], "what the task saw");
      },
    },
    {
      name: "until gives a promise's value and throws its error",
      *run() {
        assertEqual(yield* until(Promise.resolve(7)), 7, "value");
        const failure = new Error("from the promise");
        assertSame(yield* errorOf(until(Promise.reject(failure))), failure, "error");
      },
    },
    {
      name: "an operation awaited twice gives the same result, iterated twice it throws",
      async run() {
        const operation = until(Promise.resolve({ once: true }));
        const first = await operation;
        assertSame(await operation, first, "the second await");
        const used = sleep(0);
        await spawn(iterate(used)).join();
        const outcome = await spawn(iterate(used)).outcome();
        assertEqual(outcome.status, "failed", "the second iteration");
      },
    },
    {
      name: "an operation that nobody waits for does nothing",
      *run() {
        const task = spawn(answer());
        task.join();
        sleep(60_000);
        assertEqual(yield* task.join(), 42, "value");
      },
    },
    {
      name: "two thousand tasks all end, each once",
      *run() {
        const counts = new Array<number>(2_000).fill(0);
        const tasks = counts.map((_, index) => spawn(count(counts, index)));
        for (const task of tasks) yield* task.join();
        assert(
          counts.every((value) => value === 1),
          "every task has run once",
        );
      },
    },
    {
      name: "an endless stream of ready tasks does not starve timers",
      *run() {
        const flags = { over: false };
        const busy = spawn(spin(flags));
        yield* sleep(10);
        flags.over = true;
        assert((yield* busy.join()) > 0, "the busy task has run");
      },
    },
  ],
};

function* answer(): Coroutine<number> {
  yield;
  return 42;
}

function* fail(error: Error): Coroutine<void> {
  yield;
  throw error;
}

function* iterate(operation: Operation<unknown>): Coroutine<void> {
  yield* operation;
}

function* count(counts: number[], index: number): Coroutine<void> {
  yield;
  counts[index] = (counts[index] ?? 0) + 1;
}

function* spin(flags: { over: boolean }): Coroutine<number> {
  let rounds = 0;
  while (!flags.over) {
    rounds++;
    yield;
  }
  return rounds;
}
