import { TypeError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { Bytes } from "../types/bytes.js";
import { Dict } from "../types/dict.js";
import { AnySet } from "../types/set.js";
import { Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { add } from "./add.js";
import { bitand, bitor, bitxor, lshift, matmul, rshift } from "./bits.js";
import { methodOf, unsupported } from "./dispatch.js";
import { floordiv, mod, truediv } from "./division.js";
import { smallIndexOf } from "./index-of.js";
import { intOf } from "./integers.js";
import { mul } from "./mul.js";
import { pow } from "./pow.js";
import { sub } from "./sub.js";

/** Python's `a += b`: lists are extended where they are. The result is what the target is set to. */
export function iadd(a: Py, b: Py): Py {
  if (typeof a === typeof b && (typeof a === "number" || typeof a === "string")) return add(a, b);
  if (Array.isArray(a) && !(a instanceof Tuple)) {
    if (typeof b !== "string" && (typeof b !== "object" || b === null)) throw new TypeError(`'${typeName(b)}' object is not iterable`);
    const items = b === a ? [...a] : iter(b);
    for (const item of items) a.push(item);
    return a;
  }
  return inPlace(a, b, "__iadd__", add, "+=");
}

/** Python's `a *= b`: lists are repeated where they are. */
export function imul(a: Py, b: Py): Py {
  if (Array.isArray(a) && !(a instanceof Tuple) && intOf(b) !== undefined) {
    const count = smallIndexOf(b);
    if (count <= 0) a.length = 0;
    const items = [...a];
    for (let i = 1; i < count; i++) for (const item of items) a.push(item);
    return a;
  }
  // CPython does not repeat the right operand for containers that cannot be repeated themselves.
  if ((a instanceof Dict || a instanceof AnySet) && (typeof b === "string" || Array.isArray(b) || b instanceof Bytes))
    throw unsupported("*=", a, b);
  return inPlace(a, b, "__imul__", mul, "*=");
}

/** Python's `a -= b`. */
export function isub(a: Py, b: Py): Py {
  return inPlace(a, b, "__isub__", sub, "-=");
}

/** Python's `a /= b`. */
export function itruediv(a: Py, b: Py): Py {
  return inPlace(a, b, "__itruediv__", truediv, "/=");
}

/** Python's `a //= b`. */
export function ifloordiv(a: Py, b: Py): Py {
  return inPlace(a, b, "__ifloordiv__", floordiv, "//=");
}

/** Python's `a %= b`. */
export function imod(a: Py, b: Py): Py {
  return inPlace(a, b, "__imod__", mod, "%=");
}

/** Python's `a **= b`. */
export function ipow(a: Py, b: Py): Py {
  return inPlace(a, b, "__ipow__", pow, "**=");
}

/** Python's `a <<= b`. */
export function ilshift(a: Py, b: Py): Py {
  return inPlace(a, b, "__ilshift__", lshift, "<<=");
}

/** Python's `a >>= b`. */
export function irshift(a: Py, b: Py): Py {
  return inPlace(a, b, "__irshift__", rshift, ">>=");
}

/** Python's `a &= b`. */
export function iand(a: Py, b: Py): Py {
  return inPlace(a, b, "__iand__", bitand, "&=");
}

/** Python's `a |= b`. */
export function ior(a: Py, b: Py): Py {
  return inPlace(a, b, "__ior__", bitor, "|=");
}

/** Python's `a ^= b`. */
export function ixor(a: Py, b: Py): Py {
  return inPlace(a, b, "__ixor__", bitxor, "^=");
}

/** Python's `a @= b`. */
export function imatmul(a: Py, b: Py): Py {
  return inPlace(a, b, "__imatmul__", matmul, "@=");
}

function inPlace(a: Py, b: Py, name: string, operator: (a: Py, b: Py) => Py, symbol: string): Py {
  if (typeof a === "object") {
    const method = methodOf(a, name);
    if (method !== undefined) {
      const result: Py = method.call(a, b);
      if (result !== NotImplemented) return result;
    }
  }
  try {
    return operator(a, b);
  } catch (error) {
    // CPython names the operator that was written.
    if (error instanceof TypeError && typeof error.args[0] === "string") {
      error.args[0] = error.args[0].replace(/^(unsupported operand type\(s\) for )(\S+( or pow\(\))?): /, `$1${symbol}: `);
    }
    throw error;
  }
}
