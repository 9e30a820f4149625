import { RuntimeError } from "./runtime-error.js";
import type { Scheduler } from "./scheduler.js";
import type { Task, TaskStatus } from "./task.js";

/**
 * Something that happened to a task.
 *
 * - `spawn`: it was started. `by` is the task that did it.
 * - `step`: it runs until its next suspension.
 * - `wait`: it has suspended and waits. `waitingFor` says for what, where the primitive can say.
 * - `wake`: its wait has ended and it is ready. `by` is the task that did it.
 * - `cancel`: an error is on its way into it: an abort, a timeout.
 * - `done`: it has ended. `status` says how.
 */
export interface TaskEvent {
  readonly type: "spawn" | "step" | "wait" | "wake" | "cancel" | "done";
  readonly id: number;
  readonly name: string | undefined;
  /** Milliseconds of the runtime's clock. */
  readonly at: number;
  /** The task whose step made this happen; `undefined`: a timer, the host, code outside tasks. */
  readonly by: number | undefined;
  readonly waitingFor: string | undefined;
  readonly status: TaskStatus;
}

export type TaskEventListener = (event: TaskEvent) => void;

/** Those who listen to the tasks of a scheduler. There is no such object while nobody listens. */
export class TaskEvents {
  readonly listeners: Set<TaskEventListener> = new Set<TaskEventListener>();
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  emit(type: TaskEvent["type"], task: Task, by: Task | undefined): void {
    const event: TaskEvent = {
      type,
      id: task.id,
      name: task.name,
      at: this.#scheduler.now(),
      by: by?.id,
      waitingFor: type === "wait" ? task.operation?.describe() : undefined,
      status: task.status,
    };
    for (const listener of this.listeners) {
      try {
        listener(event);
      } catch (cause) {
        this.#scheduler.report(new RuntimeError("A listener for task events failed.", { cause }));
      }
    }
  }
}
