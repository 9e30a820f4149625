import { OverflowError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { type Int, PyFloat } from "../types/py-float.js";

/** The largest int that is a JavaScript number; beyond it ints are bigints. */
export const MAX_SAFE = 9007199254740991;

/** Stores an exact integer as Python's int: a number where it is safe, else a bigint. */
export function demote(value: bigint): Int {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value;
}

/** The int behind a value, for int and bool; `undefined` for everything else. */
export function intOf(value: Py): Int | undefined {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? value : undefined;
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return undefined;
  }
}

/** Whether a value is a float, boxed or not. */
export function isFloat(value: Py): value is number | PyFloat {
  return typeof value === "number" ? !Number.isInteger(value) : value instanceof PyFloat;
}

/** The number behind a float or an int, as a float; `undefined` for everything else. */
export function numberOf(value: Py): number | undefined {
  switch (typeof value) {
    case "number":
      return value;
    case "boolean":
      return value ? 1 : 0;
    case "bigint":
      return bigToNumber(value);
    default:
      return value instanceof PyFloat ? value.value : undefined;
  }
}

/**
 * An int as a float.
 *
 * @throws OverflowError when it is too large
 */
export function bigToNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isFinite(number)) throw new OverflowError("int too large to convert to float");
  return number;
}

/** Whether a value is a number of Python: int, bool or float. */
export function isNumber(value: Py): boolean {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean" || value instanceof PyFloat;
}
