import { attributeName } from "../names.js";
import { BaseException } from "./base-exception.js";
import { AttributeError, MemoryError, NameError, RecursionError, RuntimeError, TypeError } from "./builtin-exceptions.js";

type ErrorMap = (error: unknown) => BaseException | undefined;

const maps: ErrorMap[] = [];
const mapped = /* @__PURE__ */ new WeakMap<object, BaseException>();

/**
 * Adds a translation of JavaScript errors into Python's exceptions; later ones are asked first.
 *
 * A layer that has errors of its own (a scheduler's cancellation, say) makes them visible to `except` with it.
 */
export function mapErrors(map: ErrorMap): void {
  maps.unshift(map);
}

/**
 * The Python exception behind whatever was thrown: what `except ... as e` binds.
 *
 * Python's exceptions come back as they are. Errors of the JavaScript engine become what CPython raises in the same place: a stack overflow is
 * RecursionError, reading a property of None is AttributeError, a variable that is read too early is NameError. Anything else is a RuntimeError with the error as `cause`.
 * The same error always gives the same exception.
 *
 * @example
 * ```ts
 * try {
 *   body();
 * } catch ($e) {
 *   const e = caught($e);
 *   if (!isinstance(e, ValueError)) throw $e;
 * }
 * ```
 */
export function caught(error: unknown): BaseException {
  if (error instanceof BaseException) return error;
  if (typeof error !== "object" || error === null) return translate(error);
  let exception = mapped.get(error);
  if (exception === undefined) {
    exception = translate(error);
    mapped.set(error, exception);
  }
  return exception;
}

function translate(error: unknown): BaseException {
  for (const map of maps) {
    const exception = map(error);
    if (exception !== undefined) return exception;
  }
  const exception = engineError(error);
  exception.cause = error;
  return exception;
}

function engineError(error: unknown): BaseException {
  if (!(error instanceof Error)) return new RuntimeError(`JavaScript threw: ${String(error)}`);
  const { name, message } = error;
  if (/call stack|stack overflow|too much recursion/i.test(message)) return new RecursionError("maximum recursion depth exceeded");
  if (name === "RangeError" && /allocation|array length|BigInt|string length/i.test(message)) return new MemoryError();
  if (name === "ReferenceError") {
    // Variables of modules and classes that are read before they are there.
    const early = /access '([\w$]+)'|'?([\w$]+)'? (?:is not initialized|before initialization)|access lexical declaration '([\w$]+)'/.exec(
      message,
    );
    const variable = early?.[1] ?? early?.[2] ?? early?.[3];
    if (variable !== undefined) return new NameError(`name '${attributeName(variable)}' is not defined`);
  }
  if (name === "TypeError") {
    const read = /(?:read(?:ing)?|property|evaluating)[^'"]*['"]([^'"]+)['"]/.exec(message);
    if (read !== null && /null|undefined/.test(message)) return new AttributeError(`'NoneType' object has no attribute '${read[1]}'`);
    return new TypeError(message);
  }
  return new RuntimeError(`${name}: ${message}`);
}
