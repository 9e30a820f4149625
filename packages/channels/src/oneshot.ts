import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { RecvError } from "./recv-error.js";
import { SendError } from "./send-error.js";
import { checkSendable, type Sendable } from "./sendable.js";

/** What `statistics()` of a oneshot channel's ends tells. Both ends tell the same. */
export interface OneshotStatistics {
  /** Whether a value is there, sent and not received. */
  readonly hasValue: boolean;
  /** How many wait for it. */
  readonly waiting: number;
}

class OneshotState<T> {
  /** Boxed, so that every value can be told from none. */
  box: { readonly value: T } | undefined;
  /** A waiter was told of the value and has not run yet. */
  promised = false;
  taken = false;
  senderClosed = false;
  receiverClosed = false;
  readonly recvWaiters: WaitQueue = new WaitQueue();
  readonly closeWaiters: WaitQueue = new WaitQueue();

  take(): T {
    if (this.box === undefined) {
      throw new RecvError(`Cannot receive: ${this.taken ? "the value was received already" : "the channel was closed without a value"}.`);
    }
    const { value } = this.box;
    this.box = undefined;
    this.taken = true;
    this.#failRest();
    return value;
  }

  /** Whether a receive that comes now must wait. */
  get isPending(): boolean {
    if (this.promised) return true;
    return this.box === undefined && !this.taken && !this.senderClosed && !this.receiverClosed;
  }

  /** Tells the first receiver of the value; when there will be none, all of them. */
  serve(): void {
    if (this.box === undefined) {
      this.#failRest();
      return;
    }
    const first = this.recvWaiters.shift();
    if (first === undefined) return;
    this.promised = true;
    first.grant();
  }

  statistics(): OneshotStatistics {
    return { hasValue: this.box !== undefined, waiting: this.recvWaiters.size };
  }

  #failRest(): void {
    for (let waiter = this.recvWaiters.shift(); waiter !== undefined; waiter = this.recvWaiters.shift()) waiter.grant();
  }
}

class OneshotRecv<T> extends WaitOperation<T> {
  readonly #state: OneshotState<T>;

  constructor(state: OneshotState<T>, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): T | typeof PENDING {
    return this.#state.isPending ? PENDING : this.#state.take();
  }

  override enqueue(waiter: Waiter): void {
    this.#state.recvWaiters.push(waiter);
  }

  override complete(): T {
    this.#state.promised = false;
    return this.#state.take();
  }

  override giveBack(): void {
    this.#state.promised = false;
    this.#state.serve();
  }

  override describe(): string {
    return "OneshotReceiver.recv";
  }
}

class OneshotClosed extends WaitOperation<void> {
  readonly #state: OneshotState<unknown>;

  constructor(state: OneshotState<unknown>, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#state.receiverClosed ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.closeWaiters.push(waiter);
  }

  override describe(): string {
    return "OneshotSender.closed";
  }
}

/** The end of a oneshot channel that sends its value. */
export class OneshotSender<T> implements Disposable {
  readonly #state: OneshotState<T>;
  #sent = false;

  /** @internal */
  constructor(state: OneshotState<T>) {
    this.#state = state;
  }

  /**
   * Sends the value, at once.
   *
   * @throws SendError with the value, when the receiver has closed or this sender has sent or closed before
   * @throws TypeError for `undefined`
   */
  send(value: T): void {
    checkSendable(value);
    const state = this.#state;
    if (this.#sent) throw new SendError("Cannot send: this oneshot channel has carried its value already.", value);
    if (state.senderClosed || state.receiverClosed) throw new SendError("Cannot send: the channel is closed.", value);
    this.#sent = true;
    state.box = { value };
    state.serve();
  }

  /** Gives up: when nothing was sent, the receiver gets a `RecvError`. A second call does nothing. */
  close(): void {
    if (this.#state.senderClosed) return;
    this.#state.senderClosed = true;
    if (!this.#sent) this.#state.serve();
  }

  /**
   * Waits until the receiver has closed: nobody wants the value any more.
   *
   * **Cancel safety.** A cancelled wait changes nothing.
   *
   * **Order**: those who wait are woken in the order of asking, all at once. Constant time.
   *
   * **Closing**: this *is* the wait for the receiver's close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { oneshot } from "@portalis/channels";
   *
   * const [tx, rx] = oneshot<string>();
   * rx.close();
   * await tx.closed();
   * tx.isClosed; // => true
   * ```
   */
  closed(options?: WaitOptions): Operation<void> {
    return new OneshotClosed(this.#state, options);
  }

  /** Whether sending would throw. */
  get isClosed(): boolean {
    return this.#sent || this.#state.senderClosed || this.#state.receiverClosed;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): OneshotStatistics {
    return this.#state.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/** The end of a oneshot channel that receives its value. */
export class OneshotReceiver<T> implements Disposable {
  readonly #state: OneshotState<T>;

  /** @internal */
  constructor(state: OneshotState<T>) {
    this.#state = state;
  }

  /**
   * Waits for the value.
   *
   * **Cancel safety.** A cancelled receive has taken nothing: the value, also one that had just come, is there for the next `recv()`.
   *
   * **Order**: first come, first served where several wait: the first gets the value, the others a `RecvError`. Constant time.
   *
   * **Closing**: a sender that closes without a value is a `RecvError`; a value that was sent before a close can still be received.
   *
   * @throws RecvError when the sender has closed without sending, or the value was received before
   * @example
   * ```ts
   * import { oneshot } from "@portalis/channels";
   *
   * const [tx, rx] = oneshot<string>();
   * const answer = rx.recv().then((value) => value);
   * tx.send("answer");
   * await answer; // => "answer"
   * ```
   */
  recv(options?: WaitOptions): Operation<T> {
    return new OneshotRecv(this.#state, options);
  }

  /** Takes the value if it is there and nobody waits for it; `undefined` when it is not, also when the channel is closed. */
  tryRecv(): T | undefined {
    const state = this.#state;
    return state.box === undefined || state.promised ? undefined : state.take();
  }

  /** Refuses a value that is not sent yet. One that is sent already can still be received. A second call does nothing. */
  close(): void {
    const state = this.#state;
    if (state.receiverClosed) return;
    state.receiverClosed = true;
    for (let waiter = state.closeWaiters.shift(); waiter !== undefined; waiter = state.closeWaiters.shift()) waiter.grant();
    if (state.box === undefined) state.serve();
  }

  /** A look inside, for tests and dashboards. */
  statistics(): OneshotStatistics {
    return this.#state.statistics();
  }

  /** The same as `close()`, for `using`. */
  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * A channel for one value: an answer, a result, a callback turned into something to wait for.
 *
 * @example
 * ```ts
 * import { oneshot } from "@portalis/channels";
 *
 * const [tx, rx] = oneshot<number>();
 * tx.send(42);
 * await rx.recv(); // => 42
 * ```
 */
export function oneshot<T extends Sendable>(): [OneshotSender<T>, OneshotReceiver<T>] {
  const state = new OneshotState<T>();
  return [new OneshotSender(state), new OneshotReceiver(state)];
}
