/**
 * Channels: values handed from task to task, in order, with back-pressure. Everything that waits returns an `Operation`: `yield*` it in a
 * task, `await` it anywhere.
 *
 * Which one?
 * - many producers, one consumer, each value once: {@link mpsc}, bounded unless you know why not
 * - many consumers too, each value to one of them: {@link mpmc}; with priorities or a count of what is done: {@link AsyncQueue}
 * - one value, once: {@link oneshot}
 * - every consumer gets every value: {@link broadcast}
 * - only the latest value matters: {@link watch}
 *
 * From and to what the host has: {@link fromReadable}, {@link toReadable}, {@link fromAsyncIterable}, {@link fromEvent}, {@link overPort}.
 *
 * Values exclude `undefined`, which is what `recv()` gives at the end. A channel closes for its receivers when every sender has closed,
 * and for its senders when the receiver has.
 *
 * @module
 */
export { broadcast, BroadcastReceiver, BroadcastSender, type BroadcastStatistics } from "./broadcast.js";
export type { ChannelStatistics } from "./channel-state.js";
export { fromAsyncIterable, type ReadAheadOptions } from "./from-async-iterable.js";
export { type AnyListener, type EventEmitterLike, type EventTargetLike, fromEvent, type FromEventOptions } from "./from-event.js";
export { fromReadable } from "./from-readable.js";
export { LaggedError } from "./lagged-error.js";
export { type Mpsc, mpsc } from "./mpsc.js";
export { type Mpmc, mpmc } from "./mpmc.js";
export { MpmcReceiver } from "./mpmc-receiver.js";
export { oneshot, OneshotReceiver, OneshotSender, type OneshotStatistics } from "./oneshot.js";
export { type MessagePortLike, overPort, type OverPortOptions } from "./over-port.js";
export { AsyncQueue, type QueueOptions, type QueueStatistics } from "./queue.js";
export type { HostReadableStream, ReadableStreamConstructorLike, ReadableStreamLike, ReaderLike } from "./readable-stream-like.js";
export { Receiver } from "./receiver.js";
export { RecvError } from "./recv-error.js";
export { Sender, WeakSender } from "./sender.js";
export type { Sendable } from "./sendable.js";
export { SendError } from "./send-error.js";
export { SendPermit } from "./send-permit.js";
export { toReadable, type ToReadableOptions } from "./to-readable.js";
export { watch, WatchReceiver, WatchSender, type WatchStatistics } from "./watch.js";
