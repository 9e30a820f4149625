import { nativeDef } from "../calls/def.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { F, PyFloat } from "../types/py-float.js";
import { typeName } from "../types/type-name.js";
import { demote, intOf } from "./integers.js";

/** Python's `-value`. */
export function neg(value: Py): Py {
  if (typeof value === "number") return Number.isInteger(value) ? 0 - value : -value;
  if (value instanceof PyFloat) return F(-value.value);
  if (typeof value === "boolean") return value ? -1 : 0;
  if (typeof value === "bigint") return demote(-value);
  return unary(value, "__neg__", "-");
}

/** Python's `+value`. */
export function pos(value: Py): Py {
  if (typeof value === "number" || typeof value === "bigint" || value instanceof PyFloat) return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return unary(value, "__pos__", "+");
}

/** Python's `~value`. */
export function invert(value: Py): Py {
  const int = intOf(value);
  if (int !== undefined) return typeof int === "number" ? -1 - int : demote(-1n - int);
  return unary(value, "__invert__", "~");
}

/** Python's `abs(value)`. */
export function abs(value: Py): Py {
  if (typeof value === "number") return Math.abs(value);
  if (value instanceof PyFloat) return F(Math.abs(value.value));
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "bigint") return value < 0n ? -value : value;
  const method: Py = typeof value === "object" && value !== null ? value.__abs__ : undefined;
  if (typeof method !== "function") throw new TypeError(`bad operand type for abs(): '${typeName(value)}'`);
  return method.call(value);
}

function unary(value: Py, method: string, symbol: string): Py {
  const f: Py = typeof value === "object" && value !== null ? value[method] : undefined;
  if (typeof f !== "function") throw new TypeError(`bad operand type for unary ${symbol}: '${typeName(value)}'`);
  return f.call(value);
}

nativeDef(abs, "abs", "(x, /)");
