import type { WaitOptions } from "./abort-signal-like.js";
import type { Operation } from "./operation.js";
import type { Parking } from "./parking.js";
import { PENDING, WaitOperation } from "./wait-operation.js";
import type { Waiter } from "./waiter.js";

/** The place of one wait for a promise. A promise cannot be told that nobody waits any more: it then finds the place empty. */
class PromisePlace implements Parking {
  #waiter: Waiter | undefined;

  constructor(waiter: Waiter) {
    this.#waiter = waiter;
  }

  remove(): void {
    this.#waiter = undefined;
  }

  take(): Waiter | undefined {
    const waiter = this.#waiter;
    this.#waiter = undefined;
    if (waiter !== undefined) waiter.parking = undefined;
    return waiter;
  }
}

class UntilOperation<T> extends WaitOperation<T> {
  readonly #promise: PromiseLike<T>;

  constructor(promise: PromiseLike<T>, options: WaitOptions | undefined) {
    super(options);
    this.#promise = promise;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    const place = new PromisePlace(waiter);
    waiter.parking = place;
    this.#promise.then(
      (value) => place.take()?.grant(value),
      (error: unknown) => place.take()?.fail(error),
    );
  }

  override describe(): string {
    return "a promise";
  }
}

/**
 * The way back from promises: an operation that waits for `promise` inside a coroutine. Gives its value or throws its reason.
 *
 * Cancelling the wait does not stop what the promise stands for; give that a signal of its own.
 *
 * @example
 * ```ts
 * function* load(url: string): Coroutine<string> {
 *   const response = yield* until(fetch(url));
 *   return yield* until(response.text());
 * }
 * ```
 */
export function until<T>(promise: PromiseLike<T>, options?: WaitOptions): Operation<T> {
  return new UntilOperation(promise, options);
}
