import type { Operation, Outcome, Work } from "@portalis/runtime";
import { JoinOperation, operation, outcomeOf } from "@portalis/runtime/kernel";
import { Siblings } from "./siblings.js";
import type { WorkResult } from "./work-result.js";

/**
 * Runs all `works` as tasks and gives their values in the order of the works.
 *
 * The tasks are started in that order when the operation is awaited. The first that fails or is cancelled cancels the others; when all have
 * cleaned up, its error is thrown ({@link JoinError} when it was cancelled). Cancelling the wait cancels all of them and waits for their
 * cleanup.
 *
 * @example
 * ```ts
 * const [user, posts] = yield* joinAll([loadUser(id), loadPosts(id)]);
 * ```
 */
export function joinAll<const W extends readonly Work<unknown>[]>(works: W): Operation<{ -readonly [K in keyof W]: WorkResult<W[K]> }>;
export function joinAll<T>(works: Iterable<Work<T>>): Operation<T[]>;
export function joinAll(works: Iterable<Work<unknown>>): Operation<unknown> {
  return operation(function* () {
    const siblings = new Siblings((task) => task.status !== "completed");
    const tasks = Array.from(works, (work) => siblings.start(work));
    yield* siblings.finish();
    const [broken] = siblings.broken;
    if (broken !== undefined) new JoinOperation(broken, undefined, undefined).complete();
    return tasks.map((task) => task.result);
  });
}

/**
 * Runs all `works` as tasks and says how each ended, in the order of the works. Never throws one of their errors. Cancelling the wait cancels
 * all of them and waits for their cleanup.
 *
 * @example
 * ```ts
 * for (const outcome of yield* joinAllSettled(jobs.map(run))) {
 *   if (outcome.status === "failed") log(outcome.error);
 * }
 * ```
 */
export function joinAllSettled<const W extends readonly Work<unknown>[]>(
  works: W,
): Operation<{ -readonly [K in keyof W]: Outcome<WorkResult<W[K]>> }>;
export function joinAllSettled<T>(works: Iterable<Work<T>>): Operation<Outcome<T>[]>;
export function joinAllSettled(works: Iterable<Work<unknown>>): Operation<unknown> {
  return operation(function* () {
    const siblings = new Siblings(() => false);
    const tasks = Array.from(works, (work) => siblings.start(work));
    yield* siblings.finish();
    return tasks.map((task) => outcomeOf(task));
  });
}
