import { nativeDef } from "../../calls/def.js";
import { OverflowError, TypeError, ValueError } from "../../exceptions/builtin-exceptions.js";
import { bitLength } from "../../operators/division.js";
import { indexOf } from "../../operators/index-of.js";
import { demote, isFloat } from "../../operators/integers.js";
import type { Py } from "../../py.js";
import type { Int } from "../../types/py-float.js";

function exact(value: Py): bigint {
  if (isFloat(value)) throw new TypeError("'float' object cannot be interpreted as an integer");
  return BigInt(indexOf(value));
}

/** The greatest integer whose square is not greater. */
export function floorRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const better = (root + value / root) >> 1n;
    if (better >= root) return root;
    root = better;
  }
}

/** Python's `math.isqrt`. */
export function isqrt(n: Py): Int {
  const value = exact(n);
  if (value < 0n) throw new ValueError("isqrt() argument must be nonnegative");
  return demote(floorRoot(value));
}

/** Python's `math.factorial`. */
export function factorial(n: Py): Int {
  const value = exact(n);
  if (value < 0n) throw new ValueError("factorial() not defined for negative values");
  if (value > 100_000n) throw new OverflowError("factorial() argument should not exceed 100000");
  return demote(product(1n, value));
}

/** The product of the integers from `low` to `high`, halves first, so that the factors stay of a size. */
function product(low: bigint, high: bigint): bigint {
  if (low > high) return 1n;
  if (high - low < 8n) {
    let result = low;
    for (let factor = low + 1n; factor <= high; factor += 1n) result *= factor;
    return result;
  }
  const middle = (low + high) / 2n;
  return product(low, middle) * product(middle + 1n, high);
}

/** Python's `math.comb`: choices without order. */
export function comb(n: Py, k: Py): Int {
  const [size, taken] = [exact(n), exact(k)];
  if (size < 0n) throw new ValueError("n must be a non-negative integer");
  if (taken < 0n) throw new ValueError("k must be a non-negative integer");
  if (taken > size) return 0;
  const few = taken < size - taken ? taken : size - taken;
  return demote(product(size - few + 1n, size) / product(1n, few));
}

/** Python's `math.perm`: choices with order. */
export function perm(n: Py, k: Py = null): Int {
  if (k === null) return factorial(n);
  const [size, taken] = [exact(n), exact(k)];
  if (size < 0n) throw new ValueError("n must be a non-negative integer");
  if (taken < 0n) throw new ValueError("k must be a non-negative integer");
  return taken > size ? 0 : demote(product(size - taken + 1n, size));
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Python's `math.gcd`: the greatest common divisor of any number of ints. */
export function gcd(...integers: Py[]): Int {
  return demote(integers.map(exact).reduce(divisor, 0n));
}

/** Python's `math.lcm`: the least common multiple of any number of ints. */
export function lcm(...integers: Py[]): Int {
  let multiple = 1n;
  for (const value of integers.map(exact)) {
    if (value === 0n) return 0;
    multiple = (multiple / divisor(multiple, value)) * value;
  }
  return demote(multiple < 0n ? -multiple : multiple);
}

/** The logarithm of an int that may be too large for a float; `ofTwo` is the logarithm of 2. */
export function bigLog(value: bigint, compute: (value: number) => number, ofTwo: number): number {
  const number = Number(value);
  if (Number.isFinite(number)) return compute(number);
  const shift = bitLength(value) - 60;
  return compute(Number(value >> BigInt(shift)) / 2 ** 60) + ofTwo * (shift + 60);
}

nativeDef(isqrt, "isqrt", "(n, /)");
nativeDef(factorial, "factorial", "(n, /)");
nativeDef(comb, "comb", "(n, k, /)");
nativeDef(perm, "perm", "(n, k=, /)");
nativeDef(gcd, "gcd", "(*integers)");
nativeDef(lcm, "lcm", "(*integers)");
