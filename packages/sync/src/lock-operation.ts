import { AsyncError, type WaitOptions } from "@portalis/runtime";
import { currentTask, PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
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
    if (this.#state.take()) return enter(this.#state);
    const { taker } = this.#state;
    if (taker !== undefined && taker.task === currentTask()) throw reentered(taker.place);
    return PENDING;
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
  const task = currentTask();
  if (task?.scheduler.runtime.config.debug === true) state.taker = { task, place: new Error("The lock was taken here.") };
  if (state.poisoned) throw new PoisonError(guard);
  return guard;
}

function reentered(place: Error): AsyncError {
  return new AsyncError("Cannot lock the mutex: this task holds it and would wait for itself. Pass the guard on instead, see cause.", {
    cause: place,
  });
}
