import { nativeDef } from "../calls/def.js";
import { OverflowError, TypeError, ValueError, ZeroDivisionError } from "../exceptions/builtin-exceptions.js";
import { power } from "../numeric/elementary.js";
import type { Py } from "../py.js";
import { F, type Int } from "../types/py-float.js";
import { typeName } from "../types/type-name.js";
import { dispatch, unsupported } from "./dispatch.js";
import { demote, intOf, MAX_SAFE, numberOf } from "./integers.js";

/**
 * Python's `a ** b`, and `pow(a, b, modulus)`.
 *
 * @throws ZeroDivisionError for zero to a negative power, OverflowError for a float that is too large, ValueError where CPython gives a complex number
 */
export function pow(a: Py, b: Py, modulus?: Py): Py {
  if (modulus !== undefined && modulus !== null) return powModulo(a, b, modulus);
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) {
    if (y >= 0) return powInts(x, y);
    if (x === 0) throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
  }
  const base = numberOf(a);
  const exponent = base === undefined ? undefined : numberOf(b);
  if (base !== undefined && exponent !== undefined) return F(powFloats(base, exponent));
  const result = dispatch({ symbol: "** or pow()", method: "__pow__", reflected: "__rpow__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("** or pow()", a, b);
}

function powInts(base: Int, exponent: Int): Int {
  if (typeof base === "number" && typeof exponent === "number") {
    let result = 1;
    let square = base;
    let rest = exponent;
    while (Math.abs(result) <= MAX_SAFE) {
      if (rest % 2 === 1) result *= square;
      rest = Math.floor(rest / 2);
      if (rest === 0) break;
      square *= square;
      if (square > MAX_SAFE) {
        result = Infinity;
        break;
      }
    }
    if (Math.abs(result) <= MAX_SAFE) return result + 0;
  }
  try {
    return demote(BigInt(base) ** BigInt(exponent));
  } catch {
    throw new OverflowError("exponent too large");
  }
}

/** C's `pow` with CPython's errors. JavaScript differs for a base of ±1 and a NaN or infinite exponent. */
export function powFloats(base: number, exponent: number): number {
  if (base === 1 || exponent === 0) return 1;
  if (base === -1 && !Number.isFinite(exponent) && !Number.isNaN(exponent)) return 1;
  if (base === 0 && exponent < 0 && exponent !== -Infinity) throw new ZeroDivisionError("0.0 cannot be raised to a negative power");
  if (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent)) {
    throw new ValueError("negative number cannot be raised to a fractional power: complex numbers are not offered");
  }
  const result = power(base, exponent);
  if (!Number.isFinite(result) && Number.isFinite(base) && Number.isFinite(exponent))
    throw new OverflowError(34, "Numerical result out of range");
  return result;
}

function powModulo(a: Py, b: Py, modulus: Py): Py {
  const [base, exponent, m] = [intOf(a), intOf(b), intOf(modulus)];
  if (base === undefined || exponent === undefined || m === undefined) {
    if (numberOf(a) !== undefined && numberOf(b) !== undefined && numberOf(modulus) !== undefined) {
      throw new TypeError("pow() 3rd argument not allowed unless all arguments are integers");
    }
    throw new TypeError(`unsupported operand type(s) for ** or pow(): '${typeName(a)}', '${typeName(b)}', '${typeName(modulus)}'`);
  }
  const size = BigInt(m);
  if (size === 0n) throw new ValueError("pow() 3rd argument cannot be 0");
  let square = BigInt(base) % size;
  let rest = BigInt(exponent);
  if (rest < 0n) {
    square = inverse(square, size);
    rest = -rest;
  }
  let result = 1n % size;
  for (; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % size;
    square = (square * square) % size;
  }
  if (result !== 0n && result < 0n !== size < 0n) result += size;
  return demote(result);
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, newR] = [modulus, ((value % modulus) + modulus) % modulus];
  let [t, newT] = [0n, 1n];
  while (newR !== 0n) {
    const quotient = r / newR;
    [r, newR] = [newR, r - quotient * newR];
    [t, newT] = [newT, t - quotient * newT];
  }
  if (r !== 1n && r !== -1n) throw new ValueError("base is not invertible for the given modulus");
  return r === -1n ? -t : t;
}

nativeDef(pow, "pow", "(base, exp, mod=)");
