import type { CoroutineFrame } from "./coroutine-frame.js";
import { coroutineName } from "./coroutine-function.js";
import { spawnSiteOf } from "./spawn-sites.js";
import type { Task } from "./task.js";
import { describeTask } from "./unhandled-errors.js";

/** What a task was doing when {@link Runtime.dump} looked. */
export interface TaskSnapshot {
  readonly id: number;
  readonly name: string | undefined;
  readonly state: "new" | "ready" | "running" | "waiting" | "ended";
  /** What it waits for, where the primitive can say. */
  readonly waitingFor: string | undefined;
  /**
   * Who awaits whom inside the task: the names of its coroutine objects (`call`, Python's coroutines), outermost first. Plain `yield*` between
   * generators leaves no trace.
   */
  readonly awaiting: readonly string[];
  /** With `debug: true`: the stack of the one who started it, nearest frame first. */
  readonly spawnedAt: string | undefined;
}

export function snapshotOf(task: Task): TaskSnapshot {
  const state = task.activity;
  return {
    id: task.id,
    name: task.name,
    state,
    waitingFor: state === "waiting" ? task.operation?.describe() : undefined,
    awaiting: awaitChain(task.frame),
    spawnedAt: spawnSiteOf(task),
  };
}

/** Two lines at most per task: `task 3 "worker" waits for Receiver.recv in main > handle`, and where it was started. */
export function listTasks(tasks: readonly Task[]): string {
  return tasks
    .map((task) => {
      const { state, waitingFor, awaiting, spawnedAt } = snapshotOf(task);
      const doing = state === "waiting" ? `waits for ${waitingFor ?? "something"}` : `is ${state}`;
      const chain = awaiting.length === 0 ? "" : ` in ${awaiting.join(" > ")}`;
      const site = spawnedAt === undefined ? "" : `\n    started${spawnedAt.split("\n", 1).join("").replace(/^\s*/, " ")}`;
      return `  ${describeTask(task)} ${doing}${chain}${site}`;
    })
    .join("\n");
}

function awaitChain(innermost: CoroutineFrame | undefined): string[] {
  const names: string[] = [];
  for (let frame = innermost; frame !== undefined; frame = frame.parent) names.push(coroutineName(frame.coroutine) ?? "(anonymous)");
  return names.reverse();
}
