import type { AsyncError, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import type { ChannelState } from "./channel-state.js";
import { SendError } from "./send-error.js";
import { SendPermit } from "./send-permit.js";

/** What a sending operation has to know of the end that made it. */
export interface SendingEnd {
  readonly isClosed: boolean;
}

/** Waits for places in the buffer. */
export abstract class SlotOperation<T, R> extends WaitOperation<R> {
  readonly count: number;
  protected readonly channel: ChannelState<T>;
  readonly #end: SendingEnd;

  constructor(channel: ChannelState<T>, end: SendingEnd, count: number, options?: WaitOptions) {
    super(options);
    this.channel = channel;
    this.count = count;
    this.#end = end;
  }

  override attempt(): R | typeof PENDING {
    if (this.#end.isClosed) throw this.refusal();
    if (!this.channel.hasRoom(this.count)) return PENDING;
    this.channel.reserved += this.count;
    return this.complete();
  }

  override enqueue(waiter: Waiter): void {
    this.channel.sendWaiters.push(waiter);
  }

  /** Uses the places, which are reserved. */
  abstract override complete(): R;

  override giveBack(): void {
    this.channel.unreserve(this.count);
  }

  /** The one that left may have been a large reservation at the front that held up others. */
  override abandoned(): void {
    this.channel.serveSenders();
  }

  /** The error when the channel is closed. */
  abstract refusal(): AsyncError;
}

/** `Sender.send` */
export class SendOperation<T> extends SlotOperation<T, void> {
  readonly #value: T;

  constructor(channel: ChannelState<T>, end: SendingEnd, value: T, options?: WaitOptions) {
    super(channel, end, 1, options);
    this.#value = value;
  }

  override complete(): void {
    this.channel.fill(this.#value);
  }

  override refusal(): SendError<T> {
    return new SendError("Cannot send: the channel is closed.", this.#value);
  }

  override describe(): string {
    return "Sender.send";
  }
}

/** `Sender.reserve` */
export class ReserveOperation<T> extends SlotOperation<T, SendPermit<T>> {
  override complete(): SendPermit<T> {
    return new SendPermit(this.channel, this.count);
  }

  override refusal(): SendError<undefined> {
    return new SendError("Cannot reserve a place: the channel is closed.", undefined);
  }

  override describe(): string {
    return `Sender.reserve(${this.count})`;
  }
}

/** `Sender.closed` */
export class ClosedOperation extends WaitOperation<void> {
  readonly #channel: ChannelState<unknown>;

  constructor(channel: ChannelState<unknown>, options?: WaitOptions) {
    super(options);
    this.#channel = channel;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#channel.receivers === 0 ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#channel.closeWaiters.push(waiter);
  }

  override describe(): string {
    return "Sender.closed";
  }
}
