import { MemoryError, OverflowError, ValueError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { dispatch, unsupported } from "./dispatch.js";
import { demote, intOf } from "./integers.js";

/** Python's `a & b`. */
export function bitand(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) return a & b;
  if (typeof a === "boolean" && typeof b === "boolean") return a && b;
  return bitwise(a, b, "&", "and", (x, y) => x & y);
}

/** Python's `a | b`. */
export function bitor(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) return a | b;
  if (typeof a === "boolean" && typeof b === "boolean") return a || b;
  return bitwise(a, b, "|", "or", (x, y) => x | y);
}

/** Python's `a ^ b`. */
export function bitxor(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && (a | 0) === a && (b | 0) === b) return a ^ b;
  if (typeof a === "boolean" && typeof b === "boolean") return a !== b;
  return bitwise(a, b, "^", "xor", (x, y) => x ^ y);
}

/** Python's `a << b`. */
export function lshift(a: Py, b: Py): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    if (y < 0) throw new ValueError("negative shift count");
    if (x === 0) return 0;
    if (typeof y === "bigint") throw new OverflowError("too many digits in integer");
    if (typeof x === "number" && y < 53 && Math.abs(x) * 2 ** y <= Number.MAX_SAFE_INTEGER) return x * 2 ** y;
    if (y > 0x3fffffff) throw new MemoryError();
    return demote(BigInt(x) << BigInt(y));
  }
  const result = dispatch({ symbol: "<<", method: "__lshift__", reflected: "__rlshift__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("<<", a, b);
}

/** Python's `a >> b`. */
export function rshift(a: Py, b: Py): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    if (y < 0) throw new ValueError("negative shift count");
    if (typeof x === "number") return typeof y === "bigint" || y > 53 ? (x < 0 ? -1 : 0) : Math.floor(x / 2 ** y);
    if (typeof y === "bigint") return x < 0n ? -1 : 0;
    return demote(x >> BigInt(y));
  }
  const result = dispatch({ symbol: ">>", method: "__rshift__", reflected: "__rrshift__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported(">>", a, b);
}

/** Python's `a @ b`: nothing built in has it. */
export function matmul(a: Py, b: Py): Py {
  const result = dispatch({ symbol: "@", method: "__matmul__", reflected: "__rmatmul__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("@", a, b);
}

function bitwise(a: Py, b: Py, symbol: string, name: string, exact: (x: bigint, y: bigint) => bigint): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) return demote(exact(BigInt(x), BigInt(y)));
  const result = dispatch({ symbol, method: `__${name}__`, reflected: `__r${name}__` }, a, b);
  if (result !== undefined) return result;
  throw unsupported(symbol, a, b);
}
