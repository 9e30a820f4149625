import { AsyncError, type Operation, type WaitOptions } from "@portalis/runtime";
import { type Access, type RwLockState, UpgradeOperation } from "./rw-lock-state.js";

/** What the three guards of an `AsyncRwLock` have in common. */
abstract class RwLockGuard<T> implements Disposable {
  #state: RwLockState<T> | undefined;
  readonly #access: Access;

  constructor(state: RwLockState<T>, access: Access) {
    this.#state = state;
    this.#access = access;
  }

  /** Whether this guard still holds its access. */
  get isHeld(): boolean {
    return this.#state !== undefined;
  }

  /** Leaves the lock; the first waiters that can come in own it at once. Never waits; a second call does nothing. */
  release(): void {
    const state = this.#state;
    this.#state = undefined;
    state?.leave(this.#access);
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }

  protected state(purpose: string): RwLockState<T> {
    if (this.#state === undefined) throw new AsyncError(`Cannot ${purpose}: the guard was released. Ask the lock for a new one.`);
    return this.#state;
  }

  /** This guard holds nothing from now on: its access was turned into another guard's. */
  protected spend(): void {
    this.#state = undefined;
  }
}

/** The right to read, beside other readers. */
export class ReadGuard<T> extends RwLockGuard<T> {
  /** @internal */
  constructor(state: RwLockState<T>) {
    super(state, "read");
  }

  /**
   * The protected value. Others read it at the same time: do not change it.
   *
   * @throws AsyncError after `release()`
   */
  get value(): T {
    return this.state("read the value").value;
  }
}

/** The right to read beside other readers and, as the only one, to become the writer without letting another writer in between. */
export class UpgradableGuard<T> extends RwLockGuard<T> {
  /** @internal */
  constructor(state: RwLockState<T>) {
    super(state, "upgradable");
  }

  /**
   * The protected value. Others read it at the same time: do not change it.
   *
   * @throws AsyncError after `release()`
   */
  get value(): T {
    return this.state("read the value").value;
  }

  /**
   * Waits until the other readers have left and gives a write guard; this guard is spent then. Nobody new comes in meanwhile, and no
   * writer before it. A task that itself holds a second, plain read guard waits for ever: release that one first.
   *
   * **Cancel safety.** A cancelled upgrade leaves this guard held, as a reader.
   *
   * **Order**: before all who wait to come in: it is inside already. Constant time.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws AsyncError at once, after `release()`
   * @example
   * ```ts
   * import { AsyncRwLock } from "@portalis/sync";
   *
   * const lock = new AsyncRwLock("old");
   * const guard = await lock.upgradableRead();
   * if (guard.value === "old") {
   *   const writer = await guard.upgrade();
   *   writer.value = "new";
   *   writer.release();
   * }
   * lock.tryRead()?.value; // => "new"
   * ```
   */
  upgrade(options?: WaitOptions): Operation<WriteGuard<T>> {
    return new UpgradeOperation(
      this.state("upgrade"),
      () => this.spend(),
      (state) => new WriteGuard(state),
      options,
    );
  }

  /** Becomes a plain reader, at once. This guard is spent; another upgradable reader may come in. */
  downgrade(): ReadGuard<T> {
    const state = this.state("downgrade");
    this.spend();
    state.downgrade("upgradable", "read");
    return new ReadGuard(state);
  }
}

/** The right to change the value, alone. */
export class WriteGuard<T> extends RwLockGuard<T> {
  /** @internal */
  constructor(state: RwLockState<T>) {
    super(state, "write");
  }

  /**
   * The protected value.
   *
   * @throws AsyncError after `release()`
   */
  get value(): T {
    return this.state("read the value").value;
  }

  set value(value: T) {
    this.state("change the value").value = value;
  }

  /** Becomes a reader, at once and with no writer in between. This guard is spent; readers at the front of the queue come in. */
  downgrade(): ReadGuard<T> {
    const state = this.state("downgrade");
    this.spend();
    state.downgrade("write", "read");
    return new ReadGuard(state);
  }
}
