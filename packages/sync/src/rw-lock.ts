import type { Operation, WaitOptions } from "@portalis/runtime";
import { ReadGuard, UpgradableGuard, WriteGuard } from "./rw-lock-guards.js";
import { AccessOperation, RwLockState } from "./rw-lock-state.js";

/** What `AsyncRwLock.statistics()` tells. */
export interface RwLockStatistics {
  /** Readers inside, the upgradable one included. */
  readonly readers: number;
  /** Whether a writer is inside. */
  readonly writing: boolean;
  /** How many wait to come in, or to upgrade. */
  readonly waiting: number;
}

/**
 * Many readers or one writer.
 *
 * Worth it where reading itself waits and is far more frequent than writing; otherwise `AsyncMutex` is smaller and faster.
 *
 * - **Order**: first come, first served. A waiting writer holds up the readers that come after it, so writers do not starve: a writer
 *   waits at most for those that were there before it.
 * - **Re-entry** is not supported: a reader that asks again behind a waiting writer waits for itself.
 *
 * @typeParam T the protected value; `undefined` when the lock protects something outside itself
 * @example
 * ```ts
 * import { AsyncRwLock } from "@portalis/sync";
 *
 * const table = new AsyncRwLock(new Map([["a", 1]]));
 * const writer = await table.write();
 * writer.value.set("a", 2);
 * const reader = writer.downgrade();
 * const beside = await table.read();
 * beside.value.get("a"); // => 2
 * reader.release();
 * beside.release();
 * ```
 */
export class AsyncRwLock<T = undefined> {
  readonly #state: RwLockState<T>;

  /** @param value what the lock protects; to be left out only where `T` includes `undefined` */
  constructor(value?: T) {
    this.#state = new RwLockState(value as T);
  }

  /**
   * Waits to read, beside other readers.
   *
   * **Cancel safety.** A cancelled wait leaves the queue and holds nothing. A task that is aborted after it was let in, but before it
   * ran, leaves again. With `{ signal }`, an abort before the grant rejects with the signal's reason; after the grant the signal no
   * longer matters.
   *
   * **Order**: first come, first served; a writer that waits holds up readers that come after it. Constant time, however many wait.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncRwLock } from "@portalis/sync";
   *
   * const lock = new AsyncRwLock("value");
   * const [first, second] = [await lock.read(), await lock.read()];
   * [first.value, lock.tryWrite()]; // => ["value", undefined]
   * first.release();
   * second.release();
   * ```
   */
  read(options?: WaitOptions): Operation<ReadGuard<T>> {
    return new AccessOperation(this.#state, "read", (state) => new ReadGuard(state), options);
  }

  /**
   * Waits to write, alone.
   *
   * **Cancel safety.** As `read()`; when a writer at the front of the queue is cancelled, the readers behind it come in.
   *
   * **Order**: first come, first served; it waits at most for those that were there before. Constant time, however many wait.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncRwLock } from "@portalis/sync";
   *
   * const lock = new AsyncRwLock(1);
   * const writer = await lock.write();
   * writer.value = 2;
   * writer.release();
   * lock.tryRead()?.value; // => 2
   * ```
   */
  write(options?: WaitOptions): Operation<WriteGuard<T>> {
    return new AccessOperation(this.#state, "write", (state) => new WriteGuard(state), options);
  }

  /**
   * Waits to read beside plain readers, with the right to become the writer later. There is at most one such reader at a time, so two
   * can never wait for each other.
   *
   * **Cancel safety.** As `read()`.
   *
   * **Order**: first come, first served. Constant time, however many wait.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncRwLock } from "@portalis/sync";
   *
   * const lock = new AsyncRwLock(1);
   * const reader = await lock.upgradableRead();
   * const writer = await reader.upgrade();
   * writer.value++;
   * writer.release();
   * lock.tryRead()?.value; // => 2
   * ```
   */
  upgradableRead(options?: WaitOptions): Operation<UpgradableGuard<T>> {
    return new AccessOperation(this.#state, "upgradable", (state) => new UpgradableGuard(state), options);
  }

  /** Reads when that is possible now and nobody waits, and gives `undefined` when it is not. */
  tryRead(): ReadGuard<T> | undefined {
    return this.#state.enter("read") ? new ReadGuard(this.#state) : undefined;
  }

  /** Writes when nobody is inside and nobody waits, and gives `undefined` when someone is. */
  tryWrite(): WriteGuard<T> | undefined {
    return this.#state.enter("write") ? new WriteGuard(this.#state) : undefined;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): RwLockStatistics {
    const { readers, upgradable, writing, waiters, upgrades } = this.#state;
    return { readers: readers + (upgradable ? 1 : 0), writing, waiting: waiters.size + upgrades.size };
  }
}
