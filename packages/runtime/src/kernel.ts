/**
 * For those who build primitives and layers on the scheduler: wait queues, operations, ready entries, timers, coroutine objects.
 *
 * - A primitive: a {@link WaitQueue} for who waits, a subclass of {@link WaitOperation} for how.
 * - A layer with futures of its own, such as asyncio: {@link Task}, {@link SUSPEND}, {@link Parking}, {@link Callback}.
 * - A language's coroutines: {@link coroutineFunction}.
 *
 * @module
 */
export { Callback } from "./callback.js";
export { operation } from "./composed-operation.js";
export { CoroutineFrame } from "./coroutine-frame.js";
export {
  type CoroutineBehaviour,
  coroutineFunction,
  coroutinePrototype,
  type CoroutineState,
  coroutineState,
  isCoroutineObject,
} from "./coroutine-function.js";
export { currentScheduler, currentTask, inheritBy, schedulerOf } from "./current.js";
export { JoinOperation, outcomeOf, OutcomeOperation } from "./join-operation.js";
export type { Parking } from "./parking.js";
export { perform } from "./perform.js";
export { ReadyEntry } from "./ready-entry.js";
export { Scheduler } from "./scheduler.js";
export { SUSPEND } from "./suspension.js";
export { Task, type TaskStatus } from "./task.js";
export { type TaskServices, taskServices } from "./task-services.js";
export { PENDING, WaitOperation } from "./wait-operation.js";
export { WaitQueue } from "./wait-queue.js";
export { Waiter } from "./waiter.js";
