import type { Operation, WaitOptions } from "@portalis/runtime";
import type { ChannelState, ChannelStatistics } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { RecvManyOperation, RecvOperation } from "./receive-operations.js";

/** The receiving end of a channel, also an async iterable. */
export class Receiver<T> implements Disposable, AsyncIterable<T> {
  /** @internal */
  protected readonly channel: ChannelState<T>;
  #open = true;

  /** @internal */
  constructor(channel: ChannelState<T>) {
    this.channel = channel;
  }

  /**
   * Takes the oldest value; waits while there is none. Gives `undefined` when the channel is at its end: closed, and all received.
   *
   * **Cancel safety.** A cancelled receive has taken nothing: a value that had just been granted stays at the front, for the next one who
   * waits or asks. With `{ signal }`, an abort before the grant rejects with the signal's reason; after the grant the signal no longer
   * matters.
   *
   * **Order**: first come, first served; the oldest value first. Constant time, however many wait.
   *
   * **Closing**: after the last sender, or this receiver, has closed, what is left comes first, then `undefined`, to all who wait too.
   *
   * @throws the error of the source, at the end, when an adapter such as `fromReadable` fills the channel
   * @example
   * ```ts
   * import { mpsc } from "@portalis/channels";
   *
   * const [tx, rx] = mpsc.bounded<string>(1);
   * await tx.send("value");
   * tx.close();
   * [await rx.recv(), await rx.recv()]; // => ["value", undefined]
   * ```
   */
  recv(options?: WaitOptions): Operation<T | undefined> {
    return new RecvOperation(this.channel, options);
  }

  /** Takes the oldest value if there is one that nobody waits for; `undefined` when there is none, or at the end. */
  tryRecv(): T | undefined {
    return this.channel.hasValue ? this.channel.take() : undefined;
  }

  /**
   * Takes up to `max` values at once; waits only while there is none. Gives an empty array at the end of the channel.
   *
   * **Cancel safety.** As `recv()`: a cancelled receive has taken nothing.
   *
   * **Order**: as `recv()`. Time in proportion to the number of values it gives.
   *
   * **Closing**: as `recv()`.
   *
   * @throws as `recv()`; RangeError at once, unless `max` is a whole number of at least 1
   * @example
   * ```ts
   * import { mpsc } from "@portalis/channels";
   *
   * const [tx, rx] = mpsc.unbounded<number>();
   * for (const n of [1, 2, 3]) tx.trySend(n);
   * await rx.recvMany(2); // => [1, 2]
   * ```
   */
  recvMany(max: number, options?: WaitOptions): Operation<T[]> {
    checkCapacity(max, "receive many values");
    return new RecvManyOperation(this.channel, max, options);
  }

  /**
   * Refuses further values: a `send`, also one that waits, throws a `SendError` with its value. What is buffered, and what permits still
   * hold places for, can be received; then comes the end. A second call does nothing.
   */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.channel.receiverClosed();
  }

  /** How many values are buffered. */
  get size(): number {
    return this.channel.buffer.size;
  }

  /** Whether nothing more can be sent: this end has closed, or all senders have. There may be values left to receive. */
  get isClosed(): boolean {
    return !this.#open || this.channel.senders === 0;
  }

  /** Whether this end has not closed. */
  protected get isOpen(): boolean {
    return this.#open;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): ChannelStatistics {
    return this.channel.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  /**
   * The values until the end, for `for await`. Leaving the loop early takes nothing more and leaves the channel open. To iterate inside a
   * coroutine, loop over `yield* receiver.recv()` until it gives `undefined`.
   */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return { next: () => this.recv().then(toResult) as Promise<IteratorResult<T, undefined>> };
  }
}

function toResult<T>(value: T | undefined): IteratorResult<T, undefined> {
  return value === undefined ? { done: true, value: undefined } : { done: false, value };
}
