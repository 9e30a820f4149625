import type { Task } from "./task.js";
import { describeTask } from "./unhandled-errors.js";

/** What a task was doing when {@link Runtime.dump} looked. */
export interface TaskSnapshot {
  readonly id: number;
  readonly name: string | undefined;
  readonly state: "new" | "ready" | "running" | "waiting" | "ended";
  /** What it waits for, where the primitive can say. */
  readonly waitingFor: string | undefined;
}

export function snapshotOf(task: Task): TaskSnapshot {
  const state = task.activity;
  return { id: task.id, name: task.name, state, waitingFor: state === "waiting" ? task.operation?.describe() : undefined };
}

/** One line per task: `task 3 "worker" waits for Receiver.recv`. */
export function listTasks(tasks: readonly Task[]): string {
  return tasks
    .map((task) => {
      const { state, waitingFor } = snapshotOf(task);
      const doing = state === "waiting" ? `waits for ${waitingFor ?? "something"}` : `is ${state}`;
      return `  ${describeTask(task)} ${doing}`;
    })
    .join("\n");
}
