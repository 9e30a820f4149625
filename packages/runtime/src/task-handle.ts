import { AbortHandle } from "./abort-handle.js";
import type { WaitOptions } from "./abort-signal-like.js";
import { JoinOperation, OutcomeOperation } from "./join-operation.js";
import type { Operation } from "./operation.js";
import type { Outcome } from "./outcome.js";
import type { Task } from "./task.js";

/**
 * A task that was started. Dropping the handle does not stop the task: the runtime holds it until it has ended.
 *
 * A handle is not awaitable itself, so that an async function may return one.
 *
 * @example
 * ```ts
 * const handle = spawn(worker(rx), { name: "worker" });
 * handle.abort("no longer needed");
 * const outcome = await handle.outcome(); // { status: "cancelled", reason: "no longer needed" }
 * ```
 */
export class TaskHandle<T> {
  readonly #task: Task;

  /** @internal */
  constructor(task: Task) {
    this.#task = task;
  }

  /** Unique in the process, counted from 1. */
  get id(): number {
    return this.#task.id;
  }

  /** The name given to `spawn`. */
  get name(): string | undefined {
    return this.#task.name;
  }

  /**
   * Waits for the end of the task and gives its value. Those who join are woken in the order in which they came, one turn after the end.
   * Cancelling the wait does not cancel the task.
   *
   * @throws the task's own error, {@link JoinError} when the task was cancelled, {@link RuntimeError} inside the task itself
   */
  join(options?: WaitOptions): Operation<T> {
    return new JoinOperation<T>(this.#task, this, options);
  }

  /** Waits for the end of the task as {@link TaskHandle.join} does and says how it ended. Never throws the task's error. */
  outcome(options?: WaitOptions): Operation<Outcome<T>> {
    return new OutcomeOperation<T>(this.#task, this, options);
  }

  /**
   * Cancels the task: throws a {@link CancelledError} at its suspension point in its next step. Its `finally` blocks run and may wait; it has
   * ended when they have. A task that has not run yet runs nothing. Aborting again throws again, also inside `finally`. A task that is
   * an async function is told by its `signal` instead.
   *
   * @returns false when the task has ended already
   */
  abort(reason?: unknown): boolean {
    return this.#task.abort(reason);
  }

  /** Whether the task has ended, its `finally` blocks included. */
  isFinished(): boolean {
    return this.#task.isFinished();
  }

  /** The right to abort, to hand out. */
  abortHandle(): AbortHandle {
    return new AbortHandle(this.#task);
  }
}
