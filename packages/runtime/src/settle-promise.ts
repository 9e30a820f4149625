import { CancelledError } from "./cancelled-error.js";
import type { Coroutine } from "./suspension.js";
import { until } from "./until.js";

/**
 * Waits for the promise of an async function to its end, whatever happens meanwhile: an async function cannot be interrupted, it is told by
 * its signal. A cancellation that comes meanwhile is kept; the function's own way to say that it was aborted (the signal's reason, an
 * `AbortError`) then becomes that cancellation, any other error is the function's.
 *
 * @param insist whether a function that was cancelled and yet returns is cancelled nevertheless
 */
export function* settlePromise<T>(promise: PromiseLike<T>, insist: boolean): Coroutine<T> {
  const state = { pending: true };
  const settled = (): void => {
    state.pending = false;
  };
  promise.then(settled, settled);
  let cancelled: CancelledError | undefined;
  for (;;) {
    try {
      const value = yield* until(promise);
      if (cancelled === undefined || !insist) return value;
    } catch (error) {
      if (!state.pending) throw cancelled !== undefined && isAbort(error) ? cancelled : error;
      if (!(error instanceof CancelledError)) throw error;
      cancelled = error;
      continue;
    }
    throw cancelled;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof CancelledError || (error instanceof Error && error.name === "AbortError");
}
