import type { Operation, WaitOptions, Work } from "@portalis/runtime";
import { ExclusiveOperation } from "./exclusive-operation.js";
import { enter, LockOperation } from "./lock-operation.js";
import type { MutexGuard } from "./mutex-guard.js";
import { MutexState } from "./mutex-state.js";

/** How an `AsyncMutex` treats a holder that fails. */
export interface MutexOptions {
  /**
   * `true`: when the work of `runExclusive` throws (an abort counts), the mutex is poisoned and every later `lock()` throws a
   * `PoisonError` that carries the guard, until `clearPoison()`. Default `false`.
   */
  readonly poison?: boolean | undefined;
}

/** What `AsyncMutex.statistics()` tells. */
export interface MutexStatistics {
  readonly locked: boolean;
  /** How many wait for the lock. */
  readonly waiting: number;
}

/**
 * Mutual exclusion between tasks, around a value or around nothing.
 *
 * A JavaScript program cannot be interrupted between two waits, so a mutex is needed only where a critical section itself waits:
 * read, wait, write.
 *
 * - **Order**: first come, first served, tasks and `await`ing functions in one queue. A released lock is handed to the first waiter
 *   directly: the releaser, or anyone else, cannot overtake it.
 * - **Re-entry** is not supported: a holder that locks again waits for itself. On a runtime with `debug: true` a task that took the lock and
 *   asks again while it is held gets an `AsyncError` instead; its `cause` says where the lock was taken.
 * - Asking and releasing take constant time, however many wait.
 *
 * @typeParam T the protected value; `undefined` when the mutex protects something outside itself
 * @example
 * ```ts
 * import { type Coroutine } from "@portalis/runtime";
 * import { AsyncMutex } from "@portalis/sync";
 * import { joinAll } from "@portalis/task";
 * import { sleep } from "@portalis/time";
 *
 * const balance = new AsyncMutex(100);
 * function* withdraw(amount: number): Coroutine<boolean> {
 *   const guard = yield* balance.lock();
 *   try {
 *     if (guard.value < amount) return false;
 *     yield* sleep(1); // ask the bank
 *     guard.value -= amount;
 *     return true;
 *   } finally {
 *     guard.release();
 *   }
 * }
 * const results = await joinAll([withdraw(70), withdraw(70)]); // => [true, false]
 * ```
 */
export class AsyncMutex<T = undefined> {
  /** @internal */
  readonly state: MutexState<T>;
  readonly #poison: boolean;

  /**
   * @param value what the mutex protects; to be left out only where `T` includes `undefined`
   * @param options whether a failing holder poisons the mutex
   */
  constructor(value?: T, options?: MutexOptions) {
    this.state = new MutexState(value as T);
    this.#poison = options?.poison ?? false;
  }

  /**
   * Waits for the lock and gives a guard that holds it.
   *
   * **Cancel safety.** A cancelled wait leaves the queue in constant time and holds nothing. A task that is aborted after the lock was
   * handed to it, but before it ran, hands it on to the next waiter. With `{ signal }`, an abort before the grant rejects with the
   * signal's reason; after the grant the signal no longer matters.
   *
   * **Order**: first come, first served, tasks and `await`ing functions in one queue; nobody overtakes. Constant time, however many
   * wait.
   *
   * **Closing**: there is nothing to close; who waits is served or aborted.
   *
   * @throws PoisonError with the guard, when the mutex is poisoned
   * @example
   * ```ts
   * import { AsyncMutex } from "@portalis/sync";
   *
   * const mutex = new AsyncMutex(1);
   * const guard = await mutex.lock();
   * guard.value++;
   * guard.release();
   * mutex.tryLock()?.value; // => 2
   * ```
   */
  lock(options?: WaitOptions): Operation<MutexGuard<T>> {
    return new LockOperation(this.state, options);
  }

  /**
   * Takes the lock when it is free now, and gives `undefined` when it is not. Never overtakes a waiter.
   *
   * @throws PoisonError with the guard, when the mutex is free and poisoned
   */
  tryLock(): MutexGuard<T> | undefined {
    const state = this.state;
    return state.take() ? enter(state) : undefined;
  }

  /**
   * Takes the lock, does the work, and releases the lock however the work ends.
   *
   * **Cancel safety.** As `lock()` while it waits. When the task is aborted during the work, the work is aborted and the lock is
   * released after its cleanup. The signal of `options` ends the wait for the lock only; it does not reach into the work.
   *
   * **Order**: as `lock()`.
   *
   * **Closing**: there is nothing to close.
   *
   * @param work a function (generator, async or plain) that is called with the lock held, or a coroutine or operation that starts then
   * Awaited, it asks for the lock at once; the work then runs as a task. Where a program has no tasks at all (nothing of it imports
   * `@portalis/runtime` or the umbrella), functions are simply called, with a context that nothing aborts, and a coroutine is refused.
   *
   * @throws whatever the work throws; PoisonError, with the guard already released, when the mutex is poisoned
   * @example
   * ```ts
   * import { AsyncMutex } from "@portalis/sync";
   *
   * const mutex = new AsyncMutex();
   * const value = await mutex.runExclusive(async () => "alone"); // => "alone"
   * ```
   */
  runExclusive<R>(work: Work<R>, options?: WaitOptions): Operation<R> {
    const { state } = this;
    const poison = (): void => {
      state.poisoned = true;
    };
    return new ExclusiveOperation(work, () => new LockOperation(state, options), this.#poison ? poison : undefined);
  }

  /** Whether someone holds the lock. True from the moment it is handed to a waiter, also while that waiter has not run yet. */
  get isLocked(): boolean {
    return this.state.locked;
  }

  /** Whether a holder failed in `runExclusive` and `clearPoison()` was not called since. */
  get isPoisoned(): boolean {
    return this.state.poisoned;
  }

  /** Declares the value sound again: later `lock()` calls no longer throw `PoisonError`. */
  clearPoison(): void {
    this.state.poisoned = false;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): MutexStatistics {
    return { locked: this.state.locked, waiting: this.state.waiters.size };
  }
}
