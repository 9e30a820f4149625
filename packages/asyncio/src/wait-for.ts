import { asyncDef, aw, caught, type Float, raiseFrom, TimeoutError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { Awaitable } from "./awaitable.js";
import { iscoroutine } from "./coroutines.js";
import { ensure_future } from "./ensure-future.js";
import { CancelledError } from "./exceptions.js";
import { get_running_loop } from "./events.js";
import type { Future } from "./futures.js";
import { seconds } from "./seconds.js";
import { timeout as timeoutAfter } from "./timeouts.js";
import { release } from "./wait.js";

/**
 * Waits for an awaitable, at most `timeout` seconds; None: for ever. A coroutine runs in the calling task.
 *
 * When the time is up, what it waits for is cancelled and cleaned up; then comes TimeoutError, or the value of something that would not be
 * cancelled. Cancelling the wait cancels the awaitable.
 *
 * @throws TimeoutError when the time is up
 *
 * @example
 * ```ts
 * const page = yield* asyncio.wait_for(fetch_page(url), 0.5);
 * ```
 */
export function* wait_for<T>(fut: Awaitable<T>, timeout: Float | null): Coroutine<T> {
  if (timeout !== null && seconds(timeout) <= 0) return yield* atOnce(fut);
  const guard = timeoutAfter(timeout);
  guard._enter();
  let result: T;
  try {
    result = (yield* iscoroutine(fut) ? fut : aw(fut)) as T;
  } catch (error) {
    guard._leave(caught(error));
    throw error;
  }
  guard._leave(null);
  return result;
}
asyncDef(wait_for, "wait_for", "(fut, timeout)");

function* atOnce<T>(fut: Awaitable<T>): Coroutine<T> {
  const future = ensure_future(fut);
  if (future.done()) return future.result();
  yield* cancelAndWait(future as Future);
  try {
    return future.result();
  } catch (error) {
    if (error instanceof CancelledError) throw raiseFrom(new TimeoutError(), error, error);
    throw error;
  }
}

/** Cancels a future or task and waits until it is done. */
function* cancelAndWait(future: Future): Coroutine<void> {
  const waiter = get_running_loop().create_future();
  const callback = future._on_done("_release_waiter()", () => {
    release(waiter);
  });
  try {
    future.cancel();
    yield* waiter;
  } finally {
    if (!future.done()) future._unlink(callback);
  }
}
