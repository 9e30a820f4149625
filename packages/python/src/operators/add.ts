import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { F } from "../types/py-float.js";
import { Tuple, tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { dispatch, unsupported } from "./dispatch.js";
import { demote, intOf, MAX_SAFE, numberOf } from "./integers.js";

/**
 * Python's `a + b`.
 *
 * @throws TypeError with CPython's text when the operands do not fit
 *
 * @example
 * ```ts
 * add(1, F(2)); // the float 3.0
 * ```
 */
export function add(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isInteger(a) && Number.isInteger(b)) return sum <= MAX_SAFE && sum >= -MAX_SAFE ? sum : demote(BigInt(a) + BigInt(b));
    return F(sum);
  }
  if (typeof a === "string" && typeof b === "string") return a + b;
  return addSlowly(a, b);
}

const names = { symbol: "+", method: "__add__", reflected: "__radd__" };

function addSlowly(a: Py, b: Py): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    // A bool is the int it stands for.
    if (typeof x === "number" && typeof y === "number" && (typeof a === "boolean" || typeof b === "boolean")) return add(x, y);
    return demote(BigInt(x) + BigInt(y));
  }
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) return F(left + right);
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) {
    return a instanceof Tuple ? tupleOf([...a, ...b]) : a.concat(b);
  }
  if (a instanceof Bytes && b instanceof Bytes) return a.$concat(b);
  const result = dispatch(names, a, b);
  if (result !== undefined) return result;
  if (typeof a === "string") throw new TypeError(`can only concatenate str (not "${typeName(b)}") to str`);
  if (Array.isArray(a)) {
    const name = a instanceof Tuple ? "tuple" : "list";
    throw new TypeError(`can only concatenate ${name} (not "${typeName(b)}") to ${name}`);
  }
  if (a instanceof Bytes) throw new TypeError(`can't concat ${typeName(b)} to bytes`);
  throw unsupported("+", a, b);
}
