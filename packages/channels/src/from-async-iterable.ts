import { type PullResult, receiverOf } from "./pull-source.js";
import type { Receiver } from "./receiver.js";
import type { Sendable } from "./sendable.js";

/** How much an adapter reads ahead. */
export interface ReadAheadOptions {
  /** How many values are asked for before anyone receives them. Default 1. */
  readonly capacity?: number | undefined;
}

/**
 * A receiver of the values of an async iterable (or an ordinary one): a generator, a Node stream, another library's queue. The way back
 * needs no function: a `Receiver` is an async iterable.
 *
 * - **Back-pressure**: it asks for a value only when there is a place for it, at first at once.
 * - **Order**: that of the source.
 * - **Closing**: when the source ends, so does the receiver. `close()` of the receiver calls the iterator's `return()`, so that its
 *   `finally` blocks run; values read ahead can still be received.
 * - **Errors**: what the source throws is thrown by `recv()` after all values before it, and by every later `recv()`.
 * - **Cancel safety.** A cancelled `recv()` has taken nothing, as with every receiver: a value that comes later is there for the next one.
 *
 * @throws RangeError unless `capacity` is a whole number of at least 1
 * @example
 * ```ts
 * import { fromAsyncIterable } from "@portalis/channels";
 *
 * async function* numbers(): AsyncGenerator<number> {
 *   yield 1;
 *   yield 2;
 * }
 * const rx = fromAsyncIterable(numbers());
 * [await rx.recv(), await rx.recv(), await rx.recv()]; // => [1, 2, undefined]
 * ```
 */
export function fromAsyncIterable<T extends Sendable>(
  source: AsyncIterable<T> | Iterable<T>,
  { capacity = 1 }: ReadAheadOptions = {},
): Receiver<T> {
  const iterator = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  return receiverOf<T>(
    { pull: () => iterator.next() as PullResult<T> | PromiseLike<PullResult<T>>, stop: () => iterator.return?.() },
    capacity,
  );
}
