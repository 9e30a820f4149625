import { def, type Py } from "@portalis/python";
import type { Awaitable } from "./awaitable.js";
import { ensure_future } from "./ensure-future.js";
import type { Future } from "./futures.js";

/**
 * Waits for an awaitable without passing cancellation on: cancelling the task that waits leaves `arg` running.
 *
 * An error of `arg` after that is retrieved by nobody and will be reported.
 *
 * @example
 * ```ts
 * const result = yield* asyncio.shield(save());
 * ```
 */
export function shield<T>(arg: Awaitable<T>): Future<T> {
  const inner = ensure_future(arg);
  if (inner.done()) return inner;
  const outer = inner._loop.create_future() as Future<T>;
  const innerDone = inner._on_done("shield.<locals>._inner_done_callback()", () => {
    if (outer.cancelled()) {
      if (!inner.cancelled()) inner._retrieved();
      return;
    }
    if (inner.cancelled()) {
      outer.cancel();
      return;
    }
    const exception: Py = inner.exception();
    if (exception === null) outer.set_result(inner.result());
    else outer.set_exception(exception);
  });
  outer._on_done("shield.<locals>._outer_done_callback()", () => {
    if (!inner.done()) inner._unlink(innerDone);
  });
  return outer;
}

def(shield, "shield", "(arg)");
