import { RuntimeError } from "./runtime-error.js";
import type { Scheduler } from "./scheduler.js";
import type { Task } from "./task.js";
import { listTasks } from "./task-snapshot.js";

/**
 * The tasks that somebody runs to their end, watched where the host owns the loop: it alone can tell that nothing will ever happen again
 * ({@link ProgramHost.onDrained}). Where it cannot tell, a task that waits for ever just waits.
 */
export class DeadlockWatch {
  readonly #scheduler: Scheduler;
  readonly #waiting = new Map<Task, (error: RuntimeError) => void>();
  #end: (() => void) | undefined = undefined;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Gives `result`, which is that of `task`, or the error if nothing will ever end the task. */
  over<T>(task: Task, result: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(task, reject);
      this.#end ??= this.#scheduler.platform.program.onDrained?.(() => this.#drained());
      const settled = (): void => this.#delete(task);
      result.then(settled, settled);
      result.then(resolve, reject);
    });
  }

  #delete(task: Task): void {
    this.#waiting.delete(task);
    if (this.#waiting.size > 0) return;
    this.#end?.();
    this.#end = undefined;
  }

  #drained(): void {
    if (this.#scheduler.readyCount > 0 || this.#scheduler.hasDeadline) return;
    const error = deadlock(this.#scheduler);
    for (const [task, fail] of [...this.#waiting]) {
      this.#delete(task);
      fail(error);
      // Its `finally` blocks run, as far as they come without waiting for the host.
      task.interrupt(error);
    }
    // Holds the host open for one more round: what the program does about the error may end in the same way.
    this.#scheduler.platform.defer(() => undefined);
  }
}

/** The error that lists who waits for what. */
export function deadlock(scheduler: Scheduler): RuntimeError {
  return new RuntimeError(`Cannot go on: every task waits and nothing can wake one (a deadlock).\n${listTasks(scheduler.liveTasks())}`);
}
