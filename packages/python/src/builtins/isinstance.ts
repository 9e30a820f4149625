import { nativeDef } from "../calls/def.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import { PyObject } from "../object.js";
import type { Py } from "../py.js";
import { Tuple } from "../types/tuple.js";

/**
 * Python's `isinstance(value, type)`; `type` is a type, a class, or a tuple of them.
 *
 * @example
 * ```ts
 * isinstance(true, int); // true
 * isinstance(1, T(str, int)); // true
 * ```
 */
export function isinstance(value: Py, type: Py): boolean {
  if (typeof type === "function") {
    if (Object.hasOwn(type as object, "$check")) return type.$check(value) as boolean;
    return type === PyObject || value instanceof type;
  }
  if (type instanceof Tuple) return type.some((each: Py) => isinstance(value, each));
  throw new TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
}

/** Python's `issubclass(cls, type)`; every class is a subclass of itself. */
export function issubclass(cls: Py, type: Py): boolean {
  if (typeof cls !== "function" || (cls.$class !== true && cls.$builtin !== true))
    throw new TypeError("issubclass() arg 1 must be a class");
  if (type instanceof Tuple) return type.some((each: Py) => issubclass(cls, each));
  if (typeof type !== "function" || (type.$class !== true && type.$builtin !== true)) {
    throw new TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  if (cls === type || type === PyObject) return true;
  if (cls.$builtin === true) return cls.$base !== undefined && issubclass(cls.$base(), type);
  return type.$builtin === true ? false : Object.prototype.isPrototypeOf.call(type as object, cls);
}

nativeDef(isinstance, "isinstance", "(obj, class_or_tuple, /)");
nativeDef(issubclass, "issubclass", "(cls, class_or_tuple, /)");
