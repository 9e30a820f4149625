import type { Coroutine, Work } from "@portalis/runtime";
import { currentScheduler, PENDING, type Scheduler, Task, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/** Up to how many tasks are kept after they have ended. */
const SMALL = 32;

/** Tasks that belong together and are waited for together. Whoever waits always waits for their cleanup too. */
export class Siblings {
  /** Those that did not complete as they should, in the order in which they ended. */
  readonly broken: Task[] = [];
  readonly #scheduler: Scheduler = currentScheduler();
  readonly #waiters = new WaitQueue();
  readonly #breaks: (task: Task) => boolean;
  #tasks: Task[] = [];
  #running = 0;

  /** @param breaks whether a task that has ended cancels the others */
  constructor(breaks: (task: Task) => boolean) {
    this.#breaks = breaks;
  }

  /** Starts one more. */
  start(work: Work<unknown>): Task {
    return this.adopt(new Task(this.#scheduler, work));
  }

  /** Starts a task that was made already. */
  adopt(task: Task): Task {
    task.observed = true;
    task.onDone = (ended) => this.#ended(ended);
    this.#tasks.push(task);
    this.#running++;
    task.start();
    if (this.broken.length > 0) task.abort(REASON);
    return task;
  }

  /** Cancels all of them but `except`. */
  abort(reason: unknown, except?: Task): void {
    for (const task of this.#tasks) if (task !== except) task.abort(reason);
  }

  /** Waits until all have ended. A cancellation is handed to them, and thrown when they have cleaned up. */
  *finish(): Coroutine<void> {
    let cancellation: { error: unknown } | undefined;
    while (this.#running > 0) {
      try {
        yield* new AllEnded(this.#waiters);
      } catch (error) {
        cancellation ??= { error };
        this.abort("the task that waits for it was cancelled");
      }
    }
    if (cancellation !== undefined) throw cancellation.error;
  }

  #ended(task: Task): void {
    this.#running--;
    if (this.#breaks(task) && this.broken.push(task) === 1) this.abort(REASON);
    if (this.#running === 0) this.#waiters.shift()?.grant();
    // Those that have ended are dropped when they are the greater part, so that a long-lived group does not grow.
    if (this.#tasks.length > SMALL && this.#running * 2 < this.#tasks.length) this.#tasks = this.#tasks.filter((one) => !one.isFinished());
  }
}

const REASON = "another task of the group failed";

class AllEnded extends WaitOperation<void> {
  readonly #waiters: WaitQueue;

  constructor(waiters: WaitQueue) {
    super();
    this.#waiters = waiters;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#waiters.push(waiter);
  }

  override describe(): string {
    return "the end of its child tasks";
  }
}
