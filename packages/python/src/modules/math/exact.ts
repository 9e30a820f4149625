import { exactParts } from "../../text/decimal.js";
import { divideInts } from "../../operators/division.js";
import { OverflowError, ValueError } from "../../exceptions/builtin-exceptions.js";
import { floorRoot } from "./integers.js";

/** A finite float as an integer in units of 2^-1074. */
function units(value: number): bigint {
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const size = mantissa << BigInt(exponent + 1074);
  return value < 0 ? -size : size;
}

/** The exact sum of floats, rounded once. */
export function exactSum(values: readonly number[]): number {
  let special = 0;
  let hasSpecial = false;
  let total = 0n;
  for (const value of values) {
    if (Number.isFinite(value)) total += units(value);
    else {
      if (hasSpecial && special + value !== special && !Number.isNaN(special) && !Number.isNaN(value))
        throw new ValueError("-inf + inf in fsum");
      special += value;
      hasSpecial = true;
    }
  }
  if (hasSpecial) return special;
  if (total === 0n) return 0;
  try {
    return divideInts(total, 1n << 1074n);
  } catch {
    throw new OverflowError("intermediate overflow in fsum");
  }
}

/** The root of the sum of squares, correctly rounded. */
export function hypotenuse(values: readonly number[]): number {
  if (values.some((value) => value === Infinity || value === -Infinity)) return Infinity;
  if (values.some((value) => Number.isNaN(value))) return Number.NaN;
  const total = values.reduce((sum, value) => sum + units(value) ** 2n, 0n);
  if (total === 0n) return 0;
  // Enough bits that the rest of the root only decides ties, which it cannot reach.
  const shift = BigInt(Math.max(0, 160 - total.toString(2).length));
  const even = shift + (shift & 1n);
  const root = floorRoot(total << even);
  const sticky = root * root === total << even ? 0n : 1n;
  const number = divideOrInfinity((root << 1n) | sticky, 1n << (1075n + even / 2n));
  return number;
}

function divideOrInfinity(a: bigint, b: bigint): number {
  try {
    return divideInts(a, b);
  } catch {
    return Infinity;
  }
}
