import { ChannelState } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { Receiver } from "./receiver.js";
import type { Sendable } from "./sendable.js";
import { Sender } from "./sender.js";

function bounded<T extends Sendable>(capacity: number): [Sender<T>, Receiver<T>] {
  checkCapacity(capacity, "make a bounded channel");
  return pair<T>(capacity);
}

function unbounded<T extends Sendable>(): [Sender<T>, Receiver<T>] {
  return pair<T>(Infinity);
}

function pair<T>(capacity: number): [Sender<T>, Receiver<T>] {
  const state = new ChannelState<T>(capacity);
  return [new Sender(state), new Receiver(state)];
}

/** The two constructors of {@link mpsc}. */
export interface Mpsc {
  /**
   * A channel that holds at most `capacity` values: senders wait while it is full, which keeps a fast producer at the pace of its consumer.
   *
   * @throws RangeError unless `capacity` is a whole number of at least 1
   */
  bounded<T extends Sendable>(capacity: number): [Sender<T>, Receiver<T>];
  /** A channel without a limit: sending never waits, and memory grows with what is not yet received. */
  unbounded<T extends Sendable>(): [Sender<T>, Receiver<T>];
}

/**
 * Channels with many producers and a single consumer.
 *
 * @example
 * ```ts
 * import { mpsc } from "@portalis/channels";
 * import { type Coroutine, spawn } from "@portalis/runtime";
 *
 * const [tx, rx] = mpsc.bounded<number>(2);
 * function* produce(): Coroutine<void> {
 *   for (let n = 1; n <= 3; n++) yield* tx.send(n);
 *   tx.close();
 * }
 * spawn(produce());
 * const seen: number[] = [];
 * for await (const n of rx) seen.push(n);
 * seen; // => [1, 2, 3]
 * ```
 */
export const mpsc: Mpsc = { bounded, unbounded };
