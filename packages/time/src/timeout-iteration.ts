import { RuntimeError, type Suspension } from "@portalis/runtime";
import { currentTask, type Scheduler } from "@portalis/runtime/kernel";
import { DeadlineTimer } from "./deadline-timer.js";
import { TimeoutError } from "./timeout-error.js";

/** When the time is over: counted from `now`, and how to say it. */
export interface Limit {
  deadline(now: number): number;
  readonly text: string;
}

/**
 * Runs work inside the waiting task with a timer beside it. Work that is ready at once never touches the timers. The results of the work are
 * passed through untouched, so that suspending costs nothing more.
 */
export class TimeoutIteration<T> implements Iterator<Suspension, T, unknown> {
  readonly #inner: Iterator<Suspension, T, unknown>;
  readonly #limit: Limit;
  #scheduler: Scheduler | undefined = undefined;
  #timer: DeadlineTimer | undefined = undefined;
  #start = 0;

  constructor(inner: Iterator<Suspension, T, unknown>, limit: Limit) {
    this.#inner = inner;
    this.#limit = limit;
  }

  next(): IteratorResult<Suspension, T> {
    let result: IteratorResult<Suspension, T>;
    try {
      result = this.#inner.next();
    } catch (error) {
      throw this.#translate(error);
    }
    return this.#passOn(result);
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    let result: IteratorResult<Suspension, T>;
    try {
      if (this.#inner.throw === undefined) throw error;
      result = this.#inner.throw(error);
    } catch (thrown) {
      throw this.#translate(thrown);
    }
    return this.#passOn(result);
  }

  return(value: T): IteratorResult<Suspension, T> {
    this.#timer?.disarm();
    return this.#inner.return?.(value) ?? { done: true, value };
  }

  #passOn(result: IteratorResult<Suspension, T>): IteratorResult<Suspension, T> {
    if (result.done === true) this.#timer?.disarm();
    else if (this.#timer === undefined) this.#arm();
    return result;
  }

  /** The work has ended with an error: when that is the one our timer has thrown into it, the time was over. */
  #translate(error: unknown): unknown {
    return this.#timer?.disarm(error) === true ? this.#timeoutError(error) : error;
  }

  #arm(): void {
    const task = currentTask();
    if (task === undefined) throw new RuntimeError("Cannot wait with a timeout: no task is running. Use await outside tasks.");
    const { scheduler } = task;
    const now = scheduler.now();
    this.#start = now;
    this.#scheduler = scheduler;
    this.#timer = new DeadlineTimer(task, this.#limit.deadline(now));
  }

  #timeoutError(cause: unknown): TimeoutError {
    const elapsed = (this.#scheduler?.now() ?? 0) - this.#start;
    return new TimeoutError(`The work took too long: ${this.#limit.text} passed.`, elapsed, { cause });
  }
}
