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
