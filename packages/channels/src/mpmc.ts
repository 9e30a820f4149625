import { ChannelState } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { MpmcReceiver } from "./mpmc-receiver.js";
import type { Sendable } from "./sendable.js";
import { Sender } from "./sender.js";

function bounded<T extends Sendable>(capacity: number): [Sender<T>, MpmcReceiver<T>] {
  checkCapacity(capacity, "make a bounded channel");
  return pair<T>(capacity);
}

function unbounded<T extends Sendable>(): [Sender<T>, MpmcReceiver<T>] {
  return pair<T>(Infinity);
}

function pair<T>(capacity: number): [Sender<T>, MpmcReceiver<T>] {
  const state = new ChannelState<T>(capacity);
  return [new Sender(state), new MpmcReceiver(state)];
}

/** The two constructors of {@link mpmc}. */
export interface Mpmc {
  /**
   * A channel that holds at most `capacity` values: senders wait while it is full.
   *
   * @throws RangeError unless `capacity` is a whole number of at least 1
   */
  bounded<T extends Sendable>(capacity: number): [Sender<T>, MpmcReceiver<T>];
  /** A channel without a limit: sending never waits, and memory grows with what is not yet received. */
  unbounded<T extends Sendable>(): [Sender<T>, MpmcReceiver<T>];
}

/**
 * Channels with many producers and many consumers: each value goes to one consumer, the one that has waited longest.
 *
 * @example
 * ```ts
 * import { mpmc } from "@portalis/channels";
 *
 * const [tx, rx] = mpmc.bounded<string>(4);
 * const other = rx.clone();
 * await tx.send("first");
 * await tx.send("second");
 * [await other.recv(), await rx.recv()]; // => ["first", "second"]
 * ```
 */
export const mpmc: Mpmc = { bounded, unbounded };
