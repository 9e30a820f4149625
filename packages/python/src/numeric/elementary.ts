import { exactParts } from "../text/decimal.js";
import { add, dd, divide, type DoubleDouble, multiply, negate, scale, squareRoot, twoProduct, twoSum } from "./double-double.js";

const LN2 = dd(0.6931471805599453, 2.3190468138462996e-17);
const LN10 = dd(2.302585092994046, -2.1707562233822494e-16);
const PI_2 = dd(1.5707963267948966, 6.123233995736766e-17);
/** What {@link PI_2} leaves of pi / 2. */
const PI_2_REST = -1.4973849048591833e-33;
const PI = dd(3.141592653589793, 1.2246467991473532e-16);
const ONE = dd(1);

/** `1/n!` as pairs, for the series. */
const inverseFactorials: DoubleDouble[] = [];

function inverseFactorial(n: number): DoubleDouble {
  for (let i = inverseFactorials.length; i <= n; i++) {
    const before = inverseFactorials[i - 1];
    inverseFactorials.push(before === undefined ? ONE : divide(before, dd(i)));
  }
  return inverseFactorials[n] ?? ONE;
}

/** `e**x` as a pair and a power of two: `value * 2**power`. */
function expParts(x: DoubleDouble): { readonly value: DoubleDouble; readonly power: number } {
  const power = Math.round(x.hi / LN2.hi);
  const rest = scale(add(x, negate(multiply(LN2, dd(power)))), -7);
  // Without the leading 1 the squarings below lose no bits: (1 + s)**2 - 1 = 2s + s**2.
  let series = dd(0);
  for (let n = 11; n >= 1; n--) series = multiply(add(series, inverseFactorial(n)), rest);
  for (let i = 0; i < 7; i++) series = add(scale(series, 1), multiply(series, series));
  return { value: add(series, ONE), power };
}

/** `(hi + lo) * 2**power` as a float. */
function assemble(value: DoubleDouble, power: number): number {
  const sum = value.hi + value.lo;
  if (power > 1000) return sum * 2 ** 1000 * 2 ** (power - 1000);
  if (power < -1000) return sum * 2 ** -1000 * 2 ** (power + 1000);
  return sum * 2 ** power;
}

/** The natural logarithm of a positive finite float. */
function logOf(x: number): DoubleDouble {
  let power = 0;
  let mantissa = x;
  if (x < 2 ** -1000) {
    mantissa = x * 2 ** 200;
    power = -200;
  } else if (x > 2 ** 1000) {
    mantissa = x * 2 ** -200;
    power = 200;
  }
  const guess = Math.log(mantissa);
  const { value, power: scaled } = expParts(dd(-guess));
  // mantissa * e**-guess is 1 + s with a tiny s, and log(1 + s) = s - s**2/2.
  const s = add(scale(multiply(value, dd(mantissa)), scaled), dd(-1));
  const log = add(dd(guess), add(s, negate(scale(multiply(s, s), -1))));
  return power === 0 ? log : add(log, multiply(LN2, dd(power)));
}

function rounded(x: DoubleDouble): number {
  return x.hi + x.lo;
}

/** `e**x`. */
export function exp(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x === -Infinity || x < -746) return 0;
  if (x > 710) return Infinity;
  if (x === 0) return 1;
  const { value, power } = expParts(dd(x));
  return assemble(value, power);
}

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity || x === 1) return Math.log(x);
  return rounded(logOf(x));
}

/** The logarithm to the base 2: exact for powers of two. */
export function log2(x: number): number {
  if (!(x > 0) || x === Infinity || x === 1) return Math.log2(x);
  return rounded(divide(logOf(x), LN2));
}

/** The logarithm to the base 10: exact for powers of ten. */
export function log10(x: number): number {
  if (!(x > 0) || x === Infinity || x === 1) return Math.log10(x);
  return rounded(divide(logOf(x), LN10));
}

/** `base ** exponent`; the special cases are JavaScript's. */
export function power(base: number, exponent: number): number {
  const plain = base ** exponent;
  if (!Number.isFinite(base) || !Number.isFinite(exponent) || base === 0 || exponent === 0 || Number.isNaN(plain)) return plain;
  if (exponent === 1) return base;
  if (exponent === 2) return base * base;
  if (exponent === 0.5) return Math.sqrt(base);
  const size = Math.abs(base);
  if (size === 1) return plain;
  const result = Number.isInteger(exponent) && Math.abs(exponent) <= 64 ? integerPower(size, exponent) : generalPower(size, exponent);
  return base < 0 && Math.abs(exponent % 2) === 1 ? -result : result;
}

