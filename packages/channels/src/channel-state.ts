import { type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import type { Buffer } from "./buffer.js";
import { RingBuffer } from "./ring-buffer.js";
import type { SlotOperation } from "./send-operations.js";

/** What a waiting receiver is granted: a value that is in the buffer for it, or the end. */
export const VALUE = 1;
export const END = 2;

/** What `statistics()` of a channel's ends tells. Both ends tell the same. */
export interface ChannelStatistics {
  /** How many values the channel holds at most; `Infinity` when it is unbounded. */
  readonly capacity: number;
  /** How many values are buffered. */
  readonly size: number;
  /** How many places are kept for permits and for senders that were granted one and have not run yet. */
  readonly reserved: number;
  /** How many sending ends are open. */
  readonly senders: number;
  /** How many receiving ends are open. */
  readonly receivers: number;
  /** How many wait for a place. */
  readonly waitingToSend: number;
  /** How many wait for a value. */
  readonly waitingToReceive: number;
}

/**
 * A queue between senders and receivers, apart from its two ends.
 *
 * A grant to a sender is a *place* (`reserved`), a grant to a receiver is a *claim* on a buffered value (`promised`). Values move only
 * when the granted one runs: the sender puts its value into its place, the receiver takes the buffer's next value. So a grant that meets a cancel
 * leaves nothing to undo but a count: a cancelled send has delivered nothing, a cancelled receive has taken nothing, and the buffer never
 * holds more than `capacity`.
 *
 * Invariants: `buffer.size + reserved <= capacity`; `promised <= buffer.size`; while a receiver waits, every buffered value is promised;
 * while a sender waits, there is no room for what the first one wants.
 */
export class ChannelState<T> {
  readonly capacity: number;
  readonly buffer: Buffer<T>;
  /** Places held by granted senders and by permits. */
  reserved = 0;
  /** Buffered values claimed by granted receivers. */
  promised = 0;
  /** Open sending ends. */
  senders = 1;
  /** Open receiving ends. */
  receivers = 1;
  /** What receivers get at the end instead of the end. */
  failure: { readonly error: unknown } | undefined = undefined;
  readonly sendWaiters: WaitQueue = new WaitQueue();
  readonly recvWaiters: WaitQueue = new WaitQueue();
  /** Those that wait for the receivers to close. */
  readonly closeWaiters: WaitQueue = new WaitQueue();

  constructor(capacity: number, buffer: Buffer<T> = new RingBuffer<T>()) {
    this.capacity = capacity;
    this.buffer = buffer;
  }

  statistics(): ChannelStatistics {
    const { capacity, buffer, reserved, senders, receivers, sendWaiters, recvWaiters } = this;
    const [waitingToSend, waitingToReceive] = [sendWaiters.size, recvWaiters.size];
    return { capacity, size: buffer.size, reserved, senders, receivers, waitingToSend, waitingToReceive };
  }

  /** Nothing is buffered and nothing will come. */
  get isDrained(): boolean {
    return this.buffer.size === 0 && this.reserved === 0 && (this.senders === 0 || this.receivers === 0);
  }

  /** Whether there is room for `count` values and nobody waits for room before. */
  hasRoom(count: number): boolean {
    return this.buffer.size + this.reserved + count <= this.capacity && this.sendWaiters.isEmpty;
  }

  put(value: T): void {
    this.buffer.push(value);
    this.serveReceivers();
  }

  /** Puts a value into a place that was reserved for it. */
  fill(value: T): void {
    this.reserved--;
    this.put(value);
  }

  /** Gives reserved places up. */
  unreserve(count: number): void {
    this.reserved -= count;
    this.serveSenders();
    this.serveReceivers();
  }

  /** Whether a value is there that no granted receiver claims. */
  get hasValue(): boolean {
    return this.buffer.size > this.promised;
  }

  take(): T {
    const value = this.buffer.shift();
    this.serveSenders();
    // The last value may have been all that kept the other receivers from the end.
    this.serveReceivers();
    return value;
  }

  serveSenders(): void {
    for (let first = this.sendWaiters.peek(); first !== undefined; first = this.sendWaiters.peek()) {
      const { count } = slotOperation(first);
      if (this.buffer.size + this.reserved + count > this.capacity) return;
      this.reserved += count;
      this.sendWaiters.shift();
      first.grant();
    }
  }

  serveReceivers(): void {
    for (let first = this.recvWaiters.peek(); first !== undefined; first = this.recvWaiters.peek()) {
      let granted = VALUE;
      if (this.hasValue) this.promised++;
      else if (this.isDrained) granted = END;
      else return;
      this.recvWaiters.shift();
      first.grant(granted);
    }
  }

  senderClosed(): void {
    this.senders--;
    if (this.senders === 0) this.serveReceivers();
  }

  receiverClosed(): void {
    this.receivers--;
    if (this.receivers > 0) return;
    for (let waiter = this.sendWaiters.shift(); waiter !== undefined; waiter = this.sendWaiters.shift()) {
      waiter.fail(slotOperation(waiter).refusal());
    }
    for (let waiter = this.closeWaiters.shift(); waiter !== undefined; waiter = this.closeWaiters.shift()) waiter.grant();
    this.serveReceivers();
  }
}

function slotOperation(waiter: Waiter): SlotOperation<unknown, unknown> {
  return waiter.operation as SlotOperation<unknown, unknown>;
}
