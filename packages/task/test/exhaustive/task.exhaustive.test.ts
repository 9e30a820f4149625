import { type Coroutine, type Operation, type Outcome, spawn, type TaskHandle, type Work } from "@portalis/runtime";
import { currentScheduler } from "@portalis/runtime/kernel";
import { joinAll, joinAllSettled, JoinSet, race, scope, select, shield, yieldNow } from "@portalis/task";
import { simulate } from "@portalis/testing";
import { describe, expect, test } from "vitest";

/** How often each piece of work began and ended. */
class Ledger {
  began = 0;
  ended = 0;

  *work(steps: number): Coroutine<number> {
    this.began++;
    try {
      for (let step = 0; step < steps; step++) yield;
      return steps;
    } finally {
      try {
        yield;
      } finally {
        this.ended++;
      }
    }
  }

  check(): void {
    if (this.began !== this.ended) throw new Error(`${this.began} began, ${this.ended} ended`);
  }
}

/** Runs `body` as a task that may be cancelled; whatever happens, what it began has ended when it has, and nobody is left. */
function* closed(body: (ledger: Ledger) => Work<unknown>, outlives = false): Coroutine<void> {
  const ledger = new Ledger();
  const outer = spawn(body(ledger));
  const outcome = yield* outer.outcome();
  if (outlives) while (currentScheduler().live > 1) yield;
  ledger.check();
  if (outcome.status === "failed") throw outcome.error;
  if (currentScheduler().live !== 1) throw new Error(`${currentScheduler().live - 1} orphans`);
}

/** Everybody who joins gets the same; the body runs at most once. */
function* joiners(): Coroutine<void> {
  let runs = 0;
  let cleanups = 0;
  const worker = spawn(function* () {
    runs++;
    try {
      yield;
      return 7;
    } finally {
      cleanups++;
    }
  });
  const outcomes: Outcome<number>[] = [];
  const waiting: TaskHandle<void>[] = [0, 1].map(() =>
    spawn(function* () {
      outcomes.push(yield* worker.outcome());
    }),
  );
  for (const handle of waiting) yield* handle.outcome();
  const outcome = yield* worker.outcome();
  if (runs > 1 || cleanups !== runs) throw new Error(`${runs} runs, ${cleanups} cleanups`);
  if (worker.abort()) throw new Error("an ended task was aborted");
  for (const other of outcomes) if (other.status !== outcome.status) throw new Error("different outcomes");
}

/** A set gives each outcome once, also when those who wait for it are cancelled. */
function* joinSet(): Coroutine<void> {
  const set = new JoinSet<number>();
  const names = [0, 1, 2];
  for (const name of names) {
    set.spawn(function* () {
      yield;
      return name;
    });
  }
  const taken: number[] = [];
  const takers = [0, 1].map(() =>
    spawn(function* () {
      const joined = yield* set.joinNext();
      if (joined !== undefined) taken.push(joined.id);
    }),
  );
  for (const taker of takers) yield* taker.outcome();
  for (let joined = yield* set.joinNext(); joined !== undefined; joined = yield* set.joinNext()) taken.push(joined.id);
  if (taken.length !== names.length || new Set(taken).size !== taken.length) throw new Error(`taken: ${taken.join()}`);
}

describe("task, exhaustively", () => {
  test.each([
    ["join and outcome", 2, joiners],
    ["JoinSet.joinNext", 2, joinSet],
    ["joinAll", 2, (): Coroutine<void> => closed((ledger) => settled(joinAll([ledger.work(1), ledger.work(2)])))],
    ["joinAllSettled", 2, (): Coroutine<void> => closed((ledger) => joinAllSettled([ledger.work(1), ledger.work(2)]))],
    ["race", 2, (): Coroutine<void> => closed((ledger) => settled(race([ledger.work(1), ledger.work(1)])))],
    ["select", 2, (): Coroutine<void> => closed((ledger) => settled(select([ledger.work(1), ledger.work(1)], { biased: true })))],
    ["shield", 2, (): Coroutine<void> => closed((ledger) => settled(shield(ledger.work(2))), true)],
    [
      "scope",
      2,
      (): Coroutine<void> =>
        closed((ledger) =>
          settled(
            scope(function* (children) {
              children.spawn(ledger.work(1));
              children.spawn(ledger.work(2));
              yield* yieldNow();
            }),
          ),
        ),
    ],
  ])("%s", async (title, cancels, work) => {
    const report = await simulate({ order: "exhaustive", cancels, maxSchedules: 20_000 }, work);
    console.log(`task ${title}: ${report.schedules} schedules, ${report.cancels} cancels, all: ${report.complete}`);
    expect(report.cancels).toBeGreaterThan(20);
  });
});

/** The end of `work`, where a branch that was cancelled from outside is no failure of the test. */
function* settled(work: Operation<unknown>): Coroutine<void> {
  try {
    yield* work;
  } catch (error) {
    if (!(error instanceof Error && error.name === "JoinError")) throw error;
  }
}
