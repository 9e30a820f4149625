import { AsyncError } from "./async-error.js";

/**
 * A runtime or an operation was used in a way that cannot work: configured too late, blocked on inside a task, iterated twice, shut
 * down, deadlocked.
 */
export class RuntimeError extends AsyncError {
  override readonly name: string = "RuntimeError";
  override readonly code: string = "ERR_RUNTIME";
}
