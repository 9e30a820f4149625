import { type Coroutine, type Operation, RuntimeError, type Suspension, type Work } from "@portalis/runtime";
import { currentScheduler, operation } from "@portalis/runtime/kernel";
import { abortable } from "@portalis/task";
import { checkMilliseconds, deadlineAfter } from "./deadline-after.js";
import type { Instant } from "./instant.js";
import { type Limit, TimeoutIteration } from "./timeout-iteration.js";

class TimeoutOperation<T> implements Operation<T> {
  #work: Work<T> | undefined;
  readonly #limit: Limit;
  #promise: Promise<T> | undefined = undefined;

  constructor(work: Work<T>, limit: Limit) {
    this.#work = work;
    this.#limit = limit;
  }

  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    const work = this.#work;
    if (work === undefined) throw new RuntimeError("Cannot use a timeout twice: it was used already. Call the function again.");
    this.#work = undefined;
    currentScheduler().requireTime();
    // A function gets a task of its own, so that its signal is aborted by the timeout and not by the abort of the caller alone.
    const inner = typeof work === "function" ? abortable(work)[0] : work;
    return new TimeoutIteration(inner[Symbol.iterator](), this.#limit);
  }

  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    this.#promise ??= Promise.resolve(operation(() => inside(this)));
    return this.#promise.then(onFulfilled, onRejected);
  }
}

function* inside<T>(work: Operation<T>): Coroutine<T> {
  return yield* work;
}

/**
 * Gives `work` at most `ms` milliseconds, counted from its first suspension. Then {@link CancelledError} is thrown into it; when it has cleaned
 * up, `timeout` throws {@link TimeoutError}. Work that is ready at once never needs the timer. Under `yield*` a coroutine or an operation runs
 * inside the waiting task; a function runs as a task of its own, whose signal is aborted.
 *
 * A coroutine that catches the cancellation and returns has been in time after all, as in asyncio. Nested timeouts: the nearest wins. An
 * operation that was granted but has not gone on when the time is over gives its grant back.
 *
 * 0 or less: the work gets as far as it comes without waiting. `Infinity`: no limit.
 *
 * @throws RangeError at once for NaN
 *
 * @example
 * ```ts
 * const reply = yield* timeout(1_000, connection.recv());
 * ```
 */
export function timeout<T>(ms: number, work: Work<T>): Operation<T> {
  checkMilliseconds("set a timeout", ms);
  return new TimeoutOperation(work, { deadline: (now) => deadlineAfter(now, ms), text: `${ms} ms` });
}

/**
 * Gives `work` time until `instant`: as {@link timeout}, with a fixed end. One that has passed is a timeout of 0.
 *
 * @example
 * ```ts
 * const end = Instant.now().plus(5_000);
 * for (const part of parts) yield* timeoutAt(end, send(part)); // 5 s for all of them
 * ```
 */
export function timeoutAt<T>(instant: Instant, work: Work<T>): Operation<T> {
  return new TimeoutOperation(work, { deadline: () => instant.at, text: "the deadline" });
}