function generalPower(size: number, exponent: number): number {
  const product = multiply(logOf(size), dd(exponent));
  if (product.hi > 710) return Infinity;
  if (product.hi < -746) return 0;
  const { value, power } = expParts(product);
  return assemble(value, power);
}

/** Powers by squaring, the mantissa between 1 and 2 so that nothing overflows on the way. */
function integerPower(size: number, exponent: number): number {
  const binary = Math.floor(Math.log2(size));
  const shift = Math.max(-1000, Math.min(1000, binary));
  let square = dd(size * 2 ** -shift);
  let result = ONE;
  for (let rest = Math.abs(exponent); rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = multiply(result, square);
    square = multiply(square, square);
  }
  return assemble(exponent < 0 ? divide(ONE, result) : result, shift * exponent);
}

/** Beyond this size the remainder is taken by integers, exactly. */
const LARGE = 2 ** 30;

/** pi with 1200 bits behind the point, by Machin's formula; made when it is first needed. */
let longPi: bigint | undefined;

function piBits(): bigint {
  if (longPi !== undefined) return longPi;
  const one = 1n << 1264n;
  const arctan = (n: bigint): bigint => {
    let term = one / n;
    let sum = term;
    for (let k = 3n; term !== 0n; k += 2n) {
      term = -term / (n * n);
      sum += term / k;
    }
    return sum;
  };
  longPi = (4n * (4n * arctan(5n) - arctan(239n))) >> 64n;
  return longPi;
}

/** The quadrant of an angle and what is left of it, between -pi/4 and pi/4. */
function quadrant(x: number): { readonly turns: number; readonly rest: DoubleDouble } {
  if (Math.abs(x) <= 0.785) return { turns: 0, rest: dd(x) };
  if (Math.abs(x) < LARGE) {
    const turns = Math.round(x / PI_2.hi);
    const high = twoProduct(turns, PI_2.hi);
    const low = twoProduct(turns, PI_2.lo);
    let rest = add(twoSum(x, -high.hi), dd(-high.lo));
    rest = add(rest, negate(low));
    return { turns: ((turns % 4) + 4) % 4, rest: add(rest, dd(-turns * PI_2_REST)) };
  }
  const bits = 1200n;
  const half = piBits() >> 1n;
  const { mantissa, exponent } = exactParts(Math.abs(x));
  const scaled = exponent >= 0 ? mantissa << (bits + BigInt(exponent)) : mantissa << (bits - BigInt(-exponent));
  let turns = (scaled + half / 2n) / half;
  const rest = scaled - turns * half;
  turns %= 4n;
  // 200 bits of what is left, in two parts.
  const high = Number(rest >> 1100n) / 2 ** 100;
  const low = Number((rest - (BigInt(high * 2 ** 100) << 1100n)) >> 1000n) / 2 ** 200;
  const value = twoSum(high, low);
  return x < 0 ? { turns: Number((4n - turns) % 4n), rest: negate(value) } : { turns: Number(turns), rest: value };
}

function sineSeries(x: DoubleDouble): DoubleDouble {
  const square = multiply(x, x);
  let sum = dd(0);
  for (let n = 27; n >= 3; n -= 2) sum = multiply(add(sum, signed(inverseFactorial(n), (n - 1) / 2)), square);
  return multiply(add(sum, ONE), x);
}

function cosineSeries(x: DoubleDouble): DoubleDouble {
  const square = multiply(x, x);
  let sum = dd(0);
  for (let n = 28; n >= 2; n -= 2) sum = multiply(add(sum, signed(inverseFactorial(n), n / 2)), square);
  return add(sum, ONE);
}

function signed(value: DoubleDouble, turns: number): DoubleDouble {
  return turns % 2 === 0 ? value : negate(value);
}

function sineAndCosine(x: number): { readonly sine: DoubleDouble; readonly cosine: DoubleDouble } {
  const { turns, rest } = quadrant(x);
  const [s, c] = [sineSeries(rest), cosineSeries(rest)];
  switch (turns) {
    case 0:
      return { sine: s, cosine: c };
    case 1:
      return { sine: c, cosine: negate(s) };
    case 2:
      return { sine: negate(s), cosine: negate(c) };
    default:
      return { sine: negate(c), cosine: s };
  }
}

