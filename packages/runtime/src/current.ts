import { runtime } from "./global-runtime.js";
import { kernel } from "./kernel-state.js";
import type { Runtime } from "./runtime.js";
import type { Scheduler } from "./scheduler.js";
import type { Task } from "./task.js";

/** The task whose step is running; `undefined` in callbacks and outside. */
export function currentTask(): Task | undefined {
  return kernel.current;
}

/** The scheduler of what is running, else that of the global runtime. */
export function currentScheduler(): Scheduler {
  return kernel.running ?? runtime().scheduler;
}

/** The scheduler of `rt`. */
export function schedulerOf(rt: Runtime): Scheduler {
  return rt.scheduler;
}

/**
 * Has `inherit` called whenever a task starts, in all runtimes, with the task that starts it: for values that tasks hand down. Nothing is paid
 * before the first call of this. There is one such function in a process.
 */
export function inheritBy(inherit: (parent: Task | undefined, child: Task) => void): void {
  kernel.inherit ??= inherit;
}
