import { nativeDef } from "../calls/def.js";
import { OverflowError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { bitLength } from "../operators/division.js";
import { indexOf } from "../operators/index-of.js";
import { demote, intOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { Bytes, bytesOf } from "./bytes.js";
import { decode } from "./codecs.js";
import { type Int, PyFloat } from "./py-float.js";
import { T, type Tuple } from "./tuple.js";
import { typeName } from "./type-name.js";

function toInt(value?: Py, base?: Py): Int {
  if (value === undefined) {
    if (base !== undefined) throw new TypeError("int() missing string argument");
    return 0;
  }
  if (base !== undefined) {
    if (typeof value !== "string" && !(value instanceof Bytes)) throw new TypeError("int() can't convert non-string with explicit base");
    return parseInt_(typeof value === "string" ? value : decode(value, "latin-1"), Number(indexOf(base)), value);
  }
  const int = intOf(value);
  if (int !== undefined) return int;
  if (typeof value === "number") return truncate(value);
  if (value instanceof PyFloat) return truncate(value.value);
  if (typeof value === "string") return parseInt_(value, 10, value);
  if (value instanceof Bytes) return parseInt_(decode(value, "latin-1"), 10, value);
  if (typeof value === "object" && value !== null) {
    for (const name of ["__int__", "__index__", "__trunc__"]) {
      if (typeof value[name] !== "function") continue;
      const result = intOf(value[name]());
      if (result === undefined) throw new TypeError(`${name} returned non-int (type ${typeName(value[name]())})`);
      return result;
    }
  }
  throw new TypeError(`int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`);
}

/**
 * A float without its fraction, as an int.
 *
 * @throws ValueError for NaN, OverflowError for infinity
 */
export function truncate(value: number): Int {
  if (Number.isNaN(value)) throw new ValueError("cannot convert float NaN to integer");
  if (!Number.isFinite(value)) throw new OverflowError("cannot convert float infinity to integer");
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : demote(BigInt(whole));
}

const digitsOf: Readonly<Record<string, RegExp>> = { "2": /^[01]+$/, "8": /^[0-7]+$/, "10": /^[0-9]+$/, "16": /^[0-9a-f]+$/ };

function parseInt_(text: string, base: number, shown: Py): Int {
  if (base !== 0 && (base < 2 || base > 36)) throw new ValueError("int() base must be >= 2 and <= 36, or 0");
  const bad = (): ValueError => new ValueError(`invalid literal for int() with base ${base}: ${repr(shown)}`);
  let digits = trimText(text).toLowerCase();
  // Decimal digits of other scripts count too.
  digits = digits.replace(/\p{Nd}/gu, asciiDigit);
  const sign = /^[+-]/.exec(digits)?.[0];
  if (sign !== undefined) digits = digits.slice(1);
  let radix = base;
  const prefix = /^0([box])_?(?=[0-9a-z])/.exec(digits);
  const prefixed = prefix === null ? undefined : prefix[1] === "b" ? 2 : prefix[1] === "o" ? 8 : 16;
  if (prefix !== null && (base === 0 || base === prefixed)) {
    radix = prefixed ?? 10;
    digits = digits.slice(prefix[0].length);
  } else if (base === 0) {
    radix = 10;
    if (/^0[0_]*[1-9]/.test(digits)) throw bad();
  }
  if (/^_|__|_$/.test(digits)) throw bad();
  digits = digits.replaceAll("_", "");
  if (!isDigits(digits, radix)) throw bad();
  if (digits.length > 4300 && (radix & (radix - 1)) !== 0) {
    throw new ValueError(
      `Exceeds the limit (4300 digits) for integer string conversion: value has ${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  const value = radix === 10 && digits.length < 16 ? Number(digits) : demote(parseBig(digits, radix));
  if (sign !== "-") return value;
  return typeof value === "bigint" ? -value : 0 - value;
}

function isDigits(digits: string, radix: number): boolean {
  const known = digitsOf[String(radix)];
  if (known !== undefined) return known.test(digits);
  return digits !== "" && [...digits].every((char) => /[0-9a-z]/.test(char) && Number.parseInt(char, 36) < radix);
}

function parseBig(digits: string, radix: number): bigint {
  if (radix === 10) return BigInt(digits);
  const prefix = radix === 16 ? "0x" : radix === 8 ? "0o" : radix === 2 ? "0b" : undefined;
  if (prefix !== undefined) return BigInt(prefix + digits);
  let value = 0n;
  for (const char of digits) value = value * BigInt(radix) + BigInt(Number.parseInt(char, 36));
  return value;
}

/** A text without the white space around it: Python's, which is JavaScript's and the separators 1c to 1f. */
export function trimText(text: string): string {
  return text.replace(/^[\s\x1c-\x1f\x85]+|[\s\x1c-\x1f\x85]+$/g, "");
}

/** A decimal digit of any script as an ASCII digit. */
export function asciiDigit(char: string): string {
  if (char >= "0" && char <= "9") return char;
  // The digits of a script are ten in a row; the zero is the first that still is a digit.
  let point = char.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1))) {
    point -= 1;
    value += 1;
  }
  return String(value);
}

function bit_length(self: Py): number {
  const value = BigInt(indexOf(self));
  return bitLength(value < 0n ? -value : value);
}

function bit_count(self: Py): number {
  const value = BigInt(indexOf(self));
  return [...(value < 0n ? -value : value).toString(2)].filter((bit) => bit === "1").length;
}

function to_bytes(self: Py, length: Py = 1, order: Py = "big", options: { signed?: Py } = {}): Bytes {
  const size = Number(indexOf(length));
  const value = BigInt(indexOf(self));
  const signed = options.signed === true;
  if (value < 0n && !signed) throw new OverflowError("can't convert negative int to unsigned");
  const bits = BigInt(size * 8);
  const low = signed && size > 0 ? -(1n << (bits - 1n)) : 0n;
  const high = signed && size > 0 ? 1n << (bits - 1n) : 1n << bits;
  if (value < low || value >= high) throw new OverflowError("int too big to convert");
  const unsigned = BigInt.asUintN(size * 8, value);
  const made = Array.from({ length: size }, (_, at) => Number((unsigned >> BigInt(at * 8)) & 0xffn));
  return bytesOf(order === "little" ? made : made.reverse());
}

function from_bytes(bytes: Py, order: Py = "big", options: { signed?: Py } = {}): Int {
  const list = [...(bytes as Iterable<number>)];
  if (order === "little") list.reverse();
  const value = list.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return demote(options.signed === true ? BigInt.asIntN(list.length * 8, value) : value);
}

/** The methods of ints as functions that take the int first. */
export interface IntMethods {
  readonly bit_length: typeof bit_length;
  readonly bit_count: typeof bit_count;
  readonly conjugate: (self: Py) => Py;
  readonly is_integer: (self: Py) => boolean;
  readonly as_integer_ratio: (self: Py) => Tuple;
  readonly to_bytes: typeof to_bytes;
}

const methods: IntMethods = {
  bit_length: nativeDef(bit_length, "int.bit_length", "()"),
  bit_count: nativeDef(bit_count, "int.bit_count", "()"),
  conjugate: nativeDef((self: Py): Py => intOf(self), "int.conjugate", "()"),
  is_integer: nativeDef((_self: Py): boolean => true, "int.is_integer", "()"),
  as_integer_ratio: nativeDef((self: Py): Tuple => T(intOf(self), 1), "int.as_integer_ratio", "()"),
  to_bytes: nativeDef(to_bytes, "int.to_bytes", "(length=, byteorder=, *, signed=)"),
};

/**
 * Python's type `int`: `int("ff", 16)`, `int(2.9)`; its methods as functions: `int.bit_length(n)`.
 *
 * @throws ValueError for texts that are no number, OverflowError for infinity, TypeError for everything else
 */
export const int: BuiltinType<(value?: Py, base?: Py) => Int, IntMethods, { readonly from_bytes: typeof from_bytes }> =
  /* @__PURE__ */ builtinType(nativeDef(toInt, "int", "(x=, /, base=)"), {
    name: "int",
    check: (value: Py) => intOf(value) !== undefined,
    methods,
    statics: { from_bytes: nativeDef(from_bytes, "int.from_bytes", "(bytes, byteorder=, *, signed=)") },
  });
