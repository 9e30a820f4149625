import { TypeError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { getitem } from "../operators/getitem.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";

/**
 * Joins the keyword arguments of a call: plain objects for `k=v`, mappings for `**mapping`.
 *
 * @throws TypeError for a name given twice, and for names that are not strings
 *
 * @example
 * ```ts
 * callKw(f, [], kwargs({ a: 1 }, options)); // f(a=1, **options)
 * ```
 */
export function kwargs(...parts: Py[]): Record<string, Py> {
  const merged: Record<string, Py> = {};
  const put = (name: Py, value: Py): void => {
    if (typeof name !== "string") throw new TypeError("keywords must be strings");
    if (Object.hasOwn(merged, name)) throw new TypeError(`got multiple values for keyword argument '${name}'`);
    merged[name] = value;
  };
  for (const part of parts) {
    if (isPlainObject(part)) for (const [name, value] of Object.entries(part)) put(name, value);
    else {
      if (typeof part !== "object" || part === null || typeof part.keys !== "function") {
        throw new TypeError(`argument after ** must be a mapping, not ${typeName(part)}`);
      }
      for (const name of iter(part.keys())) put(name, getitem(part, name));
    }
  }
  return merged;
}

/** Whether a value is an object literal of JavaScript: what carries keyword arguments, never a Python value. */
export function isPlainObject(value: unknown): value is Record<string, Py> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
