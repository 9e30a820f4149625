import { type Coroutine, type Operation, run, spawn, type TaskHandle } from "@portalis/runtime";
import { AsyncMutex, AsyncSemaphore } from "@portalis/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { turns } from "./settle.js";

/** One thing that happens. `task` picks one of the tasks that were started before. */
type Step = { kind: "start"; count: number } | { kind: "release"; task: number } | { kind: "abort"; task: number };

/** What a semaphore means, without time: everybody is served in the order of asking, and who leaves gives back what was held. */
class Model {
  available: number;
  waiting: { id: number; count: number }[] = [];
  holding = new Map<number, number>();

  constructor(permits: number) {
    this.available = permits;
  }

  start(id: number, count: number): void {
    this.waiting.push({ id, count });
    this.#serve();
  }

  leave(id: number): void {
    this.waiting = this.waiting.filter((waiter) => waiter.id !== id);
    this.available += this.holding.get(id) ?? 0;
    this.holding.delete(id);
    this.#serve();
  }

  #serve(): void {
    for (let first = this.waiting[0]; first !== undefined && first.count <= this.available; first = this.waiting[0]) {
      this.available -= first.count;
      this.holding.set(first.id, first.count);
      this.waiting.shift();
    }
  }
}

interface Subject {
  acquire(count: number): Operation<{ release(): void }>;
  available(): number;
  waiting(): number;
}

function* hold(subject: Subject, id: number, count: number, holding: Map<number, () => void>): Coroutine<void> {
  const permit = yield* subject.acquire(count);
  holding.set(id, () => permit.release());
  try {
    for (;;) yield* turns(1_000_000);
  } finally {
    if (holding.delete(id)) permit.release();
  }
}

/** Steps of one batch happen between two turns: so a grant can meet an abort before the granted one has run. */
function batches(most: number): fc.Arbitrary<Step[][]> {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("start" as const), count: fc.integer({ min: 1, max: most }) }),
    fc.record({ kind: fc.constantFrom("release" as const, "abort" as const), task: fc.nat(20) }),
  );
  return fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
}

function* compare(subject: Subject, permits: number, program: readonly Step[][]): Coroutine<void> {
  const model = new Model(permits);
  const tasks: TaskHandle<void>[] = [];
  const holding = new Map<number, () => void>();
  for (const batch of program) {
    for (const step of batch) {
      if (step.kind === "start") {
        model.start(tasks.length, step.count);
        tasks.push(spawn(hold(subject, tasks.length, step.count, holding)));
        yield; // it asks
      } else if (tasks.length > 0) {
        const id = step.task % tasks.length;
        if (step.kind === "abort") {
          tasks[id]!.abort();
          model.leave(id);
        } else {
          const release = holding.get(id);
          if (release === undefined) continue;
          holding.delete(id);
          release();
          model.leave(id);
        }
      }
    }
    yield* turns(4 + tasks.length);
    const [ids, modelIds] = [[...holding.keys()], [...model.holding.keys()]];
    expect(ids.sort()).toEqual(modelIds.sort());
    expect([subject.available(), subject.waiting()]).toEqual([model.available, model.waiting.length]);
  }
  for (const task of tasks) task.abort();
  for (const task of tasks) yield* task.outcome();
  expect([subject.available(), subject.waiting()]).toEqual([permits, 0]);
}

describe("against a model without time, in random programs with aborts between grant and run", () => {
  test("AsyncSemaphore loses no permit and keeps the order of asking", () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), batches(4), (permits, program) => {
        const semaphore = new AsyncSemaphore(permits);
        const subject: Subject = {
          acquire: (count) => semaphore.acquire(Math.min(count, permits)),
          available: () => semaphore.availablePermits,
          waiting: () => semaphore.statistics().waiting,
        };
        const fitting = program.map((batch) =>
          batch.map((step) => (step.kind === "start" ? { ...step, count: Math.min(step.count, permits) } : step)),
        );
        return run(compare(subject, permits, fitting));
      }),
      { numRuns: 300 },
    ));

  test("AsyncMutex has one holder at most and keeps the order of asking", () =>
    fc.assert(
      fc.asyncProperty(batches(1), (program) => {
        const mutex = new AsyncMutex();
        const subject: Subject = {
          acquire: () => mutex.lock(),
          available: () => (mutex.isLocked ? 0 : 1),
          waiting: () => mutex.statistics().waiting,
        };
        return run(compare(subject, 1, program));
      }),
      { numRuns: 300 },
    ));
});
