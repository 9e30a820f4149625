import { ChannelState } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { LaggedError } from "./lagged-error.js";
import { Receiver } from "./receiver.js";
import { Sender } from "./sender.js";
import type { Sendable } from "./sendable.js";

/** A listener of any event: what it is given is the target's business. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a listener of one event must be accepted where any may come
export type AnyListener = (...args: any[]) => void;

/** As much of the web's `EventTarget` as `fromEvent` needs. */
export interface EventTargetLike {
  addEventListener(type: string, listener: AnyListener): void;
  removeEventListener(type: string, listener: AnyListener): void;
}

/** As much of Node's `EventEmitter` as `fromEvent` needs. */
export interface EventEmitterLike {
  on(type: string, listener: AnyListener): unknown;
  off(type: string, listener: AnyListener): unknown;
}

/** What `fromEvent` does with events that come faster than they are received. */
export interface FromEventOptions {
  /** How many events are kept for the receiver. Default 1,024. */
  readonly capacity?: number | undefined;
  /**
   * What an event meets when so many are kept: `"fail"` (the default) ends the channel with a `LaggedError` behind those that are kept,
   * `"drop-newest"` forgets this one, `"drop-oldest"` the one that has waited longest.
   */
  readonly overflow?: "fail" | "drop-newest" | "drop-oldest" | undefined;
}

/**
 * A receiver of the events of one type, from now until it is closed. Events do not wait for a receiver, so they are kept, up to a limit.
 *
 * A value is the event of an `EventTarget`, or the first argument of an emitter's listener (`null` when there is none or it is `undefined`).
 *
 * - **Order**: that of the events.
 * - **Closing**: an event source has no end. `close()` of the receiver removes the listener; events kept can still be received.
 * - **Errors**: an emitter's event `"error"` ends the channel: `recv()` throws that error after all events before it. An overflow is a
 *   `LaggedError`, see `overflow`.
 * - **Cancel safety.** A cancelled `recv()` has taken nothing: the event is there for the next one.
 *
 * @typeParam T the events: the target does not tell the type system
 * @throws RangeError unless `capacity` is a whole number of at least 1
 * @example
 * ```ts
 * import { fromEvent } from "@portalis/channels";
 *
 * const target = new EventTarget();
 * const rx = fromEvent<Event>(target, "change");
 * target.dispatchEvent(new Event("change"));
 * (await rx.recv())?.type; // => "change"
 * rx.close();
 * ```
 */
export function fromEvent<T extends Sendable>(
  target: EventTargetLike | EventEmitterLike,
  type: string,
  { capacity = 1_024, overflow = "fail" }: FromEventOptions = {},
): Receiver<T> {
  checkCapacity(capacity, "keep events");
  const channel = new ChannelState<T>(capacity);
  const tx = new Sender(channel);
  const rx = new Receiver(channel);
  const end = (error?: unknown): void => {
    stop();
    if (error !== undefined) channel.failure = { error };
    tx.close();
  };
  const stop = listen(target, type, end, (value) => {
    if (tx.isClosed || tx.trySend(value as T) || overflow === "drop-newest") return;
    if (overflow === "fail") {
      end(new LaggedError(1));
    } else {
      rx.tryRecv();
      tx.trySend(value as T);
    }
  });
  void tx.closed().then(() => end());
  return rx;
}

/** Listens, and gives the function that ends that. */
function listen(
  target: EventTargetLike | EventEmitterLike,
  type: string,
  onError: (error: unknown) => void,
  onValue: (value: unknown) => void,
): () => void {
  if ("addEventListener" in target) {
    target.addEventListener(type, onValue);
    return () => target.removeEventListener(type, onValue);
  }
  const onEmit = (...args: readonly unknown[]): void => onValue(args[0] ?? null);
  const onFailure = (error: unknown): void => onError(error ?? null);
  target.on(type, onEmit);
  if (type !== "error") target.on("error", onFailure);
  return () => {
    target.off(type, onEmit);
    target.off("error", onFailure);
  };
}
