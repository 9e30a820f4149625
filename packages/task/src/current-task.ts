import type { TaskContext } from "@portalis/runtime";
import { currentTask as kernelTask } from "@portalis/runtime/kernel";

/**
 * The task that is running, as it knows itself: its id, its name, its signal. `undefined` outside tasks, and behind an `await` of an async
 * function, where no engine can tell.
 *
 * @example
 * ```ts
 * console.log(`${currentTask()?.name ?? "no task"}: starting`);
 * ```
 */
export function currentTask(): TaskContext | undefined {
  return kernelTask();
}
