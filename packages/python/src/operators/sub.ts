import type { Py } from "../py.js";
import { F } from "../types/py-float.js";
import { dispatch, unsupported } from "./dispatch.js";
import { demote, intOf, MAX_SAFE, numberOf } from "./integers.js";

/** Python's `a - b`. */
export function sub(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number") {
    const difference = a - b;
    if (Number.isInteger(a) && Number.isInteger(b)) {
      return difference <= MAX_SAFE && difference >= -MAX_SAFE ? difference : demote(BigInt(a) - BigInt(b));
    }
    return F(difference);
  }
  return subSlowly(a, b);
}

const names = { symbol: "-", method: "__sub__", reflected: "__rsub__" };

function subSlowly(a: Py, b: Py): Py {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    // A bool is the int it stands for.
    if (typeof x === "number" && typeof y === "number" && (typeof a === "boolean" || typeof b === "boolean")) return sub(x, y);
    return demote(BigInt(x) - BigInt(y));
  }
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) return F(left - right);
  const result = dispatch(names, a, b);
  if (result !== undefined) return result;
  throw unsupported("-", a, b);
}
