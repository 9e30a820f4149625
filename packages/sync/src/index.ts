/**
 * Locks and signals between tasks. Everything that waits returns an `Operation`: `yield*` it in a task, `await` it anywhere.
 *
 * Which one?
 * - one at a time: {@link AsyncMutex}; at most n at a time: {@link AsyncSemaphore}; many readers or one writer: {@link AsyncRwLock}
 * - "it has happened": {@link AsyncEvent}; "look again": {@link AsyncNotify}; "the locked value has changed": {@link AsyncCondition}
 * - all have come: {@link AsyncBarrier}
 * - made once: {@link OnceCell}, {@link Lazy}
 *
 * All are fair (first come, first served) and cancel safe (a grant that meets a cancel passes on). To hand values over use
 * `@portalis/channels`.
 *
 * @module
 */
export { AsyncBarrier, type BarrierStatistics, type BarrierTicket } from "./barrier.js";
export { AsyncCondition, type ConditionStatistics } from "./condition.js";
export { AsyncEvent, type EventStatistics } from "./event.js";
export { Lazy } from "./lazy.js";
export { AsyncMutex, type MutexOptions, type MutexStatistics } from "./mutex.js";
export { MutexGuard } from "./mutex-guard.js";
export { AsyncNotify, type NotifyStatistics } from "./notify.js";
export { OnceCell, type OnceCellStatistics } from "./once-cell.js";
export { PoisonError } from "./poison-error.js";
export { AsyncRwLock, type RwLockStatistics } from "./rw-lock.js";
export { ReadGuard, UpgradableGuard, WriteGuard } from "./rw-lock-guards.js";
export { AsyncSemaphore, Permit, type SemaphoreStatistics } from "./semaphore.js";
