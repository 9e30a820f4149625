import type { Operation, WaitOptions, Work } from "@portalis/runtime";
import { ExclusiveOperation } from "./exclusive-operation.js";
import { KeyedLockOperation, KeyedMutexState, KeyGuard } from "./keyed-mutex-state.js";

/** What `KeyedMutex.statistics()` tells. */
export interface KeyedMutexStatistics {
  /** How many keys are locked. There is nothing in memory for any other. */
  readonly locked: number;
  /** How many wait, for all keys together. */
  readonly waiting: number;
}

/**
 * A mutex for every key: work for the same key is done one at a time, work for different keys at the same time.
 *
 * - **Order**: for each key first come, first served; a released lock is handed to the first waiter directly.
 * - **Memory**: a key costs something only while it is locked. Keys are compared as those of a `Map`.
 * - **Re-entry** is not supported. Who needs two keys at once must lock them in the same order everywhere.
 *
 * @example
 * ```ts
 * import { KeyedMutex } from "@portalis/sync";
 *
 * const users = new KeyedMutex<string>();
 * const ann = await users.lock("ann");
 * [users.tryLock("ann"), users.tryLock("bob")?.key]; // => [undefined, "bob"]
 * ann.release();
 * users.isLocked("ann"); // => false
 * ```
 */
export class KeyedMutex<K> {
  readonly #state: KeyedMutexState<K> = new KeyedMutexState<K>();

  /**
   * Waits for the lock of `key` and gives a guard that holds it.
   *
   * - **Order**: first come, first served. Constant time, however many wait and however many keys there are.
   * - **Cancel safety.** A cancelled wait leaves the queue and holds nothing. A task that is aborted after the lock was handed to it, but
   *   before it ran, hands it on to the next waiter, or frees the key. With `{ signal }`, an abort before the grant rejects with the
   *   signal's reason; after the grant the signal no longer matters.
   * - **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { KeyedMutex } from "@portalis/sync";
   *
   * const files = new KeyedMutex<string>();
   * const guard = await files.lock("a.txt");
   * files.statistics(); // => { locked: 1, waiting: 0 }
   * guard.release();
   * ```
   */
  lock(key: K, options?: WaitOptions): Operation<KeyGuard<K>> {
    return new KeyedLockOperation(this.#state, key, options);
  }

  /** Takes the lock of `key` when it is free now, and gives `undefined` when it is not. Never overtakes a waiter. */
  tryLock(key: K): KeyGuard<K> | undefined {
    return this.#state.take(key) ? new KeyGuard(this.#state, key) : undefined;
  }

  /**
   * Takes the lock of `key`, does the work, and releases the lock however the work ends. Awaited, it
   * asks for the lock at once.
   *
   * **Cancel safety.** As `lock()` while it waits. When the task is aborted during the work, the work is aborted and the lock is released
   * after its cleanup. The signal of `options` ends the wait for the lock only.
   *
   * **Order**: as `lock()`.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws whatever the work throws
   * @example
   * ```ts
   * import { KeyedMutex } from "@portalis/sync";
   *
   * const users = new KeyedMutex<number>();
   * await users.runExclusive(7, async () => "saved"); // => "saved"
   * ```
   */
  runExclusive<R>(key: K, work: Work<R>, options?: WaitOptions): Operation<R> {
    return new ExclusiveOperation(work, () => this.lock(key, options));
  }

  /** Whether someone holds the lock of `key`. */
  isLocked(key: K): boolean {
    return this.#state.locked.has(key);
  }

  /** A look inside, for tests and dashboards. Takes time in proportion to the number of locked keys. */
  statistics(): KeyedMutexStatistics {
    let waiting = 0;
    for (const waiters of this.#state.locked.values()) waiting += waiters.size;
    return { locked: this.#state.locked.size, waiting };
  }
}
