import type { Task } from "./task.js";

/** The right to abort a task, without the right to its result. Hand it out instead of the {@link TaskHandle}. */
export class AbortHandle {
  readonly #task: Task;

  /** @internal */
  constructor(task: Task) {
    this.#task = task;
  }

  /** The task's id. */
  get id(): number {
    return this.#task.id;
  }

  /**
   * Cancels the task: see {@link TaskHandle.abort}.
   *
   * @returns false when the task has ended already
   */
  abort(reason?: unknown): boolean {
    return this.#task.abort(reason);
  }

  isFinished(): boolean {
    return this.#task.isFinished();
  }
}
