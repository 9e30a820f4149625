/**
 * A finite, non-negative float rounded to `places` digits after the point: exact value, half to even, as C's `printf` does.
 *
 * JavaScript's `toFixed` is exact too, but it rounds half up and ends at 10^21: it is used where there is no half to round.
 */
export function toFixed(value: number, places: number): string {
  if (value < 2 ** 53 && places <= 20) {
    // value * 10^places has the fraction one half only if value * 2^(places + 1) is an odd integer.
    const doubled = value * 2 ** (places + 1);
    if (!Number.isInteger(doubled) || doubled % 2 === 0) return value.toFixed(places);
  }
  const { mantissa, exponent } = exactParts(value);
  const scale = 10n ** BigInt(places);
  const units = exponent >= 0 ? (mantissa << BigInt(exponent)) * scale : roundShift(mantissa * scale, BigInt(-exponent));
  const digits = units.toString().padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A finite, non-negative float rounded to `count` significant digits: exact value, half to even. Zero has the digits `0...0`. */
export function toSignificant(value: number, count: number): { readonly digits: string; readonly exponent: number } {
  if (value === 0) return { digits: "0".repeat(count), exponent: 0 };
  const { mantissa, exponent } = exactParts(value);
  let power = Math.floor(Math.log10(value));
  for (;;) {
    const drop = power + 1 - count;
    // value / 10^drop, rounded to an integer of `count` digits.
    const numerator = (drop < 0 ? mantissa * 10n ** BigInt(-drop) : mantissa) << BigInt(Math.max(exponent, 0));
    const denominator = (drop > 0 ? 10n ** BigInt(drop) : 1n) << BigInt(Math.max(-exponent, 0));
    const digits = roundDivide(numerator, denominator).toString();
    if (digits.length === count) return { digits, exponent: power };
    power += digits.length > count ? 1 : -1;
  }
}

/** A positive float as `mantissa * 2^exponent`, exactly. */
export function exactParts(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  if (value === 0) return { mantissa: 0n, exponent: 0 };
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0 ? { mantissa: fraction, exponent: -1074 } : { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

function roundShift(value: bigint, bits: bigint): bigint {
  return roundDivide(value, 1n << bits);
}

function roundDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}
