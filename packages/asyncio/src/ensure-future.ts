import { asyncDef, aw, coroutine as coroutines, def, type Py, RuntimeError, TypeError, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { Awaitable } from "./awaitable.js";
import type { EventLoop } from "./base-events.js";
import { iscoroutine } from "./coroutines.js";
import { get_running_loop } from "./events.js";
import { Future } from "./futures.js";

/**
 * A future of an awaitable: futures and tasks as they are, coroutines and other awaitables as new tasks.
 *
 * @throws TypeError when it cannot be awaited; RuntimeError when a task must be made and no loop runs
 */
export function ensure_future<T>(
  coro_or_future: Awaitable<T>,
  { loop = null }: { readonly loop?: EventLoop | null | undefined } = {},
): Future<T> {
  const value: Py = coro_or_future;
  if (value instanceof Future) {
    if (loop !== null && loop !== value._loop) {
      throw new ValueError("The future belongs to a different loop than the one specified as the loop argument");
    }
    return value as Future<T>;
  }
  let coro: Coroutine<T>;
  const given = iscoroutine(value);
  if (given) coro = value as Coroutine<T>;
  else if (isAwaitable(value)) coro = wrapAwaitable(value) as Coroutine<T>;
  else throw new TypeError("An asyncio.Future, a coroutine or an awaitable is required");
  try {
    return (loop ?? get_running_loop()).create_task(coro);
  } catch (error) {
    if (given && error instanceof RuntimeError) coroutines.close(coro);
    throw error;
  }
}

function isAwaitable(value: Py): boolean {
  return typeof value === "object" && value !== null && (typeof value.__await__ === "function" || typeof value.then === "function");
}

function* wrapAwaitable(awaitable: Py): Coroutine<Py> {
  return yield* aw(awaitable);
}
asyncDef(wrapAwaitable, "_wrap_awaitable", "(awaitable)");

def(ensure_future, "ensure_future", "(coro_or_future, *, loop=)");
