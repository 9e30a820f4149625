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
 * Values exclude `undefined`, which is what `recv()` gives at the end. A channel closes for its receivers when every sender has closed,
 * and for its senders when the receiver has.
 *
 * @module
 */
export { broadcast, BroadcastReceiver, BroadcastSender } from "./broadcast.js";
export { LaggedError } from "./lagged-error.js";
export { type Mpsc, mpsc } from "./mpsc.js";
export { type Mpmc, mpmc } from "./mpmc.js";
export { MpmcReceiver } from "./mpmc-receiver.js";
export { oneshot, OneshotReceiver, OneshotSender } from "./oneshot.js";
export { AsyncQueue, type QueueOptions } from "./queue.js";
export { Receiver } from "./receiver.js";
export { RecvError } from "./recv-error.js";
export { Sender, WeakSender } from "./sender.js";
export type { Sendable } from "./sendable.js";
export { SendError } from "./send-error.js";
export { SendPermit } from "./send-permit.js";
export { watch, WatchReceiver, WatchSender } from "./watch.js";
