import { CancelledError } from "@portalis/runtime";
import { ReadyEntry, type Scheduler, type Task } from "@portalis/runtime/kernel";

/** What is thrown into work whose time is over. Timeouts of nested work that expire in the same turn share one. */
class TimeIsOver extends CancelledError {
  /** How many timeouts have asked for it and have not seen it pass. */
  timers = 0;
}

/**
 * The timer beside a task that cancels what the task does inside a `timeout`. There is no other task, and no race.
 *
 * When cancellations meet in one turn, only one is thrown, as in asyncio. An abort wins over a timeout, whichever came first: the timeout has
 * then had its chance, and work that survives the abort is no longer limited by it. Of timeouts it is the outermost that says so.
 */
export class DeadlineTimer extends ReadyEntry {
  readonly #task: Task;
  #thrown: TimeIsOver | undefined = undefined;
  #armed = true;

  constructor(task: Task, deadline: number) {
    super();
    this.#task = task;
    task.scheduler.addTimer(deadline, this);
  }

  /**
   * The work has ended.
   *
   * @param error what it threw
   * @returns whether that was because this time was over
   */
  disarm(error?: unknown): boolean {
    if (this.#armed) {
      this.#armed = false;
      this.#task.scheduler.removeTimer(this);
    }
    const thrown = this.#thrown;
    this.#thrown = undefined;
    return thrown !== undefined && --thrown.timers === 0 && error === thrown;
  }

  override expire(scheduler: Scheduler): void {
    if (!this.#armed) return;
    const task = this.#task;
    const onItsWay = task.injected ? task.injectedError : undefined;
    if (onItsWay instanceof TimeIsOver) {
      this.#expireWith(onItsWay);
    } else if (onItsWay instanceof CancelledError) {
      this.#armed = false;
    } else if (task.injected) {
      // The wait has just failed. Should the work survive that, its time is over after its step.
      scheduler.ready(this);
    } else {
      const error = new TimeIsOver("a timeout");
      this.#expireWith(error);
      task.interrupt(error);
    }
  }

  override run(): void {
    this.expire(this.#task.scheduler);
  }

  #expireWith(error: TimeIsOver): void {
    this.#armed = false;
    this.#thrown = error;
    error.timers++;
  }
}
