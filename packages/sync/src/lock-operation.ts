import type { WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import { MutexGuard } from "./mutex-guard.js";
import type { MutexState } from "./mutex-state.js";
import { PoisonError } from "./poison-error.js";

/** `AsyncMutex.lock` */
export class LockOperation<T> extends WaitOperation<MutexGuard<T>> {
  readonly #state: MutexState<T>;

  constructor(state: MutexState<T>, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): MutexGuard<T> | typeof PENDING {
    return this.#state.take() ? enter(this.#state) : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override complete(): MutexGuard<T> {
    return enter(this.#state);
  }

  override giveBack(): void {
    this.#state.unlock();
  }

  override describe(): string {
    return "AsyncMutex.lock";
  }
}

/** The guard of a lock that was just taken. Throws it inside a `PoisonError` when the value may be unsound. */
export function enter<T>(state: MutexState<T>): MutexGuard<T> {
  const guard = new MutexGuard(state);
  if (state.poisoned) throw new PoisonError(guard);
  return guard;
}
