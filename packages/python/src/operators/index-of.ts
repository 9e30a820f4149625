import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import type { Int } from "../types/py-float.js";
import { typeName } from "../types/type-name.js";
import { intOf } from "./integers.js";

/**
 * A value as an exact int, as CPython wants it for indices and counts: int, bool, or an object with `__index__`.
 *
 * @throws TypeError for floats and everything else
 */
export function indexOf(value: Py): Int {
  const int = intOf(value);
  if (int !== undefined) return int;
  if (typeof value === "object" && value !== null && typeof value.__index__ === "function") {
    const result = intOf(value.__index__());
    if (result === undefined) throw new TypeError(`__index__ returned non-int (type ${typeName(value.__index__())})`);
    return result;
  }
  throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
}

/** {@link indexOf} as a JavaScript number; beyond the safe range it is cut to that range, which no container reaches. */
export function smallIndexOf(value: Py): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  const index = indexOf(value);
  return typeof index === "number" ? index : index > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}
