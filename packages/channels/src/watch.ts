import type { Coroutine, Operation, WaitOptions } from "@portalis/runtime";
import { operation, PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { RecvError } from "./recv-error.js";
import { SendError } from "./send-error.js";
import { checkSendable, type Sendable } from "./sendable.js";

/** What `statistics()` of a watch channel's ends tells. Both ends tell the same. */
export interface WatchStatistics {
  /** How often the value has changed. */
  readonly changes: number;
  readonly receivers: number;
  /** How many wait for a change. */
  readonly waiting: number;
}

class WatchState<T> {
  value: T;
  /** Counts the changes. */
  version = 0;
  senderClosed = false;
  receivers = 0;
  readonly changeWaiters: WaitQueue = new WaitQueue();
  readonly closeWaiters: WaitQueue = new WaitQueue();

  constructor(value: T) {
    this.value = value;
  }

  statistics(): WatchStatistics {
    return { changes: this.version, receivers: this.receivers, waiting: this.changeWaiters.size };
  }

  changed(): void {
    this.version++;
    wakeAll(this.changeWaiters);
  }

  close(): void {
    this.senderClosed = true;
    wakeAll(this.changeWaiters);
  }
}

function wakeAll(waiters: WaitQueue): void {
  for (let waiter = waiters.shift(); waiter !== undefined; waiter = waiters.shift()) waiter.grant();
}

/** What a receiver has seen. Kept apart from it, so that the waiting operation can share it. */
interface Seen {
  version: number;
  isClosed: boolean;
}

class ChangedOperation<T> extends WaitOperation<boolean> {
  readonly #state: WatchState<T>;
  readonly seen: Seen;

  constructor(state: WatchState<T>, seen: Seen, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.seen = seen;
  }

  override attempt(): boolean | typeof PENDING {
    const isNew = this.seen.version !== this.#state.version;
    return isNew || this.seen.isClosed || this.#state.senderClosed ? this.complete() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.changeWaiters.push(waiter);
  }

  override complete(): boolean {
    const isNew = this.seen.version !== this.#state.version;
    this.seen.version = this.#state.version;
    return isNew;
  }

  override describe(): string {
    return "WatchReceiver.changed";
  }
}

class WatchClosed extends WaitOperation<void> {
  readonly #state: WatchState<unknown>;

  constructor(state: WatchState<unknown>, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#state.receivers === 0 ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.closeWaiters.push(waiter);
  }

  override describe(): string {
    return "WatchSender.closed";
  }
}

/** The end of a watch channel that changes the value. */
export class WatchSender<T> implements Disposable {
  readonly #state: WatchState<T>;

  /** @internal */
  constructor(state: WatchState<T>) {
    this.#state = state;
  }

  /**
   * Replaces the value, at once, and wakes all who wait for a change. Works without receivers too: later ones find the value.
   *
   * @throws SendError with the value, when this sender has closed
   * @throws TypeError for `undefined`
   */
  send(value: T): void {
    checkSendable(value);
    if (this.#state.senderClosed) throw new SendError("Cannot send: the channel is closed.", value);
    this.#state.value = value;
    this.#state.changed();
  }

  /** Changes the value in place with `modify`, and wakes all who wait. When `modify` throws, nobody is woken and the error is passed on. */
  sendModify(modify: (value: T) => void): void {
    this.sendIfModified((value) => {
      modify(value);
      return true;
    });
  }

  /**
   * Changes the value in place with `modify`, and wakes all who wait only when it says that it has changed something.
   *
   * @returns what `modify` said
   * @throws SendError with the current value, when this sender has closed
   */
  sendIfModified(modify: (value: T) => boolean): boolean {
    const state = this.#state;
    if (state.senderClosed) throw new SendError("Cannot send: the channel is closed.", state.value);
    const isModified = modify(state.value);
    if (isModified) state.changed();
    return isModified;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): WatchStatistics {
    return this.#state.statistics();
  }

  /** A new receiver. It has seen the value that is there now. */
  subscribe(): WatchReceiver<T> {
    return new WatchReceiver(this.#state, this.#state.version);
  }

  /** Ends the channel: receivers keep the last value and learn that there will be no other. A second call does nothing. */
  close(): void {
    if (!this.#state.senderClosed) this.#state.close();
  }

  /**
   * Waits until no receiver is left.
   *
   * **Cancel safety.** A cancelled wait changes nothing.
   *
   * **Order**: those who wait are woken in the order of asking, all at once. Constant time.
   *
   * **Closing**: this *is* the wait for the receivers' close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { watch } from "@portalis/channels";
   *
   * const [tx, rx] = watch(1);
   * const unseen = tx.closed().then(() => "nobody looks");
   * rx.close();
   * await unseen; // => "nobody looks"
   * ```
   */
  closed(options?: WaitOptions): Operation<void> {
    return new WatchClosed(this.#state, options);
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** An end of a watch channel that looks at the value. Each receiver remembers for itself what it has seen. */
export class WatchReceiver<T> implements Disposable {
  readonly #state: WatchState<T>;
  readonly #seen: Seen;

  /** @internal */
  constructor(state: WatchState<T>, version: number) {
    this.#state = state;
    this.#seen = { version, isClosed: false };
    state.receivers++;
  }

  /** The latest value. It still counts as new for `changed()`, if it is. */
  borrow(): T {
    return this.#state.value;
  }

  /** The latest value, which counts as seen from now on. */
  borrowAndUpdate(): T {
    this.#seen.version = this.#state.version;
    return this.#state.value;
  }

  /**
   * Waits until there is a value that this receiver has not seen, and counts it as seen. Ready at once when there is one already.
   *
   * Only the latest value counts: several changes since the last look are one.
   *
   * **Cancel safety.** A cancelled wait has seen nothing: a change that had just come is still new.
   *
   * **Order**: those who wait are woken in the order of asking, all at once; nobody sees an older value after a newer one. Constant
   * time.
   *
   * **Closing**: a last change comes first, then `false`.
   *
   * @returns false when the sender, or this receiver, has closed and there is nothing new
   * @throws nothing of its own
   * @example
   * ```ts
   * import { watch } from "@portalis/channels";
   *
   * const [tx, rx] = watch(1);
   * tx.send(2);
   * tx.close();
   * [await rx.changed(), await rx.changed()]; // => [true, false]
   * ```
   */
  changed(options?: WaitOptions): Operation<boolean> {
    return new ChangedOperation(this.#state, this.#seen, options);
  }

  /**
   * Waits until the value satisfies `predicate`, and gives it; the value that is there now counts too. The value counts as seen.
   *
   * **Cancel safety.** As `changed()`.
   *
   * **Order**: as `changed()`; the predicate is asked once for each value that it sees.
   *
   * **Closing**: a close ends it with a `RecvError`, after a look at the last value.
   *
   * @throws RecvError when the sender has closed and the last value does not satisfy `predicate`
   * @example
   * ```ts
   * import { watch } from "@portalis/channels";
   *
   * const [tx, rx] = watch(1);
   * const large = rx.waitFor((value) => value > 2).then((value) => value);
   * tx.send(3);
   * await large; // => 3
   * ```
   */
  waitFor(predicate: (value: T) => boolean, options?: WaitOptions): Operation<T> {
    return operation(() => this.#waitFor(predicate, options));
  }

  /** Whether the sender has closed. */
  get isClosed(): boolean {
    return this.#state.senderClosed;
  }

  /**
   * This receiver is done: whoever waits for a change through it gets `false`. When it was the last one, `closed()` of the sender ends. A
   * second call does nothing.
   */
  close(): void {
    if (this.#seen.isClosed) return;
    this.#seen.isClosed = true;
    const { changeWaiters, closeWaiters } = this.#state;
    for (const waiter of [...changeWaiters]) {
      if ((waiter.operation as ChangedOperation<T>).seen !== this.#seen || waiter.parking !== changeWaiters) continue;
      changeWaiters.remove(waiter);
      waiter.grant();
    }
    this.#state.receivers--;
    if (this.#state.receivers === 0) wakeAll(closeWaiters);
  }

  /** A look inside, for tests and dashboards. */
  statistics(): WatchStatistics {
    return this.#state.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }

  *#waitFor(predicate: (value: T) => boolean, options: WaitOptions | undefined): Coroutine<T> {
    if (options?.signal?.aborted === true) throw options.signal.reason;
    for (;;) {
      const value = this.borrowAndUpdate();
      if (predicate(value)) return value;
      if (!(yield* this.changed(options))) throw new RecvError("Cannot wait for the value: the channel has closed.");
    }
  }
}

/**
 * A value that changes, and those who want to know its latest state: a configuration, a connection's status. Values in between may be
 * missed; for every value use `broadcast`.
 *
 * @param initial the first value; receivers have seen it
 * @example
 * ```ts
 * import { watch } from "@portalis/channels";
 *
 * const [tx, rx] = watch("connecting");
 * tx.send("open");
 * await rx.changed(); // => true
 * rx.borrow(); // => "open"
 * ```
 */
export function watch<T>(initial: T & Sendable): [WatchSender<T>, WatchReceiver<T>] {
  checkSendable(initial);
  const state = new WatchState<T>(initial);
  return [new WatchSender(state), new WatchReceiver(state, 0)];
}
