import { AsyncError } from "@portalis/runtime";
import type { MutexState } from "./mutex-state.js";

/**
 * The right to use what an `AsyncMutex` protects, until it is released.
 *
 * Whoever has the guard may pass it on, also to another task: the lock belongs to the guard, not to a task.
 */
export class MutexGuard<T> implements Disposable {
  readonly #state: MutexState<T>;

  /** @internal */
  constructor(state: MutexState<T>) {
    this.#state = state;
    state.holder = this;
  }

  /**
   * The protected value.
   *
   * @throws AsyncError after `release()`: the value may belong to someone else by then
   */
  get value(): T {
    return this.#held("read").value;
  }

  set value(value: T) {
    this.#held("change").value = value;
  }

  /** Whether this guard holds the lock: not after `release()`, and not while `AsyncCondition.wait` has given it away. */
  get isHeld(): boolean {
    return this.#state.holder === this;
  }

  /**
   * Gives the lock to the first waiter, or frees it. Never waits; a second call does nothing.
   *
   * The waiter owns the lock from this moment: who releases and asks again queues behind it.
   */
  release(): void {
    if (this.isHeld) this.#state.unlock();
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }

  #held(purpose: string): MutexState<T> {
    if (!this.isHeld)
      throw new AsyncError(`Cannot ${purpose} the value of the mutex: the guard does not hold the lock. Call lock() again.`);
    return this.#state;
  }
}
