import { AsyncError } from "@portalis/runtime";
import type { ChannelState } from "./channel-state.js";
import { checkSendable } from "./sendable.js";

/**
 * Places in a channel that are kept for as many values. Sending through it never waits and never fails for a close: the receiver, also
 * one that has closed, waits until every permit is used or released.
 */
export class SendPermit<T> implements Disposable {
  readonly #channel: ChannelState<T>;
  #remaining: number;

  /** @internal */
  constructor(channel: ChannelState<T>, count: number) {
    this.#channel = channel;
    this.#remaining = count;
  }

  /** How many values can still be sent through this permit. */
  get remaining(): number {
    return this.#remaining;
  }

  /**
   * Sends one value at once.
   *
   * @throws AsyncError when no place is left
   */
  send(value: T): void {
    checkSendable(value);
    if (this.#remaining === 0) throw new AsyncError("Cannot send: the permit is used up or released. Reserve another one.");
    this.#remaining--;
    this.#channel.fill(value);
  }

  /** Gives the places that are left to those who wait. A second call does nothing. */
  release(): void {
    const count = this.#remaining;
    if (count === 0) return;
    this.#remaining = 0;
    this.#channel.unreserve(count);
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }
}
