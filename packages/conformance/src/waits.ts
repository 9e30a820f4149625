import { type AbortSignalLike, type Coroutine, type Operation, type Outcome, spawn, type WaitOptions } from "@portalis/runtime";
import { AsyncEvent } from "@portalis/sync";
import { select } from "@portalis/task";
import { sleep } from "@portalis/time";
import { type AbortControllerLike, newAbortController } from "./abort-controller.js";
import { assert, assertEqual } from "./assert.js";
import { channelWaits } from "./channel-waits.js";
import type { Check, Suite } from "./suite.js";
import { syncWaits } from "./sync-waits.js";
import type { Wait, WaitCase } from "./wait-case.js";

/** Waits in one of the two styles and gives a handle on the end of that. */
type Style = (operation: (options: WaitOptions) => Operation<unknown>, signal: AbortSignalLike) => Operation<Outcome<unknown>>;

const inTask: Style = (operation, signal) =>
  spawn(function* (): Coroutine<unknown> {
    return yield* operation({ signal });
  }).outcome();

const byAwait: Style = (operation, signal) => spawn(async () => await operation({ signal })).outcome();

/** Lets everything happen that can. */
function settled(): Operation<void> {
  return sleep(1);
}

/** What a wait came to, as plain data; what was granted is given back. */
function told(wait: Wait, outcome: Outcome<unknown>): unknown {
  if (outcome.status === "completed") return ["granted", wait.finish(outcome.value)];
  return outcome.status === "failed" ? ["failed", outcome.error] : ["cancelled"];
}

/** Asks once more, for what is there: nothing must have been lost. */
function* next(wait: Wait): Coroutine<unknown> {
  assertEqual(wait.waiting(), 0, "who still waits");
  const task = spawn(wait.op());
  yield* settled();
  assert(task.isFinished(), "what was granted before is there for the next one");
  return told(wait, yield* task.outcome());
}

/** The ways in which a grant and a signal can meet. */
const meetings: Readonly<Record<string, (wait: Wait, controller: AbortControllerLike) => void>> = {
  "a grant": (wait) => wait.grant(),
  "an abort": (_wait, controller) => controller.abort("reason"),
  "a grant, then an abort": (wait, controller) => {
    wait.grant();
    controller.abort("reason");
  },
  "an abort, then a grant": (wait, controller) => {
    controller.abort("reason");
    wait.grant();
  },
};

/** Runs all meetings in one style and tells what each came to. */
function* story(waitCase: WaitCase, style: Style): Coroutine<unknown[]> {
  const results: unknown[] = [];
  for (const [name, meet] of Object.entries(meetings)) {
    const wait = yield* waitCase.make();
    const controller = newAbortController();
    const outcome = spawn(style((options) => wait.op(options), controller.signal));
    yield* settled();
    meet(wait, controller);
    const result = told(wait, yield* outcome.join());
    if (name === "an abort") wait.grant();
    results.push(name, result);
    if (name.startsWith("an abort")) results.push(yield* next(wait));
  }
  const wait = yield* waitCase.make();
  const controller = newAbortController();
  controller.abort("reason");
  wait.grant();
  yield* settled();
  results.push("aborted before", told(wait, yield* style((options) => wait.op(options), controller.signal)), yield* next(wait));
  return results;
}

function bothUses(waitCase: WaitCase): Check {
  return {
    name: `${waitCase.name}: yield* in a task and await with an AbortSignal come to the same`,
    *run() {
      const [task, promise] = [yield* story(waitCase, inTask), yield* story(waitCase, byAwait)];
      assertEqual(promise, task, "await, compared with yield*");
      const granted = task[1];
      const failed = ["failed", "reason"];
      assertEqual(task[3], failed, "an abort");
      assertEqual([task[4], task[8], task[9], task.at(-2), task.at(-1)], [granted, failed, granted, failed, granted], "the others");
    },
  };
}

function losingBranch(waitCase: WaitCase): Check {
  return {
    name: `${waitCase.name}: a branch of select that loses, or is aborted, loses nothing`,
    *run() {
      for (const order of ["stop", "stop, grant", "grant, stop", "grant, abort"]) {
        const wait = yield* waitCase.make();
        const stop = new AsyncEvent();
        const selecting = spawn(select({ op: wait.op(), stop: stop.wait() }));
        yield* settled();
        for (const step of order.split(", ")) {
          if (step === "grant") wait.grant();
          else if (step === "stop") stop.set();
          else selecting.abort();
        }
        const outcome = yield* selecting.outcome();
        if (order === "stop") wait.grant();
        if (outcome.status === "completed" && outcome.value.key === "op") {
          assertEqual(order, "grant, stop", "the branch can win only where it was granted first");
          wait.finish(outcome.value.value);
        } else {
          if (order === "grant, abort" && wait.usesUp === true) wait.grant();
          assertEqual(outcome.status, order === "grant, abort" ? "cancelled" : "completed", order);
          yield* next(wait);
        }
      }
    },
  };
}

/** Where a cancellation can meet a wait. Each gives the task that was cancelled; the grant has been made or is still to be made. */
const phases: Readonly<Record<string, (wait: Wait) => Coroutine<boolean>>> = {
  *"before its first step"(wait) {
    const task = spawn(wait.op());
    task.abort();
    return (yield* task.outcome()).status === "cancelled";
  },
  *"while it waits"(wait) {
    const task = spawn(wait.op());
    yield* settled();
    task.abort();
    return (yield* task.outcome()).status === "cancelled";
  },
  *"between the grant and its next step"(wait) {
    const task = spawn(wait.op());
    yield* settled();
    wait.grant();
    task.abort();
    return (yield* task.outcome()).status === "cancelled";
  },
  *"before it waits in a finally"(wait) {
    let got: unknown = "nothing";
    const task = spawn(function* (): Coroutine<void> {
      try {
        yield* sleep(Infinity);
      } finally {
        got = wait.finish(yield* wait.op());
      }
    });
    yield* settled();
    task.abort();
    yield* settled();
    wait.grant();
    return (yield* task.outcome()).status === "cancelled" && got !== "nothing";
  },
  *"twice, the second time while it waits in a finally"(wait) {
    const task = spawn(function* (): Coroutine<void> {
      try {
        yield* sleep(Infinity);
      } finally {
        yield* wait.op();
      }
    });
    yield* settled();
    task.abort();
    yield* settled();
    task.abort();
    return (yield* task.outcome()).status === "cancelled";
  },
};

function cancelPhases(waitCase: WaitCase): Check {
  return {
    name: `${waitCase.name}: cancelled in each of the five phases, it loses nothing`,
    *run() {
      for (const [phase, cancel] of Object.entries(phases)) {
        const wait = yield* waitCase.make();
        assert(yield* cancel(wait), `cancelled ${phase}, it ends as cancelled`);
        if (phase === "before it waits in a finally") continue;
        if (phase !== "between the grant and its next step" || wait.usesUp === true) wait.grant();
        yield* next(wait);
      }
    },
  };
}

/** The names of the methods and of the phases that {@link waitsSuite} covers, for the table. */
export const waitsCovered: { readonly operations: readonly string[]; readonly phases: readonly string[] } = {
  operations: [...syncWaits, ...channelWaits].map(({ name }) => name),
  phases: Object.keys(phases),
};

/** Every waiting method under every way to end a wait. */
export const waitsSuite: Suite = {
  name: "waits",
  checks: [...syncWaits, ...channelWaits].flatMap((waitCase) => [bothUses(waitCase), losingBranch(waitCase), cancelPhases(waitCase)]),
};
