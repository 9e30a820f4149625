import { currentScheduler } from "./current.js";
import type { Operation } from "./operation.js";
import { RuntimeError } from "./runtime-error.js";
import type { Coroutine, Suspension } from "./suspension.js";
import { Task } from "./task.js";

class ComposedOperation<T> implements Operation<T> {
  #start: (() => Coroutine<T>) | undefined;
  #promise: Promise<T> | undefined = undefined;

  constructor(start: () => Coroutine<T>) {
    this.#start = start;
  }

  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    return this.#take();
  }

  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    return (this.#promise ??= this.#begin()).then(onFulfilled, onRejected);
  }

  #begin(): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const task = new Task(currentScheduler(), this.#take());
      task.observed = true;
      task.onDone = ({ status, result }) => {
        if (status === "completed") resolve(result as T);
        else reject(result);
      };
      task.start();
    });
  }

  #take(): Coroutine<T> {
    const start = this.#start;
    if (start === undefined) throw new RuntimeError("Cannot use an operation twice: it was used already. Call the function again.");
    this.#start = undefined;
    return start();
  }
}

/**
 * Makes an operation out of a coroutine: under `yield*` it runs inside the task that waits, awaited it runs as a task of its own. Lazy and
 * for one use, as every operation.
 *
 * @example
 * ```ts
 * function pause(times: number): Operation<void> {
 *   return operation(function* () {
 *     for (let i = 0; i < times; i++) yield;
 *   });
 * }
 * ```
 */
export function operation<T>(start: () => Coroutine<T>): Operation<T> {
  return new ComposedOperation(start);
}
