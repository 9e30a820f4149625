import { AsyncError, type Operation, type WaitOptions } from "@portalis/runtime";
import type { ChannelState, ChannelStatistics } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { SendError } from "./send-error.js";
import { ClosedOperation, ReserveOperation, SendOperation } from "./send-operations.js";
import type { SendPermit } from "./send-permit.js";
import { checkSendable } from "./sendable.js";

/**
 * The sending end of a channel. `clone()` makes another one; the channel closes for the receiver when all have closed.
 *
 * There is no finaliser: close a sender when it has sent all, or the receiver waits for ever.
 */
export class Sender<T> implements Disposable {
  readonly #channel: ChannelState<T>;
  #open = true;

  /** @internal */
  constructor(channel: ChannelState<T>) {
    this.#channel = channel;
  }

  /**
   * Sends a value; waits for a place while the channel is full. Waiting senders get places in the order of asking, and the receiver gets
   * the values of one sender in the order of sending.
   *
   * **Cancel safety.** A cancelled send has delivered nothing, also when a place had just been granted; the place goes to the next
   * sender. The value is the caller's again. With `{ signal }`, an abort before the grant rejects with the signal's reason; after the
   * grant the signal no longer matters and the value is delivered.
   *
   * **Order**: first come, first served for places; the values of one sender arrive in the order of sending. Constant time, however many
   * wait.
   *
   * **Closing**: when the receiver closes, those who wait get a `SendError` with their value. This sender's own `close()` does not touch
   * a `send` that waits already.
   *
   * @throws SendError with the value, when the receiver or this sender has closed, before or during the wait
   * @throws TypeError at once, for `undefined`
   * @example
   * ```ts
   * import { mpsc } from "@portalis/channels";
   *
   * const [tx, rx] = mpsc.bounded<string>(1);
   * await tx.send("first"); // there is room
   * const second = tx.send("second").then(() => "sent");
   * rx.tryRecv(); // => "first"
   * await second; // => "sent"
   * ```
   */
  send(value: T, options?: WaitOptions): Operation<void> {
    checkSendable(value);
    return new SendOperation(this.#channel, this, value, options);
  }

  /**
   * Sends a value if there is room now and nobody waits for it.
   *
   * @returns false when the channel is full
   * @throws SendError with the value, when the receiver or this sender has closed
   */
  trySend(value: T): boolean {
    checkSendable(value);
    if (this.isClosed) throw new SendError("Cannot send: the channel is closed.", value);
    if (!this.#channel.hasRoom(1)) return false;
    this.#channel.put(value);
    return true;
  }

  /**
   * Waits for `count` places, all at once, and keeps them: what is sent through the permit later never waits. So a value can be made when
   * it is sure that it can be sent. A large reservation is not overtaken by those behind it.
   *
   * **Cancel safety.** A cancelled wait holds no place, not even some of them.
   *
   * **Order**: first come, first served, in one queue with `send`. Constant time, however many wait.
   *
   * **Closing**: a permit stays good after a close: the receiver's end comes when it is used or released.
   *
   * @throws RangeError at once, when `count` is not a whole number of at least 1 or more than the capacity
   * @throws SendError when the receiver or this sender has closed, before or during the wait
   * @example
   * ```ts
   * import { mpsc } from "@portalis/channels";
   *
   * const [tx, rx] = mpsc.bounded<string>(2);
   * const permit = await tx.reserve(2);
   * permit.send("only one");
   * permit.release();
   * [rx.tryRecv(), permit.remaining]; // => ["only one", 0]
   * ```
   */
  reserve(count = 1, options?: WaitOptions): Operation<SendPermit<T>> {
    checkCapacity(count, "reserve places");
    const { capacity } = this.#channel;
    if (count > capacity) throw new RangeError(`Cannot reserve ${count} places: the channel has only ${capacity}.`);
    return new ReserveOperation(this.#channel, this, count, options);
  }

  /**
   * Another sender for the same channel, to be closed on its own.
   *
   * @throws AsyncError when this one is closed
   */
  clone(): Sender<T> {
    if (!this.#open) throw new AsyncError("Cannot clone the sender: it is closed. Clone it before.");
    this.#channel.senders++;
    return new Sender(this.#channel);
  }

  /** A reference that does not keep the channel open. */
  downgrade(): WeakSender<T> {
    return new WeakSender(this.#channel);
  }

  /**
   * Closes this sender. When it was the last one, the receiver gets what is buffered and then the end. A second call does nothing. A
   * `send` of this sender that waits already is still delivered.
   */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#channel.senderClosed();
  }

  /**
   * Waits until the receiver has closed: nobody will receive what is sent from then on.
   *
   * **Cancel safety.** A cancelled wait changes nothing.
   *
   * **Order**: those who wait are woken in the order of asking, all at once. Constant time.
   *
   * **Closing**: this *is* the wait for the close; this sender's own `close()` does not end it.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { mpsc } from "@portalis/channels";
   *
   * const [tx, rx] = mpsc.bounded<string>(1);
   * const gone = tx.closed().then(() => "nobody listens");
   * rx.close();
   * await gone; // => "nobody listens"
   * ```
   */
  closed(options?: WaitOptions): Operation<void> {
    return new ClosedOperation(this.#channel, options);
  }

  /** How many values the channel holds at most; `Infinity` when it is unbounded. */
  get capacity(): number {
    return this.#channel.capacity;
  }

  /** Whether sending would throw: this sender or the receiver has closed. */
  get isClosed(): boolean {
    return !this.#open || this.#channel.receivers === 0;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): ChannelStatistics {
    return this.#channel.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** A reference to the sending side that does not keep the channel open. */
export class WeakSender<T> {
  readonly #channel: ChannelState<T>;

  /** @internal */
  constructor(channel: ChannelState<T>) {
    this.#channel = channel;
  }

  /** A new sender, or `undefined` when all senders have closed. */
  upgrade(): Sender<T> | undefined {
    if (this.#channel.senders === 0) return undefined;
    this.#channel.senders++;
    return new Sender(this.#channel);
  }
}
