import type { Task } from "./task.js";

const FRAMES = 10;

/** Where tasks were started, kept for debugging. */
const sites = new WeakMap<Task, string>();

const errors = Error as { stackTraceLimit?: number };

/** The folder of this file, as stacks show it: our own frames are left out. A bundle has no such folder to itself. */
const ownFolder = /[(@ ]([^(@ ]*[/\\])spawn-sites\.[cm]?[jt]s:/.exec(new Error().stack ?? "")?.[1];

/** Notes where `task` is being started. */
export function noteSpawnSite(task: Task): void {
  const { stackTraceLimit } = errors;
  if (stackTraceLimit !== undefined) errors.stackTraceLimit = FRAMES * 2;
  const stack = new Error().stack ?? "";
  if (stackTraceLimit !== undefined) errors.stackTraceLimit = stackTraceLimit;
  const frames = stack.split("\n").filter((line) => /:\d+/.test(line) && (ownFolder === undefined || !line.includes(ownFolder)));
  sites.set(task, frames.slice(0, FRAMES).join("\n"));
}

/** The stack of the one who started `task`, nearest frame first; `undefined` unless the runtime debugs. */
export function spawnSiteOf(task: Task): string | undefined {
  return sites.get(task);
}
