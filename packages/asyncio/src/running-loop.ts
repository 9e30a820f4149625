import { contextvars } from "@portalis/python";
import { currentTask } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";
import { TaskSteps } from "./task-steps.js";

/** What runs for a loop in a context: tasks and callbacks. */
export interface RunsOnLoop {
  readonly _loop: EventLoop;
  readonly _context: contextvars.Context;
}

/** The callback that runs; `undefined` while a task runs or nothing of asyncio does. */
let callback: RunsOnLoop | undefined;

function running(): RunsOnLoop | undefined {
  const task = currentTask();
  if (task === undefined) return callback;
  return task instanceof TaskSteps ? task.owner : undefined;
}

/**
 * The loop of what is running: of the task whose step it is, or of the callback.
 *
 * Several loops may share one runtime, so there is no single "current" loop to remember; a task of the runtime's own that runs
 * between asyncio's has none.
 */
export function runningLoop(): EventLoop | undefined {
  return running()?._loop;
}

contextvars.contextHooks.current = () => running()?._context;

/** Notes that a callback begins. Returns what {@link endCallback} takes. */
export function beginCallback(handle: RunsOnLoop): RunsOnLoop | undefined {
  const outer = callback;
  callback = handle;
  return outer;
}

/** Notes that the callback has ended. */
export function endCallback(outer: RunsOnLoop | undefined): void {
  callback = outer;
}
