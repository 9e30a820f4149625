import { nativeDef } from "../calls/def.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { textLength } from "../types/str/code-points.js";
import { typeName } from "../types/type-name.js";

/**
 * Python's `len(value)`; strings are measured in code points.
 *
 * @throws TypeError for what has no length
 */
export function len(value: Py): number {
  if (Array.isArray(value)) return value.length;
  if (typeof value === "string") return textLength(value);
  if (typeof value === "object" && value !== null && typeof value.__len__ === "function") {
    const length: Py = value.__len__();
    if (typeof length !== "number" || !Number.isInteger(length))
      throw new TypeError(`'${typeName(length)}' object cannot be interpreted as an integer`);
    if (length < 0) throw new ValueError("__len__() should return >= 0");
    return length;
  }
  if (typeof value === "function" && value.$members instanceof Map) return new Set<Py>(value.$members.values() as Iterable<Py>).size;
  throw new TypeError(`object of type '${typeName(value)}' has no len()`);
}

nativeDef(len, "len", "(obj, /)");
