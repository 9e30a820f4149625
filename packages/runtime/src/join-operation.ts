import type { WaitOptions } from "./abort-signal-like.js";
import { CancelledError } from "./cancelled-error.js";
import { JoinError } from "./join-error.js";
import { kernel } from "./kernel-state.js";
import type { Outcome } from "./outcome.js";
import { RuntimeError } from "./runtime-error.js";
import type { Task } from "./task.js";
import { describeTask } from "./unhandled-errors.js";
import { PENDING, WaitOperation } from "./wait-operation.js";
import { WaitQueue } from "./wait-queue.js";
import type { Waiter } from "./waiter.js";

/** Waits for the end of a task. All who join get the same. */
abstract class EndOperation<T> extends WaitOperation<T> {
  declare protected readonly task: Task;
  /** Keeps the program's handle from being collected while it is waited for: that would mean that nobody asks for the error. */
  declare protected readonly handle: object | undefined;

  constructor(task: Task, handle: object | undefined, options: WaitOptions | undefined) {
    super(options);
    this.task = task;
    this.handle = handle;
  }

  override attempt(): T | typeof PENDING {
    const { task } = this;
    if (task.isFinished()) return this.complete();
    if (kernel.current === task) {
      throw new RuntimeError(`Cannot join ${describeTask(task)} from within itself: it would wait for ever. Return instead.`);
    }
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    (this.task.joiners ??= new WaitQueue()).push(waiter);
  }

  abstract override complete(): T;

  override describe(): string {
    return `the end of ${describeTask(this.task)}`;
  }
}

export class JoinOperation<T> extends EndOperation<T> {
  override complete(): T {
    const { task } = this;
    observe(task);
    if (task.status === "completed") return task.result as T;
    if (task.status === "failed") throw task.result;
    const reason = task.result instanceof CancelledError ? task.result.reason : undefined;
    const why = typeof reason === "string" ? `: ${reason}` : "";
    throw new JoinError(`Cannot join ${describeTask(task)}: it was cancelled${why}.`, task.id, { cause: task.result });
  }
}

export class OutcomeOperation<T> extends EndOperation<Outcome<T>> {
  override complete(): Outcome<T> {
    observe(this.task);
    return outcomeOf<T>(this.task);
  }
}

/** How a task that has ended ended. */
export function outcomeOf<T>(task: Task): Outcome<T> {
  const { status, result } = task;
  if (status === "completed") return { status, value: result as T };
  if (status === "failed") return { status, error: result };
  return { status: "cancelled", reason: result instanceof CancelledError ? result.reason : undefined };
}

function observe(task: Task): void {
  task.observed = true;
  if (task.status === "failed") task.scheduler.unhandled.remove(task);
}
