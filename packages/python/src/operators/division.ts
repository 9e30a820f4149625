import { nativeDef } from "../calls/def.js";
import { OverflowError, ZeroDivisionError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { percentFormat } from "../text/percent-format.js";
import { Bytes } from "../types/bytes.js";
import { F, type Int } from "../types/py-float.js";
import { T, type Tuple } from "../types/tuple.js";
import { dispatch, unsupported } from "./dispatch.js";
import { demote, intOf, isFloat, numberOf } from "./integers.js";

/**
 * Python's `a / b`: always a float for numbers.
 *
 * @throws ZeroDivisionError
 */
export function truediv(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && b !== 0) return F(a / b);
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) return F(divideInts(x, y));
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) {
    if (right === 0) throw new ZeroDivisionError(isFloat(a) || isFloat(b) ? "float division by zero" : "division by zero");
    return F(left / right);
  }
  const result = dispatch({ symbol: "/", method: "__truediv__", reflected: "__rtruediv__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("/", a, b);
}

/** The quotient of two ints, rounded correctly whatever their size. */
export function divideInts(a: Int, b: Int): number {
  if (b === 0) throw new ZeroDivisionError("division by zero");
  if (typeof a === "number" && typeof b === "number") return a / b;
  let numerator = BigInt(a);
  let denominator = BigInt(b);
  const negative = numerator < 0n !== denominator < 0n;
  if (numerator < 0n) numerator = -numerator;
  if (denominator < 0n) denominator = -denominator;
  // At least 64 significant bits of the quotient and a sticky bit: Number() then rounds once, correctly, for normal results.
  const shift = BigInt(Math.max(0, 66 - (bitLength(numerator) - bitLength(denominator))));
  let quotient = (numerator << shift) / denominator;
  if (quotient * denominator !== numerator << shift) quotient |= 1n;
  const exponent = bitLength(quotient) - Number(shift);
  if (exponent > 1024) throw new OverflowError("integer division result too large for a float");
  // Below the normal range the quotient keeps fewer bits: cut to what a subnormal holds before rounding.
  const value = exponent < -1021 ? subnormal(quotient, Number(shift)) : scale(Number(quotient), -Number(shift));
  if (!Number.isFinite(value)) throw new OverflowError("integer division result too large for a float");
  return negative ? -value : value;
}

function subnormal(quotient: bigint, shift: number): number {
  const drop = BigInt(shift - 1074);
  if (drop <= 0n) return Number(quotient << -drop) * Number.MIN_VALUE;
  let units = quotient >> drop;
  const rest = quotient - (units << drop);
  const half = 1n << (drop - 1n);
  if (rest > half || (rest === half && (units & 1n) === 1n)) units += 1n;
  return Number(units) * Number.MIN_VALUE;
}

function scale(value: number, power: number): number {
  let result = value;
  let rest = power;
  while (rest < -1000) {
    result *= 2 ** -1000;
    rest += 1000;
  }
  return result * 2 ** rest;
}

/** The number of bits of a positive integer. */
export function bitLength(value: bigint): number {
  if (value === 0n) return 0;
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
}

/** Python's `a // b`: rounds down; an int for ints. */
export function floordiv(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && Number.isInteger(a) && Number.isInteger(b) && b !== 0) return floorInts(a, b);
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) return divmodInts(x, y, "integer division or modulo by zero")[0];
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) {
    if (right === 0) throw new ZeroDivisionError("float floor division by zero");
    return F(divmodFloats(left, right)[0]);
  }
  const result = dispatch({ symbol: "//", method: "__floordiv__", reflected: "__rfloordiv__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("//", a, b);
}

/** Python's `a % b`: has the sign of `b`; on strings it formats. */
export function mod(a: Py, b: Py): Py {
  if (typeof a === "number" && typeof b === "number" && Number.isInteger(a) && Number.isInteger(b) && b !== 0) {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
  }
  if (typeof a === "string") return percentFormat(a, b);
  if (a instanceof Bytes) throw unsupported("%", a, b);
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) return divmodInts(x, y, "integer modulo by zero")[1];
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) {
    if (right === 0) throw new ZeroDivisionError("float modulo by zero");
    return F(divmodFloats(left, right)[1]);
  }
  const result = dispatch({ symbol: "%", method: "__mod__", reflected: "__rmod__" }, a, b);
  if (result !== undefined) return result;
  throw unsupported("%", a, b);
}

/** Python's `divmod(a, b)`: the quotient rounded down and the rest. */
export function divmod(a: Py, b: Py): Tuple {
  const x = intOf(a);
  const y = intOf(b);
  if (x !== undefined && y !== undefined) return T(...divmodInts(x, y, "integer division or modulo by zero"));
  const left = numberOf(a);
  const right = left === undefined ? undefined : numberOf(b);
  if (left !== undefined && right !== undefined) {
    if (right === 0) throw new ZeroDivisionError("float divmod()");
    const [quotient, rest] = divmodFloats(left, right);
    return T(F(quotient), F(rest));
  }
  const result = dispatch({ symbol: "divmod()", method: "__divmod__", reflected: "__rdivmod__" }, a, b);
  if (result !== undefined) return result as Tuple;
  throw unsupported("divmod()", a, b);
}

function floorInts(a: number, b: number): number {
  const rest = a % b;
  if (rest === 0) return a / b + 0;
  const whole = (a - rest) / b;
  return rest < 0 === b < 0 ? Math.round(whole) + 0 : Math.round(whole) - 1;
}

function divmodInts(a: Int, b: Int, complaint: string): [Int, Int] {
  if (b === 0) throw new ZeroDivisionError(complaint);
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return [floorInts(a, b), rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0];
  }
  const x = BigInt(a);
  const y = BigInt(b);
  let quotient = x / y;
  let rest = x % y;
  if (rest !== 0n && rest < 0n !== y < 0n) {
    quotient -= 1n;
    rest += y;
  }
  return [demote(quotient), demote(rest)];
}

/** The algorithm of CPython's `float_divmod`. */
function divmodFloats(a: number, b: number): [number, number] {
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  } else rest = b < 0 ? -0 : 0;
  if (Number.isNaN(quotient)) return [quotient, rest];
  if (quotient === 0) return [a / b < 0 || Object.is(a / b, -0) ? -0 : 0, rest];
  let floor = Math.floor(quotient);
  if (quotient - floor > 0.5) floor += 1;
  return [floor, rest];
}

nativeDef(divmod, "divmod", "(x, y, /)");
