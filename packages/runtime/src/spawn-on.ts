import type { Work } from "./operation.js";
import type { Scheduler } from "./scheduler.js";
import { Task } from "./task.js";
import { TaskHandle } from "./task-handle.js";

/** How a task is started. */
export interface SpawnOptions {
  /** Shown in dumps and reports. */
  readonly name?: string | undefined;
}

/** Starts `work` as a task of `scheduler`. */
export function spawnOn<T>(scheduler: Scheduler, work: Work<T>, options?: SpawnOptions): TaskHandle<T> {
  const task = new Task(scheduler, work);
  if (options !== undefined) task.name = options.name;
  const handle = new TaskHandle<T>(task);
  task.owner = handle;
  task.start();
  return handle;
}
