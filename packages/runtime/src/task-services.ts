import { kernel } from "./kernel-state.js";
import type { Work } from "./operation.js";
import type { Coroutine } from "./suspension.js";

/** What a primitive may want of tasks without bringing the scheduler along. */
export interface TaskServices {
  /** Runs `work` inside the task that waits. */
  perform<T>(work: Work<T>): Coroutine<T>;
  /** Runs `work` as a task of the current runtime, else of the global one. */
  run<T>(work: Work<T>): Promise<T>;
}

/**
 * The services of tasks, where the program has loaded tasks at all: always inside a task; outside only when something of the program imports
 * `spawn`, `run` or `Runtime`. A primitive that asks for them here instead of importing them stays small when it is used alone.
 */
export function taskServices(): TaskServices | undefined {
  return kernel.services;
}
