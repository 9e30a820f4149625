import { MemoryError, TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { F, type Int } from "../types/py-float.js";
import { Tuple, tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { dispatch, unsupported } from "./dispatch.js";
import { indexOf } from "./index-of.js";
import { demote, intOf, MAX_SAFE, numberOf } from "./integers.js";

/** Python's `a * b`; sequences are repeated. */
export function mul(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isInteger(a) && Number.isInteger(b)) {
      // `+ 0` makes the -0 of JavaScript the int 0.
      return product <= MAX_SAFE && product >= -MAX_SAFE ? product + 0 : demote(BigInt(a) * BigInt(b));
    }
    return F(product);
  }
  return mulSlowly(a, b);
}

const names = { symbol: "*", method: "__mul__", reflected: "__rmul__" };

function mulSlowly(a: Py, b: Py): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    // A bool is the int it stands for.
    if (typeof x === "number" && typeof y === "number" && (typeof a === "boolean" || typeof b === "boolean")) return mul(x, y);
    return demote(BigInt(x) * BigInt(y));
  }
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) return F(left * right);
  if (isSequence(a)) return repeatBy(a, b);
  if (isSequence(b)) return repeatBy(b, a);
  const result = dispatch(names, a, b);
  if (result !== undefined) return result;
  throw unsupported("*", a, b);
}

function isSequence(value: Py): boolean {
  return typeof value === "string" || Array.isArray(value) || value instanceof Bytes;
}

function repeatBy(sequence: Py, factor: Py): Py {
  if (intOf(factor) === undefined) {
    const result = typeof factor === "object" && factor !== null ? dispatch(names, sequence, factor) : undefined;
    if (result !== undefined) return result;
    if (typeof factor?.__index__ !== "function") throw new TypeError(`can't multiply sequence by non-int of type '${typeName(factor)}'`);
  }
  const count = countOf(indexOf(factor));
  if (typeof sequence === "string") {
    if (sequence.length * count > 0x1fffffe8) throw new MemoryError();
    return sequence.repeat(count);
  }
  if (sequence instanceof Bytes) return sequence.$repeat(count);
  if (sequence.length * count > 0xffffffff) throw new MemoryError();
  const items: Py[] = sequence.length === 1 ? new Array<Py>(count).fill(sequence[0]) : [];
  if (sequence.length !== 1) for (let i = 0; i < count; i++) for (const item of sequence) items.push(item);
  return sequence instanceof Tuple ? tupleOf(items) : items;
}

function countOf(count: Int): number {
  if (count <= 0) return 0;
  if (typeof count === "bigint") throw new MemoryError();
  return count;
}
