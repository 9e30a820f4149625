import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { PyFloat } from "../types/py-float.js";
import { Tuple } from "../types/tuple.js";
import { truth } from "./truth.js";

/**
 * Python's `a == b`. The result is a bool for everything built in; a class of a program may return anything.
 *
 * @example
 * ```ts
 * eq(1, F(1)); // true
 * eq([1, [2]], [1, [2]]); // true
 * ```
 */
export function eq(a: Py, b: Py): boolean {
  if (typeof a !== "object" && typeof b !== "object") return a === b || equalPrimitives(a, b);
  if (a === null) return b === null || (typeof b?.__eq__ === "function" && equalObjects(a, b));
  if (Array.isArray(a)) {
    if (Array.isArray(b)) return a instanceof Tuple === b instanceof Tuple && equalItems(a, b);
  } else if (isNumeric(a) && isNumeric(b)) {
    // Loose equality compares bigints and numbers exactly.
    return unbox(a) == unbox(b);
  }
  return equalObjects(a, b);
}

/** Python's `a != b`. */
export function ne(a: Py, b: Py): boolean {
  if (typeof a !== "object" && typeof b !== "object") return !(a === b || equalPrimitives(a, b));
  const method: Py = typeof a === "object" && a !== null ? a.__ne__ : undefined;
  if (typeof method === "function") {
    const result: Py = method.call(a, b);
    if (result !== NotImplemented) return result;
  }
  return !truth(eq(a, b));
}

/** Equality as containers use it: the same object is equal to itself, whatever its class says. */
export function same(a: Py, b: Py): boolean {
  return Object.is(a, b) || truth(eq(a, b));
}

function equalPrimitives(a: Py, b: Py): boolean {
  // The same method of the same object is equal wherever it was read.
  if (typeof a === "function")
    return typeof b === "function" && a.$self !== undefined && a.$self === b.$self && a.$function === b.$function;
  if (typeof a === "boolean" || typeof b === "boolean") return isNumeric(a) && isNumeric(b) && unbox(a) == unbox(b);
  return false;
}

function isNumeric(value: Py): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" || value instanceof PyFloat;
}

function unbox(value: Py): number | bigint {
  if (value instanceof PyFloat) return value.value;
  return typeof value === "boolean" ? Number(value) : (value as number | bigint);
}

function equalItems(a: readonly Py[], b: readonly Py[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!same(a[i], b[i])) return false;
  return true;
}

function equalObjects(a: Py, b: Py): boolean {
  const forward: Py = typeof a === "object" && a !== null ? a.__eq__ : undefined;
  const backward: Py = typeof b === "object" && b !== null ? b.__eq__ : undefined;
  const derived =
    typeof backward === "function" &&
    a !== null &&
    a?.constructor !== b.constructor &&
    a?.constructor !== undefined &&
    b instanceof a.constructor;
  if (derived) {
    const result: Py = backward.call(b, a);
    if (result !== NotImplemented) return result;
  }
  if (typeof forward === "function") {
    const result: Py = forward.call(a, b);
    if (result !== NotImplemented) return result;
  }
  if (typeof backward === "function" && !derived) {
    const result: Py = backward.call(b, a);
    if (result !== NotImplemented) return result;
  }
  return a === b;
}
