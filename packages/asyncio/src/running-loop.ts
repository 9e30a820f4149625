import { currentTask } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";

/** What belongs to a loop: the owners of the kernel's tasks. */
interface OnLoop {
  readonly _loop: EventLoop;
}

/** The loop of the callback that runs; `undefined` while a task runs or nothing of asyncio does. */
let callbackLoop: EventLoop | undefined;

/**
 * The loop of what is running: of the task whose step it is, or of the callback.
 *
 * Several loops may share one runtime, so there is no single "current" loop to remember; a task of the runtime's own that runs
 * between asyncio's has none.
 */
export function runningLoop(): EventLoop | undefined {
  const task = currentTask();
  return task === undefined ? callbackLoop : (task.owner as OnLoop | undefined)?._loop;
}

/** Notes that a callback of `loop` begins. Returns what {@link endCallback} takes. */
export function beginCallback(loop: EventLoop): EventLoop | undefined {
  const outer = callbackLoop;
  callbackLoop = loop;
  return outer;
}

/** Notes that the callback has ended. */
export function endCallback(outer: EventLoop | undefined): void {
  callbackLoop = outer;
}
