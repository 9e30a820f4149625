import { nativeDef } from "../calls/def.js";
import { OverflowError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { indexOf, smallIndexOf } from "../operators/index-of.js";
import { demote, intOf, isFloat, numberOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { toFixed } from "../text/decimal.js";
import { truncate } from "../types/int.js";
import { F, type Int } from "../types/py-float.js";
import { textLength } from "../types/str/code-points.js";
import { typeName } from "../types/type-name.js";

/**
 * Python's `round(number, ndigits)`: half to even. Without digits a float becomes an int.
 *
 * @throws TypeError for what has no `__round__`
 */
export function round(number: Py, ndigits: Py = null): Py {
  const int = intOf(number);
  if (int !== undefined) return ndigits === null ? int : roundInt(int, indexOf(ndigits));
  if (isFloat(number)) {
    const value = numberOf(number) ?? 0;
    if (ndigits !== null) return F(roundFloat(value, smallIndexOf(ndigits)));
    return Number.isFinite(value) ? roundHalfEven(value) : truncate(value);
  }
  if (typeof number === "object" && number !== null && typeof number.__round__ === "function") {
    return ndigits === null ? number.__round__() : number.__round__(ndigits);
  }
  throw new TypeError(`type ${typeName(number)} doesn't define __round__ method`);
}

function roundHalfEven(value: number): Int {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest < 0.5) return truncate(floor);
  if (rest > 0.5) return truncate(floor + 1);
  return truncate(floor % 2 === 0 ? floor : floor + 1);
}

/** CPython rounds through the shortest exact decimal text. */
function roundFloat(value: number, digits: number): number {
  if (!Number.isFinite(value)) return value;
  if (digits > 323) return value;
  if (digits < -308) return value < 0 || Object.is(value, -0) ? -0 : 0;
  const size = Math.abs(value);
  let rounded: number;
  if (digits >= 0) rounded = Number(toFixed(size, digits));
  else {
    const whole = BigInt(Math.floor(size));
    const unit = 10n ** BigInt(-digits);
    const quotient = whole / unit;
    const twice = (whole - quotient * unit) * 2n;
    const isAbove = twice > unit || (twice === unit && (!Number.isInteger(size) || (quotient & 1n) === 1n));
    rounded = Number((isAbove ? quotient + 1n : quotient) * unit);
  }
  if (!Number.isFinite(rounded)) throw new OverflowError("rounded value too large to represent");
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}

function roundInt(value: Int, digits: Int): Int {
  if (digits >= 0) return value;
  const unit = 10n ** BigInt(-digits);
  const exact = BigInt(value);
  let quotient = exact / unit;
  let rest = exact - quotient * unit;
  if (rest < 0n) {
    quotient -= 1n;
    rest += unit;
  }
  const twice = rest * 2n;
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) quotient += 1n;
  return demote(quotient * unit);
}

function based(value: Py, base: number, prefix: string): string {
  const int = indexOf(value);
  return int < 0 ? `-${prefix}${(-int).toString(base)}` : prefix + int.toString(base);
}

/** Python's `bin(number)`. */
export function bin(number: Py): string {
  return based(number, 2, "0b");
}

/** Python's `oct(number)`. */
export function oct(number: Py): string {
  return based(number, 8, "0o");
}

/** Python's `hex(number)`. */
export function hex(number: Py): string {
  return based(number, 16, "0x");
}

/** Python's `chr(i)`: the character of a code point. */
export function chr(i: Py): string {
  const point = indexOf(i);
  if (point < 0 || point > 0x10ffff) throw new ValueError("chr() arg not in range(0x110000)");
  return String.fromCodePoint(Number(point));
}

/** Python's `ord(c)`: the code point of a character. */
export function ord(c: Py): number {
  if (typeof c !== "string") {
    if (c instanceof Uint8Array && c.length === 1) return c[0] ?? 0;
    throw new TypeError(`ord() expected string of length 1, but ${typeName(c)} found`);
  }
  const length = textLength(c);
  if (length !== 1) throw new TypeError(`ord() expected a character, but string of length ${length} found`);
  return c.codePointAt(0) ?? 0;
}

nativeDef(round, "round", "(number, ndigits=)");
nativeDef(bin, "bin", "(number, /)");
nativeDef(oct, "oct", "(number, /)");
nativeDef(hex, "hex", "(number, /)");
nativeDef(chr, "chr", "(i, /)");
nativeDef(ord, "ord", "(c, /)");
