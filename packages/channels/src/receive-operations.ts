import type { WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import { type ChannelState, VALUE } from "./channel-state.js";

/** Waits until the channel has a value or is at its end. */
export abstract class ReceiveOperation<T, R> extends WaitOperation<R> {
  protected readonly channel: ChannelState<T>;

  constructor(channel: ChannelState<T>, options?: WaitOptions) {
    super(options);
    this.channel = channel;
  }

  override attempt(): R | typeof PENDING {
    if (this.channel.hasValue) return this.collect();
    return this.channel.isDrained ? this.end() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.channel.recvWaiters.push(waiter);
  }

  override complete(granted: unknown): R {
    if (granted !== VALUE) return this.end();
    this.channel.promised--;
    return this.collect();
  }

  override giveBack(granted: unknown): void {
    if (granted !== VALUE) return;
    this.channel.promised--;
    this.channel.serveReceivers();
  }

  /** Takes what is there. There is at least one value that nobody else claims. */
  protected abstract collect(): R;

  /** The result at the end of the channel. */
  protected abstract end(): R;
}

/** `Receiver.recv` */
export class RecvOperation<T> extends ReceiveOperation<T, T | undefined> {
  protected override collect(): T {
    return this.channel.take();
  }

  protected override end(): undefined {
    throwFailure(this.channel);
    return undefined;
  }

  override describe(): string {
    return "Receiver.recv";
  }
}

/** `Receiver.recvMany` */
export class RecvManyOperation<T> extends ReceiveOperation<T, T[]> {
  readonly #limit: number;

  constructor(channel: ChannelState<T>, limit: number, options?: WaitOptions) {
    super(channel, options);
    this.#limit = limit;
  }

  protected override collect(): T[] {
    const values: T[] = [];
    while (values.length < this.#limit && this.channel.hasValue) values.push(this.channel.take());
    return values;
  }

  protected override end(): T[] {
    throwFailure(this.channel);
    return [];
  }

  override describe(): string {
    return `Receiver.recvMany(${this.#limit})`;
  }
}

/** Throws what ended the channel, when that was an error of its source. */
function throwFailure({ failure }: ChannelState<unknown>): void {
  if (failure !== undefined) throw failure.error;
}
