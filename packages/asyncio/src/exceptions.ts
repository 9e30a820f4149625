import { BaseException, Exception, mapErrors, type Py, RuntimeError, TimeoutError } from "@portalis/python";
import { CancelledError as TaskCancelledError } from "@portalis/runtime";

/** The operation was cancelled: thrown into a task at its suspension point. A `BaseException`, so `except Exception` lets it pass. */
export class CancelledError extends BaseException {
  static override $name = "CancelledError";
  static override $module = "asyncio.exceptions";
}

/** The state of a future or task does not allow the operation. */
export class InvalidStateError extends Exception {
  static override $name = "InvalidStateError";
  static override $module = "asyncio.exceptions";
}

/** A barrier was broken or reset while a task waited at it. */
export class BrokenBarrierError extends RuntimeError {
  static override $name = "BrokenBarrierError";
  static override $module = "asyncio.exceptions";
}

export { TimeoutError };

/** A cancellation that comes from the runtime, as in `Runtime.shutdown()`, is for Python's programs one of asyncio. */
mapErrors((error) =>
  error instanceof TaskCancelledError ? cancelledError(typeof error.reason === "string" ? error.reason : null) : undefined,
);

/** Whether what was thrown is a cancellation, asyncio's or the runtime's. */
export function isCancellation(error: unknown): error is CancelledError | TaskCancelledError {
  return error instanceof CancelledError || error instanceof TaskCancelledError;
}

/** V8 keeps as many frames in an error as this says; other engines have no such limit. */
const frames = Error as { stackTraceLimit?: number };

/**
 * A CancelledError with `msg`, None: without arguments. It keeps no stack: where a cancellation is made says nothing, and looking costs ten times
 * as much as the rest.
 */
export function cancelledError(msg: Py): CancelledError {
  const { stackTraceLimit } = frames;
  if (stackTraceLimit === undefined) return msg === null ? new CancelledError() : new CancelledError(msg);
  frames.stackTraceLimit = 0;
  try {
    return msg === null ? new CancelledError() : new CancelledError(msg);
  } finally {
    frames.stackTraceLimit = stackTraceLimit;
  }
}
