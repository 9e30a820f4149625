/**
 * Locks and signals between tasks. Everything that waits returns an `Operation`: `yield*` it in a task, `await` it anywhere.
 *
 * Which one?
 * - one at a time: {@link AsyncMutex}; at most n at a time: {@link AsyncSemaphore}; many readers or one writer: {@link AsyncRwLock}
 * - "it has happened": {@link AsyncEvent}; "look again": {@link AsyncNotify}; "the locked value has changed": {@link AsyncCondition}
 * - all have come: {@link AsyncBarrier}; so many things have happened: {@link CountDownLatch}; nothing is under way: {@link WaitGroup}
 * - not too often: {@link RateLimiter}
 * - a lock or permits for every key: {@link KeyedMutex}, {@link KeyedSemaphore}
 * - made once: {@link OnceCell}, {@link Lazy}
 *
 * All are fair (first come, first served) and cancel safe (a grant that meets a cancel passes on). To hand values over use
 * `@portalis/channels`.
 *
 * @module
 */
export { AsyncBarrier, type BarrierStatistics, type BarrierTicket } from "./barrier.js";
export { AsyncCondition, type ConditionStatistics } from "./condition.js";
export { CountDownLatch, type LatchStatistics } from "./count-down-latch.js";
export { AsyncEvent, type EventStatistics } from "./event.js";
export { KeyedMutex, type KeyedMutexStatistics } from "./keyed-mutex.js";
export { KeyGuard } from "./keyed-mutex-state.js";
export { KeyedSemaphore, type KeyedSemaphoreStatistics } from "./keyed-semaphore.js";
export { Lazy } from "./lazy.js";
export { AsyncMutex, type MutexOptions, type MutexStatistics } from "./mutex.js";
export { MutexGuard } from "./mutex-guard.js";
export { AsyncNotify, type NotifyStatistics } from "./notify.js";
export { OnceCell, type OnceCellStatistics } from "./once-cell.js";
export { Permit } from "./permit.js";
export { PoisonError } from "./poison-error.js";
export { RateLimiter, type RateLimiterOptions, type RateLimiterStatistics } from "./rate-limiter.js";
export { AsyncRwLock, type RwLockStatistics } from "./rw-lock.js";
export { ReadGuard, UpgradableGuard, WriteGuard } from "./rw-lock-guards.js";
export { AsyncSemaphore, type SemaphoreStatistics } from "./semaphore.js";
export { WaitGroup, type WaitGroupStatistics } from "./wait-group.js";
