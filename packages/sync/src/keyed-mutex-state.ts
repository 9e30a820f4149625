import type { WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/** The locks of a `KeyedMutex`. Invariant: there is an entry for a key exactly while its lock is held; the entry holds those who wait. */
export class KeyedMutexState<K> {
  readonly locked: Map<K, WaitQueue> = new Map<K, WaitQueue>();

  /** Takes the lock of `key` when it is free. */
  take(key: K): boolean {
    if (this.locked.has(key)) return false;
    this.locked.set(key, new WaitQueue());
    return true;
  }

  /** Hands the lock of `key` to the first waiter, or frees it, and then forgets the key. */
  unlock(key: K): void {
    const next = this.locked.get(key)?.shift();
    if (next === undefined) this.locked.delete(key);
    else next.grant();
  }
}

/** The right to do what a key of a `KeyedMutex` protects, until it is released. It belongs to this object, not to a task. */
export class KeyGuard<K> implements Disposable {
  /** What is locked. */
  readonly key: K;
  #state: KeyedMutexState<K> | undefined;

  /** @internal */
  constructor(state: KeyedMutexState<K>, key: K) {
    this.#state = state;
    this.key = key;
  }

  /** Whether this guard holds the lock: not after `release()`. */
  get isHeld(): boolean {
    return this.#state !== undefined;
  }

  /** Gives the lock to the first who waits for this key, or frees it. Never waits; a second call does nothing. */
  release(): void {
    const state = this.#state;
    this.#state = undefined;
    state?.unlock(this.key);
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }
}

/** `KeyedMutex.lock` */
export class KeyedLockOperation<K> extends WaitOperation<KeyGuard<K>> {
  readonly #state: KeyedMutexState<K>;
  readonly #key: K;

  constructor(state: KeyedMutexState<K>, key: K, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.#key = key;
  }

  override attempt(): KeyGuard<K> | typeof PENDING {
    return this.#state.take(this.#key) ? this.complete() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    // What is pending is locked, and so has an entry.
    (this.#state.locked.get(this.#key) as WaitQueue).push(waiter);
  }

  override complete(): KeyGuard<K> {
    return new KeyGuard(this.#state, this.#key);
  }

  override giveBack(): void {
    this.#state.unlock(this.#key);
  }

  override describe(): string {
    return "KeyedMutex.lock";
  }
}
