import { CancelledError } from "@portalis/runtime";
import { ReadyEntry, type Scheduler, type Task } from "@portalis/runtime/kernel";

/** The timer beside a task that cancels what the task does inside a `timeout`. There is no other task, and no race. */
export class DeadlineTimer extends ReadyEntry {
  /** What was thrown into the work when the deadline passed. */
  thrown: CancelledError | undefined = undefined;
  readonly #task: Task;
  #armed = true;

  constructor(task: Task, deadline: number) {
    super();
    this.#task = task;
    task.scheduler.addTimer(deadline, this);
  }

  /** The work has ended. */
  disarm(): void {
    this.#armed = false;
    this.#task.scheduler.removeTimer(this);
  }

  override expire(scheduler: Scheduler): void {
    if (!this.#armed) return;
    if (this.#task.injected) {
      // Another cancellation is on its way. Should the work survive that one, it gets ours after its step.
      scheduler.ready(this);
      return;
    }
    this.thrown = new CancelledError("a timeout");
    this.#task.interrupt(this.thrown);
  }

  override run(): void {
    this.expire(this.#task.scheduler);
  }
}
