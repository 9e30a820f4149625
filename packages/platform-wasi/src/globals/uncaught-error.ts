type Handler = (error: unknown) => void;

let handler: Handler = (error) => {
  throw error;
};

/**
 * Says what happens to an error that nobody can catch any more: one thrown by a timer's callback, a microtask or an
 * event listener. A program's start sets it to "write it to stderr and end with exit code 1"; before that it is thrown.
 */
export function setUncaughtErrorHandler(next: Handler): void {
  handler = next;
}

/** Hands `error` to the handler set by {@link setUncaughtErrorHandler}. */
export function reportUncaughtError(error: unknown): void {
  handler(error);
}

/**
 * Runs `callback`; an error it throws goes to {@link reportUncaughtError} and not to the caller.
 *
 * @param callback what to run
 */
export function runReportingErrors(callback: () => void): void {
  try {
    callback();
  } catch (error) {
    reportUncaughtError(error);
  }
}
