import type { HostAbortSignal } from "./abort-signal-like.js";
import type { Coroutine, Suspension } from "./suspension.js";

/**
 * Something to wait for, once. `yield*` it inside a task, `await` it anywhere.
 *
 * An operation is lazy: nothing is asked for until it is iterated or awaited. It is for one use: iterating it a second time throws a
 * {@link RuntimeError}; awaiting it again gives the same result, as with a promise. What is ready at once does not suspend under `yield*`.
 *
 * @example
 * ```ts
 * function* inTask(): Coroutine<void> {
 *   yield* sleep(10);
 * }
 * async function anywhere(): Promise<void> {
 *   await sleep(10);
 * }
 * ```
 */
export interface Operation<T> extends PromiseLike<T> {
  [Symbol.iterator](): Iterator<Suspension, T, unknown>;
}

/** What a task that is given as a function gets to know of itself. */
export interface TaskContext {
  /** Aborted when the task is; its reason is the {@link CancelledError}. Made at first use. */
  readonly signal: HostAbortSignal;
  /** Unique in the process, counted from 1. */
  readonly id: number;
  /** The name given to `spawn`. */
  readonly name: string | undefined;
}

/**
 * Anything that can run as a task: a coroutine (the object a `function*` returns), an operation, or a function that returns a coroutine, a
 * promise or just a value. The function is called in the task's first step.
 *
 * Prefer `spawn(worker(rx))` with a `function*` at the top level: one written in place costs the engine ten times more to create.
 */
export type Work<T> = Coroutine<T> | Operation<T> | ((task: TaskContext) => Coroutine<T> | PromiseLike<T> | T);
