import type { Operation, Work } from "@portalis/runtime";
import { currentScheduler, operation, perform } from "@portalis/runtime/kernel";
import { TaskLocal } from "@portalis/task";
import { checkMilliseconds, deadlineAfter } from "./deadline-after.js";
import { Instant } from "./instant.js";
import { timeoutAt } from "./timeout.js";

/** The nearest deadline of the running task. */
const nearest = new TaskLocal<Instant>();

/**
 * Gives `work` at most `ms` milliseconds, counted from when the operation is awaited or iterated, and lets all that it calls know: see
 * {@link remainingTime}. Otherwise as {@link timeout}.
 *
 * Inside another `deadline` the nearest wins: one that ends later than the one around it changes nothing and needs no timer. Tasks that the
 * work spawns see the deadline too; they are not cancelled by it, unless the work is what cancels them.
 *
 * @throws TimeoutError when the time is over and the work has cleaned up; RangeError at once for NaN
 *
 * @example
 * ```ts
 * import { run } from "@portalis/runtime";
 * import { deadline, remainingTime, sleep } from "@portalis/time";
 *
 * await run(
 *   deadline(1_000, function* () {
 *     yield* deadline(60_000, function* () {
 *       if (remainingTime() > 1_000) throw new Error("the nearest wins");
 *       yield* sleep(1);
 *     });
 *   }),
 * );
 * ```
 */
export function deadline<T>(ms: number, work: Work<T>): Operation<T> {
  checkMilliseconds("set a deadline", ms);
  return operation(function* () {
    const at = deadlineAfter(currentScheduler().now(), ms);
    const around = nearest.get();
    if (around !== undefined && around.at <= at) return yield* perform(work);
    const end = new Instant(at);
    return yield* nearest.run(end, timeoutAt(end, work));
  });
}

/** Milliseconds until the nearest {@link deadline} of the running task: 0 when it has passed, `Infinity` without one and outside tasks. */
export function remainingTime(): number {
  const end = nearest.get();
  return end === undefined ? Infinity : Math.max(0, end.at - currentScheduler().now());
}
