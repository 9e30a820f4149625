import type { Py } from "../py.js";
import { construct } from "../calls/construct.js";
import { BaseException } from "./base-exception.js";
import { RuntimeError, TypeError } from "./builtin-exceptions.js";

/**
 * What `raise x` throws: an instance as it is, a class instantiated.
 *
 * @param context the exception being handled where the `raise` stands; it becomes `__context__`
 * @throws TypeError when `x` is not an exception
 *
 * @example
 * ```ts
 * throw raise(ValueError);
 * ```
 */
export function raise(x: Py, context?: Py): BaseException {
  const error = exceptionOf(x, "exceptions must derive from BaseException");
  if (context !== undefined && context !== null && context !== error) setContext(error, context as BaseException);
  return error;
}

/**
 * What `raise x from cause` throws.
 *
 * @param cause an exception, an exception class, or None to leave the context out of reports
 * @param context the exception being handled where the `raise` stands
 */
export function raiseFrom(x: Py, cause: Py, context?: Py): BaseException {
  const error = raise(x, context);
  error.__cause__ = cause === null ? null : exceptionOf(cause, "exception causes must derive from BaseException");
  error.__suppress_context__ = true;
  return error;
}

/** A bare `raise` where no exception is being handled. */
export function reraise(): never {
  throw new RuntimeError("No active exception to reraise");
}

function exceptionOf(x: Py, complaint: string): BaseException {
  if (x instanceof BaseException) return x;
  if (typeof x === "function" && x.$class === true) {
    const made = construct(x, []);
    if (made instanceof BaseException) return made;
  }
  throw new TypeError(complaint);
}

/** Sets the context; a cycle is cut where it would close, as CPython does. */
function setContext(error: BaseException, context: BaseException): void {
  for (let link: BaseException | null = context; link !== null; link = link.__context__) {
    if (link.__context__ === error) {
      link.__context__ = null;
      break;
    }
  }
  error.__context__ = context;
}
