import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { checkCapacity } from "./check-capacity.js";
import { LaggedError } from "./lagged-error.js";
import { SendError } from "./send-error.js";
import { checkSendable, type Sendable } from "./sendable.js";

/** What `statistics()` of a broadcast channel's ends tells. Both ends tell the same. */
export interface BroadcastStatistics {
  /** How many values the channel keeps for those who are behind. */
  readonly capacity: number;
  /** How many were sent while there were receivers. */
  readonly sent: number;
  readonly receivers: number;
  /** How many wait for a value. */
  readonly waiting: number;
}

class BroadcastState<T> {
  /** The last `capacity` values; the one with number n lies at n modulo capacity. */
  readonly #values: (T | undefined)[] = [];
  readonly capacity: number;
  /** The number of the next value. */
  next = 0;
  senderClosed = false;
  receivers = 0;
  readonly waiters: WaitQueue = new WaitQueue();

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  put(value: T): void {
    this.#values[this.next % this.capacity] = value;
    this.next++;
    this.wakeAll();
  }

  at(position: number): T {
    return this.#values[position % this.capacity] as T;
  }

  /** The number of the oldest value that is left. */
  get oldest(): number {
    return Math.max(0, this.next - this.capacity);
  }

  statistics(): BroadcastStatistics {
    const { capacity, next, receivers, waiters } = this;
    return { capacity, sent: next, receivers, waiting: waiters.size };
  }

  wakeAll(): void {
    for (let waiter = this.waiters.shift(); waiter !== undefined; waiter = this.waiters.shift()) waiter.grant();
  }
}

/** Where a receiver is. Kept apart from it, so that the waiting operation can share it. */
class Cursor<T> {
  readonly state: BroadcastState<T>;
  position: number;
  /** Where the values end that are for this receiver: set when it closes. */
  end = Infinity;

  constructor(state: BroadcastState<T>) {
    this.state = state;
    this.position = state.next;
  }

  get hasValue(): boolean {
    return this.position < Math.min(this.state.next, this.end);
  }

  /** Whether nothing more will come. */
  get isAtEnd(): boolean {
    return this.state.senderClosed || this.end !== Infinity;
  }

  /** No value that is sent from now on is for this receiver. Whoever waits for one gets the end. */
  close(): void {
    const { state } = this;
    this.end = state.next;
    state.receivers--;
    for (const waiter of [...state.waiters]) {
      if ((waiter.operation as BroadcastRecv<T>).cursor !== this || waiter.parking !== state.waiters) continue;
      state.waiters.remove(waiter);
      waiter.grant();
    }
  }

  take(): T {
    const skipped = Math.min(this.state.oldest, this.end) - this.position;
    if (skipped > 0) {
      this.position += skipped;
      throw new LaggedError(skipped);
    }
    return this.state.at(this.position++);
  }
}

class BroadcastRecv<T> extends WaitOperation<T | undefined> {
  readonly cursor: Cursor<T>;

  constructor(cursor: Cursor<T>, options?: WaitOptions) {
    super(options);
    this.cursor = cursor;
  }

  override attempt(): T | undefined | typeof PENDING {
    const { hasValue, isAtEnd } = this.cursor;
    return hasValue || isAtEnd ? this.complete() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.cursor.state.waiters.push(waiter);
  }

  override complete(): T | undefined {
    return this.cursor.hasValue ? this.cursor.take() : undefined;
  }

  override describe(): string {
    return "BroadcastReceiver.recv";
  }
}

/** The end of a broadcast channel that sends. */
export class BroadcastSender<T> implements Disposable {
  readonly #state: BroadcastState<T>;

  /** @internal */
  constructor(state: BroadcastState<T>) {
    this.#state = state;
  }

  /**
   * Sends a value to every receiver that there is now, at once. It never waits: a receiver that is too slow loses the oldest values and is
   * told how many.
   *
   * @returns how many receivers there are; 0: nobody will get the value
   * @throws SendError with the value, when this sender has closed
   * @throws TypeError for `undefined`
   */
  send(value: T): number {
    checkSendable(value);
    const state = this.#state;
    if (state.senderClosed) throw new SendError("Cannot send: the channel is closed.", value);
    if (state.receivers > 0) state.put(value);
    return state.receivers;
  }

  /** A new receiver, for what is sent from now on. */
  subscribe(): BroadcastReceiver<T> {
    return new BroadcastReceiver(this.#state);
  }

  /** Ends the channel: receivers get what is left and then the end. A second call does nothing. */
  close(): void {
    if (this.#state.senderClosed) return;
    this.#state.senderClosed = true;
    this.#state.wakeAll();
  }

  /** A look inside, for tests and dashboards. */
  statistics(): BroadcastStatistics {
    return this.#state.statistics();
  }

  /** Whether this sender has closed. */
  get isClosed(): boolean {
    return this.#state.senderClosed;
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** An end of a broadcast channel that receives every value. */
export class BroadcastReceiver<T> implements Disposable {
  readonly #cursor: Cursor<T>;
  #open = true;

  /** @internal */
  constructor(state: BroadcastState<T>) {
    this.#cursor = new Cursor(state);
    state.receivers++;
  }

  /**
   * Takes this receiver's next value; waits while there is none. Gives `undefined` at the end of the channel.
   *
   * **Cancel safety.** A cancelled receive has taken nothing: the value is this receiver's next one again.
   *
   * **Order**: that of sending, without gaps but those that a `LaggedError` tells. Constant time.
   *
   * **Closing**: after the sender, or this receiver, has closed, what was sent before comes first, then `undefined`.
   *
   * @throws LaggedError with the number of values missed, when the channel has overwritten some; the next `recv()` gives the oldest left
   * @example
   * ```ts
   * import { broadcast } from "@portalis/channels";
   *
   * const [tx, rx] = broadcast<number>(2);
   * for (const n of [1, 2, 3]) tx.send(n);
   * const { skipped } = await rx.recv().then(undefined, (error) => error);
   * [skipped, await rx.recv()]; // => [1, 2]
   * ```
   */
  recv(options?: WaitOptions): Operation<T | undefined> {
    return new BroadcastRecv(this.#cursor, options);
  }

  /**
   * Takes this receiver's next value if there is one; `undefined` when there is none, or at the end.
   *
   * @throws LaggedError as `recv()`
   */
  tryRecv(): T | undefined {
    return this.#cursor.hasValue ? this.#cursor.take() : undefined;
  }

  /**
   * This receiver is done: `send` no longer counts it. It can still take what was sent before; then, as for one that waits already, comes
   * the end. A second call does nothing.
   */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#cursor.close();
  }

  /** A look inside, for tests and dashboards. */
  statistics(): BroadcastStatistics {
    return this.#cursor.state.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * A channel whose every receiver gets every value. It keeps the last `capacity` values for all of them together.
 *
 * @throws RangeError unless `capacity` is a whole number of at least 1
 * @example
 * ```ts
 * import { broadcast } from "@portalis/channels";
 *
 * const [tx, first] = broadcast<string>(8);
 * const second = tx.subscribe();
 * tx.send("news"); // => 2
 * [await first.recv(), await second.recv()]; // => ["news", "news"]
 * ```
 */
export function broadcast<T extends Sendable>(capacity: number): [BroadcastSender<T>, BroadcastReceiver<T>] {
  checkCapacity(capacity, "make a broadcast channel");
  const state = new BroadcastState<T>(capacity);
  return [new BroadcastSender(state), new BroadcastReceiver(state)];
}
