import { caught, type, type Py } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { Condition, Lock, Semaphore, TaskGroup, Timeout } from "../src/index.js";

/** Python's `async with`, by its definition. */
function* asyncWith<M extends { __aenter__(): Coroutine<Py>; __aexit__(type: Py, exception: Py, traceback: Py): Coroutine<Py> }, T>(
  manager: M,
  body: (entered: Py) => Coroutine<T>,
): Coroutine<T> {
  const entered: Py = yield* manager.__aenter__();
  let value: T;
  try {
    value = yield* body(entered);
  } catch (error) {
    const exception = caught(error);
    yield* manager.__aexit__(type(exception), exception, null);
    throw exception;
  }
  yield* manager.__aexit__(null, null, null);
  return value;
}

export function inTimeout<T>(timeout: Timeout, body: () => Coroutine<T>): Coroutine<T> {
  return asyncWith(timeout, body);
}

export function inGroup<T>(group: TaskGroup, body: (group: TaskGroup) => Coroutine<T>): Coroutine<T> {
  return asyncWith(group, body);
}

export function inLock<T>(lock: Lock | Condition | Semaphore, body: () => Coroutine<T>): Coroutine<T> {
  return asyncWith(lock, body);
}
