import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { PyFloat } from "../types/py-float.js";
import { typeName } from "../types/type-name.js";

/**
 * The truth of a value: zero, None, and empty strings and containers are false.
 *
 * @example
 * ```ts
 * truth([]); // false
 * ```
 */
export function truth(value: Py): boolean {
  if (typeof value === "boolean") return value;
  // NaN is true in Python.
  if (typeof value === "number") return value !== 0;
  if (typeof value === "string") return value !== "";
  if (value === null || value === undefined) return false;
  if (typeof value !== "object") return typeof value === "function" || value !== 0n;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof PyFloat) return value.value !== 0;
  if (typeof value.__bool__ === "function") {
    const result: Py = value.__bool__();
    if (typeof result !== "boolean") throw new TypeError(`__bool__ should return bool, returned ${typeName(result)}`);
    return result;
  }
  if (typeof value.__len__ === "function") return value.__len__() !== 0;
  return true;
}
