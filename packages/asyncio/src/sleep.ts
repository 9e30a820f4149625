import { asyncDef, type Float, type Py, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { get_running_loop } from "./events.js";
import type { Future } from "./futures.js";
import { seconds } from "./seconds.js";

/**
 * Waits `delay` seconds and gives `result`.
 *
 * Zero and less let the others run once, without a timer. Cancelling the waiting task ends it and takes the timer back.
 *
 * @throws ValueError when `delay` is NaN
 */
export function* sleep<T = null>(delay: Float, result: T = null as T): Coroutine<T> {
  const time = seconds(delay);
  if (time <= 0) {
    yield;
    return result;
  }
  if (Number.isNaN(time)) throw new ValueError("Invalid delay: NaN (not a number)");
  const loop = get_running_loop();
  const future = loop.create_future() as Future<T>;
  const timer = loop.call_later(time, wake, future, result);
  try {
    return yield* future;
  } finally {
    timer.cancel();
  }
}
asyncDef(sleep, "sleep", "(delay, result=)");

function wake(future: Future, result: Py): void {
  if (!future.cancelled()) future.set_result(result);
}
