import { SpawnError, type SpawnOptions, TaskHandle, type Work } from "@portalis/runtime";
import { currentScheduler, type Scheduler, Task } from "@portalis/runtime/kernel";
import type { Siblings } from "./siblings.js";

/** Where the body of a {@link scope} starts its children. */
export class TaskScope {
  readonly #scheduler: Scheduler = currentScheduler();
  readonly #siblings: Siblings;
  #closed = false;
  /**
   * The task of the scope's body, which is no child.
   *
   * @internal
   */
  body: Task | undefined = undefined;

  /** @internal */
  constructor(siblings: Siblings) {
    this.#siblings = siblings;
  }

  /**
   * Starts a child. It ends before the scope does.
   *
   * @throws SpawnError when the scope has ended
   */
  spawn<T>(work: Work<T>, options?: SpawnOptions): TaskHandle<T> {
    if (this.#closed) throw new SpawnError("Cannot start a task in this scope: it has ended. Start it before the scope's body returns.");
    const task = new Task(this.#scheduler, work);
    task.name = options?.name;
    this.#siblings.adopt(task);
    return new TaskHandle<T>(task);
  }

  /** Cancels all children, not the body. The scope goes on: an aborted child is no error. */
  abortAll(reason?: unknown): void {
    this.#siblings.abort(reason, this.body);
  }

  /** @internal */
  close(): void {
    this.#closed = true;
  }
}
