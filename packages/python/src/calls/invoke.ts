import { propertyName } from "../names.js";
import type { Py } from "../py.js";
import { methodsOf } from "../types/methods-of.js";
import { call, callKw, callMethod } from "./call.js";
import { getattr } from "./getattr.js";

/**
 * Calls a method of any Python value: `o.name(...)`, without making a bound method on the way.
 *
 * @param name Python's name of the method
 * @throws AttributeError when there is no such attribute, TypeError when the arguments do not fit
 *
 * @example
 * ```ts
 * invoke("a,b", "split", ","); // ["a", "b"]
 * ```
 */
export function invoke(o: Py, name: string, ...args: Py[]): Py {
  const method = methodOf(o, name);
  if (method !== undefined) return callMethod(o, method, args, undefined);
  const native = methodsOf(o)?.[name];
  if (native !== undefined) return callNative(native, o, args, undefined);
  return call(getattr(o, name), ...args);
}

/** {@link invoke} with keyword arguments. */
export function invokeKw(o: Py, name: string, args: readonly Py[], kw: Readonly<Record<string, Py>>): Py {
  const method = methodOf(o, name);
  if (method !== undefined) return callMethod(o, method, args, kw);
  const native = methodsOf(o)?.[name];
  if (native !== undefined) return callNative(native, o, args, kw);
  return callKw(getattr(o, name), args, kw);
}

/** A method on the prototype of an object whose class carries Python's methods. */
function methodOf(o: Py, name: string): Py {
  if (
    typeof o !== "object" ||
    o === null ||
    Array.isArray(o) ||
    o.$generator === true ||
    o.$coroutine === true ||
    o.$asyncGenerator === true
  )
    return undefined;
  const key = propertyName(name);
  const method: Py = o[key];
  if (typeof method !== "function" || method.$class === true || Object.hasOwn(o as object, key)) return undefined;
  return method;
}

function callNative(native: Py, o: Py, args: readonly Py[], kw: Readonly<Record<string, Py>> | undefined): Py {
  const signature = native.$bare ?? native.$signature;
  if (
    kw === undefined &&
    (signature === undefined || (signature.simple && args.length >= signature.required && args.length <= signature.positional.length))
  ) {
    return native(o, ...args);
  }
  const bound: Py = (...rest: Py[]): Py => native(o, ...rest);
  Object.assign(bound, { $signature: signature, $name: native.$name, $qualname: native.$qualname, $native: true });
  return kw === undefined ? call(bound, ...args) : callKw(bound, args, kw);
}
