/**
 * Python's asyncio, name for name and order for order, on the scheduler of `@portalis/runtime`.
 *
 * - Run a program: {@link run}.
 * - Tasks: {@link create_task}, {@link TaskGroup}, {@link gather}, {@link wait}, {@link wait_for}, {@link timeout}, {@link shield}.
 * - Between tasks: {@link Queue}, {@link Lock}, {@link Event}, {@link Condition}, {@link Semaphore}, {@link Barrier}.
 * - Below: {@link Future}, {@link Task}, {@link get_running_loop}, {@link EventLoop}.
 *
 * Names, arguments and texts are Python's; keyword-only arguments come as one plain object at the end. Times are in seconds.
 *
 * @module
 */
export type { Awaitable, AwaitedResult } from "./awaitable.js";
export { as_completed, type AsCompletedIterator } from "./as-completed.js";
export { Barrier, type BarrierState } from "./barrier.js";
export { EventLoop as AbstractEventLoop, EventLoop as BaseEventLoop, EventLoop } from "./base-events.js";
export { iscoroutine, iscoroutinefunction } from "./coroutines.js";
export { ensure_future } from "./ensure-future.js";
export { _get_running_loop, get_running_loop, Handle, TimerHandle } from "./events.js";
export { BrokenBarrierError, CancelledError, InvalidStateError, TimeoutError } from "./exceptions.js";
export { Future, type FutureOptions, type FutureState, isfuture } from "./futures.js";
export { gather, type GatheredResults, type GatherOptions } from "./gather.js";
export { BoundedSemaphore, Condition, Event, Lock, Semaphore } from "./locks.js";
export { LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull, QueueShutDown } from "./queues.js";
export { run, type RunOptions } from "./runners.js";
export { shield } from "./shield.js";
export { sleep } from "./sleep.js";
export { TaskGroup } from "./taskgroups.js";
export { all_tasks, create_task, current_task, Task, type TaskOptions } from "./tasks.js";
export { Timeout, timeout, timeout_at, type TimeoutState } from "./timeouts.js";
export { ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, wait, type WaitFuturesOptions } from "./wait.js";
export { wait_for } from "./wait-for.js";
