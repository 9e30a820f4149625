import { AsyncError } from "./async-error.js";

/**
 * Thrown *into* a task at its suspension point when the task is aborted. `finally` blocks run and may wait. Code that catches it to clean
 * up should throw it on; a task that catches it and returns has completed with that value, as in asyncio.
 *
 * The error has no stack of its own: it is made by whoever aborts, and capturing a stack there costs more than the abort.
 */
export class CancelledError extends AsyncError {
  override readonly name: string = "CancelledError";
  override readonly code: string = "ERR_CANCELLED";
  /** What was given to `abort`. */
  readonly reason: unknown;

  constructor(reason?: unknown) {
    const limit = hideStack();
    super(typeof reason === "string" ? `The task was cancelled: ${reason}.` : "The task was cancelled.");
    restoreStack(limit);
    this.reason = reason;
  }
}

/** V8 captures as many frames as this says at the time of construction; other engines have no such property. */
const errors = Error as { stackTraceLimit?: number };

function hideStack(): number | undefined {
  const limit = errors.stackTraceLimit;
  if (limit !== undefined) errors.stackTraceLimit = 0;
  return limit;
}

function restoreStack(limit: number | undefined): void {
  if (limit !== undefined) errors.stackTraceLimit = limit;
}
