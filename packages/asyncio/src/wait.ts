import { asyncDef, F, type Float, iter, type Py, PySet, T, type Tuple, TypeError, typeName, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { iscoroutine } from "./coroutines.js";
import { get_running_loop } from "./events.js";
import type { TimerHandle } from "./events.js";
import { type Future, isfuture } from "./futures.js";
import { seconds } from "./seconds.js";

/** {@link wait} ends when any future is done. */
export const FIRST_COMPLETED = "FIRST_COMPLETED";
/** {@link wait} ends when any future fails, or all are done. A cancelled one is no failure. */
export const FIRST_EXCEPTION = "FIRST_EXCEPTION";
/** {@link wait} ends when all futures are done. */
export const ALL_COMPLETED = "ALL_COMPLETED";

/** The keyword arguments of {@link wait}. */
export interface WaitFuturesOptions {
  readonly timeout?: Float | null | undefined;
  readonly return_when?: string | undefined;
}

/**
 * Waits for futures and gives two sets of them: done and pending, each in the order given.
 *
 * A timeout raises nothing: what is not done is in the second set. Cancelling the wait leaves the futures alone.
 *
 * @throws TypeError for coroutines: make tasks of them; ValueError when there is nothing to wait for
 *
 * @example
 * ```ts
 * const [done, pending] = yield* asyncio.wait(tasks, { timeout: 5, return_when: asyncio.FIRST_COMPLETED });
 * ```
 */
export function* wait(fs: Py, { timeout = null, return_when = ALL_COMPLETED }: WaitFuturesOptions = {}): Coroutine<Tuple> {
  if (isfuture(fs) || iscoroutine(fs)) throw new TypeError(`expect a list of futures, not ${typeName(fs)}`);
  const futures = new Set<Future>(iter(fs));
  if (futures.size === 0) throw new ValueError("Set of Tasks/Futures is empty.");
  if (return_when !== FIRST_COMPLETED && return_when !== FIRST_EXCEPTION && return_when !== ALL_COMPLETED) {
    throw new ValueError(`Invalid return_when value: ${return_when}`);
  }
  for (const future of futures) {
    if (iscoroutine(future)) throw new TypeError("Passing coroutines is forbidden, use tasks explicitly.");
  }
  yield* untilEnough(futures, timeout, return_when);
  const done: Future[] = [];
  const pending: Future[] = [];
  for (const future of futures) (future.done() ? done : pending).push(future);
  return T(PySet.from(done), PySet.from(pending));
}
asyncDef(wait, "wait", "(fs, *, timeout=, return_when=)");

function* untilEnough(futures: ReadonlySet<Future>, timeout: Float | null, returnWhen: string): Coroutine<void> {
  const loop = get_running_loop();
  const waiter = loop.create_future();
  let timer: TimerHandle | undefined;
  if (timeout !== null) timer = loop.call_later(F(seconds(timeout, "+")), release, waiter);
  let missing = futures.size;
  const completed = (future: Future): void => {
    missing--;
    const enough =
      missing <= 0 ||
      returnWhen === FIRST_COMPLETED ||
      (returnWhen === FIRST_EXCEPTION && !future.cancelled() && future.exception() !== null);
    if (!enough) return;
    timer?.cancel();
    release(waiter);
  };
  const callbacks = [...futures].map((future) => [future, future._on_done("_wait.<locals>._on_completion()", completed)] as const);
  try {
    yield* waiter;
  } finally {
    timer?.cancel();
    for (const [future, callback] of callbacks) if (!future.done()) future._unlink(callback);
  }
}

/** Completes the future of a wait, unless it was cancelled. */
export function release(waiter: Future): void {
  if (!waiter.done()) waiter.set_result(null);
}