/** The sine. */
export function sin(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27) return Number.isFinite(x) ? x : Number.NaN;
  return rounded(sineAndCosine(x).sine);
}

/** The cosine. */
export function cos(x: number): number {
  return Number.isFinite(x) ? rounded(sineAndCosine(x).cosine) : Number.NaN;
}

/** The tangent. */
export function tan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27) return Number.isFinite(x) ? x : Number.NaN;
  const { sine, cosine } = sineAndCosine(x);
  return rounded(divide(sine, cosine));
}

/** The angle whose tangent is `y / x`, for positive `x`, from a guess that is right to a float's precision. */
function angle(y: DoubleDouble, x: DoubleDouble): DoubleDouble {
  const guess = Math.atan2(y.hi, x.hi);
  const { sine, cosine } = sineAndCosine(guess);
  // tan(angle - guess), which is tiny.
  const rest = divide(add(multiply(y, cosine), negate(multiply(x, sine))), add(multiply(x, cosine), multiply(y, sine)));
  return add(dd(guess), rest);
}

/** The arc tangent. */
export function atan(x: number): number {
  if (!Number.isFinite(x) || Math.abs(x) < 2 ** -27 || Math.abs(x) > 2 ** 60) return Math.atan(x);
  return rounded(angle(dd(x), ONE));
}

/** The arc tangent of `y / x` in the right quadrant. */
export function atan2(y: number, x: number): number {
  const plain = Math.atan2(y, x);
  if (y === 0 || x === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return plain;
  const ratio = Math.abs(y / x);
  if (
    ratio < 2 ** -60 ||
    ratio > 2 ** 60 ||
    Math.max(Math.abs(x), Math.abs(y)) > 2 ** 500 ||
    Math.min(Math.abs(x), Math.abs(y)) < 2 ** -500
  )
    return plain;
  const size = angle(dd(Math.abs(y)), dd(Math.abs(x)));
  const result = rounded(x < 0 ? add(PI, negate(size)) : size);
  return y < 0 ? -result : result;
}

/** The arc sine. */
export function asin(x: number): number {
  if (!(Math.abs(x) < 1) || Math.abs(x) < 2 ** -27) return Math.asin(x);
  return rounded(angle(dd(x), squareRoot(multiply(twoSum(1, -x), twoSum(1, x)))));
}

/** The arc cosine. */
export function acos(x: number): number {
  if (!(Math.abs(x) < 1)) return Math.acos(x);
  const root = squareRoot(multiply(twoSum(1, -x), twoSum(1, x)));
  const size = angle(root, dd(Math.abs(x)));
  return rounded(x < 0 ? add(PI, negate(size)) : size);
}

function hyperbolicParts(x: number): { readonly grown: DoubleDouble; readonly shrunk: DoubleDouble } {
  const { value, power } = expParts(dd(x));
  const grown = scale(value, power);
  return { grown, shrunk: divide(ONE, grown) };
}

/** The hyperbolic sine. */
export function sinh(x: number): number {
  const size = Math.abs(x);
  if (!(size > 0.3) || size > 700) return Math.sinh(x);
  const { grown, shrunk } = hyperbolicParts(size);
  return Math.sign(x) * rounded(scale(add(grown, negate(shrunk)), -1));
}

/** The hyperbolic cosine. */
export function cosh(x: number): number {
  const size = Math.abs(x);
  if (!(size > 2 ** -27) || size > 700) return Math.cosh(x);
  const { grown, shrunk } = hyperbolicParts(size);
  return rounded(scale(add(grown, shrunk), -1));
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const size = Math.abs(x);
  if (!(size > 0.3) || size > 22) return Math.tanh(x);
  const { grown, shrunk } = hyperbolicParts(size);
  return Math.sign(x) * rounded(divide(add(grown, negate(shrunk)), add(grown, shrunk)));
}

/** The cube root. */
export function cbrt(x: number): number {
  const guess = Math.cbrt(x);
  if (x === 0 || !Number.isFinite(x)) return guess;
  // Newton's step on the exact cube of the guess.
  const cube = multiply(twoProduct(guess, guess), dd(guess));
  const rest = add(dd(x), negate(cube));
  return guess + rest.hi / (3 * guess * guess);
}
