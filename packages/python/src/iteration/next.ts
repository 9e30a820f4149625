import { nativeDef } from "../calls/def.js";
import { callMethod } from "../calls/call.js";
import { StopIteration, TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";

/**
 * Python's `next(iterator, fallback)`.
 *
 * @throws StopIteration at the end when there is no fallback; it carries what a generator returned
 */
export function next(iterator: Py, fallback?: Py): Py {
  if (typeof iterator !== "object" || iterator === null) throw new TypeError(`'${typeName(iterator)}' object is not an iterator`);
  if (typeof iterator.__next__ === "function") {
    if (fallback === undefined) return callMethod(iterator, iterator.__next__, [], undefined);
    try {
      return callMethod(iterator, iterator.__next__, [], undefined);
    } catch (error) {
      if (error instanceof StopIteration) return fallback;
      throw error;
    }
  }
  if (typeof iterator.next !== "function" || iterator.$coroutine === true)
    throw new TypeError(`'${typeName(iterator)}' object is not an iterator`);
  const result: IteratorResult<Py> = iterator.next();
  if (result.done !== true) return result.value;
  if (fallback !== undefined) return fallback;
  throw result.value === undefined || result.value === null ? new StopIteration() : new StopIteration(result.value);
}

nativeDef(next, "next", "(iterator, default=, /)");
