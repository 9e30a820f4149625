import { kernel } from "./kernel-state.js";
import type { TaskContext, Work } from "./operation.js";
import { RuntimeError } from "./runtime-error.js";
import type { Coroutine } from "./suspension.js";
import { coroutineOf } from "./coroutine-of.js";

/**
 * Runs `work` inside the task that waits, without a task of its own. A function gets that task's context. The promise of an async function
 * is waited for to its end even when the task is aborted meanwhile (its signal tells it so); the cancellation follows then.
 *
 * @example
 * ```ts
 * function* runExclusive<T>(mutex: AsyncMutex, work: Work<T>): Coroutine<T> {
 *   const guard = yield* mutex.lock();
 *   try {
 *     return yield* perform(work);
 *   } finally {
 *     guard.release();
 *   }
 * }
 * ```
 */
export function* perform<T>(work: Work<T>, context?: TaskContext): Coroutine<T> {
  const task = context ?? kernel.current;
  if (task === undefined) throw new RuntimeError("Cannot perform work here: no task is running. Use run(work) outside tasks.");
  return (yield* coroutineOf(task, work, true)) as T;
}
