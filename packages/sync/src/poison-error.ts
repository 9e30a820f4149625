import { AsyncError } from "@portalis/runtime";
import type { MutexGuard } from "./mutex-guard.js";

/**
 * An earlier holder of a poisoning mutex failed, so the value may be half changed. `code` is `ERR_POISONED`.
 *
 * The error carries the guard: the lock *was* taken. Look at the value, repair it, call `clearPoison()` on the mutex, release the guard.
 */
export class PoisonError<T = unknown> extends AsyncError {
  override readonly name: string = "PoisonError";
  override readonly code: string = "ERR_POISONED";
  /** The lock, taken. Release it. */
  readonly guard: MutexGuard<T>;

  constructor(guard: MutexGuard<T>) {
    super("Cannot trust the value of the mutex: an earlier holder failed. Repair it through error.guard and call clearPoison().");
    this.guard = guard;
  }
}
