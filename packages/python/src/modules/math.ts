import { nativeDef } from "../calls/def.js";
import { OverflowError, TypeError, ValueError, ZeroDivisionError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import * as exactly from "../numeric/elementary.js";
import { mul } from "../operators/mul.js";
import { indexOf } from "../operators/index-of.js";
import { intOf, isFloat, numberOf } from "../operators/integers.js";
import { powFloats } from "../operators/pow.js";
import type { Py } from "../py.js";
import { exactParts } from "../text/decimal.js";
import { truncate } from "../types/int.js";
import { F, type Float, type Int } from "../types/py-float.js";
import { T, type Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { exactSum, hypotenuse } from "./math/exact.js";
import { bigLog } from "./math/integers.js";

export { comb, factorial, gcd, isqrt, lcm, perm } from "./math/integers.js";

/** The ratio of a circle's circumference to its diameter. */
export const pi: number = Math.PI;

/** The base of natural logarithms. */
export const e: number = Math.E;

/** Twice {@link pi}. */
export const tau: number = 2 * Math.PI;

/** Positive infinity. */
export const inf: number = Number.POSITIVE_INFINITY;

/** Not a number. */
export const nan: number = Number.NaN;

/** A number as a float, as every function here takes it. */
function real(value: Py): number {
  if (typeof value === "number") return value;
  const number = numberOf(value);
  if (number !== undefined) return number;
  if (typeof value === "object" && value !== null) {
    if (typeof value.__float__ === "function") return numberOf(value.__float__()) ?? Number.NaN;
    if (typeof value.__index__ === "function") return numberOf(value.__index__()) ?? Number.NaN;
  }
  throw new TypeError(`must be real number, not ${typeName(value)}`);
}

/** A function of one float. NaN from a number is a domain error, infinity from a finite number a range error. */
function unary(name: string, compute: (x: number) => number, canOverflow = false): (x: Py) => Float {
  const f = (x: Py): Float => {
    const value = real(x);
    const result = compute(value);
    if (Number.isNaN(result) && !Number.isNaN(value)) throw new ValueError("math domain error");
    if (!Number.isFinite(result) && Number.isFinite(value)) {
      if (canOverflow) throw new OverflowError("math range error");
      throw new ValueError("math domain error");
    }
    return F(result);
  };
  return nativeDef(f, name, "(x, /)");
}

type Unary = (x: Py) => Float;

export const acos: Unary = /* @__PURE__ */ unary("acos", exactly.acos);
export const acosh: Unary = /* @__PURE__ */ unary("acosh", Math.acosh);
export const asin: Unary = /* @__PURE__ */ unary("asin", exactly.asin);
export const asinh: Unary = /* @__PURE__ */ unary("asinh", Math.asinh);
export const atan: Unary = /* @__PURE__ */ unary("atan", exactly.atan);
export const atanh: Unary = /* @__PURE__ */ unary("atanh", Math.atanh);
export const cbrt: Unary = /* @__PURE__ */ unary("cbrt", exactly.cbrt);
export const cos: Unary = /* @__PURE__ */ unary("cos", exactly.cos);
export const cosh: Unary = /* @__PURE__ */ unary("cosh", exactly.cosh, true);
export const exp: Unary = /* @__PURE__ */ unary("exp", exactly.exp, true);
export const exp2: Unary = /* @__PURE__ */ unary("exp2", (x) => exactly.power(2, x), true);
export const expm1: Unary = /* @__PURE__ */ unary("expm1", Math.expm1, true);
export const fabs: Unary = /* @__PURE__ */ unary("fabs", Math.abs);
export const log1p: Unary = /* @__PURE__ */ unary("log1p", Math.log1p);
export const sin: Unary = /* @__PURE__ */ unary("sin", exactly.sin);
export const sinh: Unary = /* @__PURE__ */ unary("sinh", exactly.sinh, true);
export const sqrt: Unary = /* @__PURE__ */ unary("sqrt", Math.sqrt);
export const tan: Unary = /* @__PURE__ */ unary("tan", exactly.tan);
export const tanh: Unary = /* @__PURE__ */ unary("tanh", exactly.tanh);
export const degrees: Unary = /* @__PURE__ */ unary("degrees", (x) => x * (180 / Math.PI));
export const radians: Unary = /* @__PURE__ */ unary("radians", (x) => x * (Math.PI / 180));

/** Python's `math.atan2`. */
export function atan2(y: Py, x: Py): Float {
  return F(exactly.atan2(real(y), real(x)));
}

/** Python's `math.pow`: always floats. */
export function pow(x: Py, y: Py): Float {
  const base = real(x);
  const exponent = real(y);
  if ((base === 0 && exponent < 0) || (base < 0 && Number.isFinite(base) && Number.isFinite(exponent) && !Number.isInteger(exponent))) {
    throw new ValueError("math domain error");
  }
  try {
    return F(powFloats(base, exponent));
  } catch (error) {
    if (error instanceof OverflowError) throw new OverflowError("math range error");
    throw error;
  }
}

/** Python's `math.log(x)` and `math.log(x, base)`; big ints too. */
export function log(x: Py, base?: Py): Float {
  const top = naturalLog(x);
  if (base === undefined) return F(top);
  const bottom = naturalLog(base);
  if (bottom === 0) throw new ZeroDivisionError("division by zero");
  return F(top / bottom);
}

function naturalLog(x: Py): number {
  return logarithm(x, exactly.log, Math.LN2);
}

function logarithm(x: Py, compute: (value: number) => number, ofTwo: number): number {
  const int = intOf(x);
  if (int !== undefined && int <= 0) throw new ValueError("math domain error");
  if (typeof int === "bigint") return bigLog(int, compute, ofTwo);
  const value = real(x);
  if (value <= 0) throw new ValueError("math domain error");
  return compute(value);
}

/** Python's `math.log2`. */
export function log2(x: Py): Float {
  return F(logarithm(x, exactly.log2, 1));
}

/** Python's `math.log10`. */
export function log10(x: Py): Float {
  return F(logarithm(x, Math.log10, Math.LOG10E * Math.LN2));
}

/** Python's `math.ceil`: an int. */
export function ceil(x: Py): Int {
  return rounded(x, "__ceil__", Math.ceil);
}

/** Python's `math.floor`: an int. */
export function floor(x: Py): Int {
  return rounded(x, "__floor__", Math.floor);
}

/** Python's `math.trunc`: an int. */
export function trunc(x: Py): Int {
  const int = intOf(x);
  if (int === undefined && !isFloat(x) && typeof x?.__trunc__ !== "function")
    throw new TypeError(`type ${typeName(x)} doesn't define __trunc__ method`);
  return rounded(x, "__trunc__", Math.trunc);
}

function rounded(x: Py, method: string, round: (value: number) => number): Int {
  const int = intOf(x);
  if (int !== undefined) return int;
  if (!isFloat(x) && typeof x?.[method] === "function") return x[method]() as Int;
  return truncate(round(real(x)));
}

/** Python's `math.copysign`. */
export function copysign(x: Py, y: Py): Float {
  const size = Math.abs(real(x));
  const sign = real(y);
  return F(sign < 0 || Object.is(sign, -0) ? -size : size);
}

/** Python's `math.fmod`: C's, with the sign of `x`. */
export function fmod(x: Py, y: Py): Float {
  const [a, b] = [real(x), real(y)];
  const rest = a % b;
  if (Number.isNaN(rest) && !Number.isNaN(a) && !Number.isNaN(b)) throw new ValueError("math domain error");
  return F(rest);
}

/** Python's `math.remainder`: to the nearest multiple, half to even. */
export function remainder(x: Py, y: Py): Float {
  const [a, b] = [real(x), real(y)];
  if (Number.isNaN(a) || Number.isNaN(b)) return F(Number.NaN);
  if (!Number.isFinite(a) || b === 0) throw new ValueError("math domain error");
  if (!Number.isFinite(b)) return F(a);
  const size = Math.abs(b);
  const rest = Math.abs(a) % size;
  const other = size - rest;
  const quotientIsOdd = (Math.abs(a) - rest) % (2 * size) !== 0;
  const result = rest < other || (rest === other && !quotientIsOdd) ? rest : rest - size;
  return F(a < 0 || Object.is(a, -0) ? -result : result);
}

/** Python's `math.modf`: the fraction and the whole, both floats. */
export function modf(x: Py): Tuple {
  const value = real(x);
  const whole = Math.trunc(value);
  const fraction = Number.isFinite(value) ? value - whole : Number.isNaN(value) ? value : 0;
  return T(F(value < 0 || Object.is(value, -0) ? -Math.abs(fraction) : fraction), F(whole));
}

/** Python's `math.frexp`: mantissa and exponent of two. */
export function frexp(x: Py): Tuple {
  const value = real(x);
  if (value === 0 || !Number.isFinite(value)) return T(F(value), 0);
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const bits = mantissa.toString(2).length;
  return T(F((Math.sign(value) * Number(mantissa)) / 2 ** bits), exponent + bits);
}

/** Python's `math.ldexp`: `x * 2**i`. */
export function ldexp(x: Py, i: Py): Float {
  const value = real(x);
  const power = Number(indexOf(i));
  const half = Math.trunc(Math.max(-2200, Math.min(2200, power)) / 3);
  const result = value * 2 ** half * 2 ** half * 2 ** (Math.max(-2200, Math.min(2200, power)) - 2 * half);
  if (!Number.isFinite(result) && Number.isFinite(value)) throw new OverflowError("math range error");
  return F(result);
}

/** Python's `math.fsum`: the exact sum, rounded once. */
export function fsum(seq: Py): Float {
  return F(exactSum([...iter(seq)].map(real)));
}

/** Python's `math.hypot`: correctly rounded. */
export function hypot(...coordinates: Py[]): Float {
  return F(hypotenuse(coordinates.map(real)));
}

/** Python's `math.dist`: the distance of two points. */
export function dist(p: Py, q: Py): Float {
  const [a, b] = [[...iter(p)].map(real), [...iter(q)].map(real)];
  if (a.length !== b.length) throw new ValueError("both points must have the same number of dimensions");
  return F(hypotenuse(a.map((value, index) => value - (b[index] ?? 0))));
}

/** Python's `math.isclose`. */
export function isclose(a: Py, b: Py, options: { readonly rel_tol?: Py; readonly abs_tol?: Py } = {}): boolean {
  const [x, y] = [real(a), real(b)];
  const relative = options.rel_tol === undefined ? 1e-9 : real(options.rel_tol);
  const absolute = options.abs_tol === undefined ? 0 : real(options.abs_tol);
  if (relative < 0 || absolute < 0) throw new ValueError("tolerances must be non-negative");
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const difference = Math.abs(y - x);
  return difference <= Math.abs(relative * y) || difference <= Math.abs(relative * x) || difference <= absolute;
}

/** Python's `math.isfinite`. */
export function isfinite(x: Py): boolean {
  return Number.isFinite(real(x));
}

/** Python's `math.isinf`. */
export function isinf(x: Py): boolean {
  const value = real(x);
  return value === Infinity || value === -Infinity;
}

/** Python's `math.isnan`. */
export function isnan(x: Py): boolean {
  return Number.isNaN(real(x));
}

/** Python's `math.prod(iterable, start=1)`. */
export function prod(iterable: Py, options: { readonly start?: Py } = {}): Py {
  let product: Py = options.start ?? 1;
  for (const item of iter(iterable)) product = mul(product, item);
  return product;
}

/** Python's `math.ulp`: the value of the last bit. */
export function ulp(x: Py): Float {
  const value = Math.abs(real(x));
  if (!Number.isFinite(value)) return F(value);
  return F(value === 0 ? Number.MIN_VALUE : 2 ** Math.max(-1074, exactParts(value).exponent));
}

nativeDef(atan2, "atan2", "(y, x, /)");
nativeDef(pow, "pow", "(x, y, /)");
nativeDef(log, "log", "(x, base=, /)");
nativeDef(log2, "log2", "(x, /)");
nativeDef(log10, "log10", "(x, /)");
nativeDef(ceil, "ceil", "(x, /)");
nativeDef(floor, "floor", "(x, /)");
nativeDef(trunc, "trunc", "(x, /)");
nativeDef(copysign, "copysign", "(x, y, /)");
nativeDef(fmod, "fmod", "(x, y, /)");
nativeDef(remainder, "remainder", "(x, y, /)");
nativeDef(modf, "modf", "(x, /)");
nativeDef(frexp, "frexp", "(x, /)");
nativeDef(ldexp, "ldexp", "(x, i, /)");
nativeDef(fsum, "fsum", "(seq, /)");
nativeDef(hypot, "hypot", "(*coordinates)");
nativeDef(dist, "dist", "(p, q, /)");
nativeDef(isclose, "isclose", "(a, b, *, rel_tol=, abs_tol=)");
nativeDef(isfinite, "isfinite", "(x, /)");
nativeDef(isinf, "isinf", "(x, /)");
nativeDef(isnan, "isnan", "(x, /)");
nativeDef(prod, "prod", "(iterable, /, *, start=)");
nativeDef(ulp, "ulp", "(x, /)");
