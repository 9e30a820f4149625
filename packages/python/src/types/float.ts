import { nativeDef } from "../calls/def.js";
import { OverflowError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { demote, isFloat, numberOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { exactParts } from "../text/decimal.js";
import { repr } from "../text/repr.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { Bytes } from "./bytes.js";
import { decode } from "./codecs.js";
import { asciiDigit, trimText } from "./int.js";
import { F, type Float } from "./py-float.js";
import { T, type Tuple } from "./tuple.js";
import { typeName } from "./type-name.js";

function toFloat(value?: Py): Float {
  if (value === undefined) return F(0);
  if (typeof value === "string") return F(parseFloat_(value, value));
  const number = numberOf(value);
  if (number !== undefined) return F(number);
  if (value instanceof Bytes) return F(parseFloat_(decode(value, "latin-1"), value));
  if (typeof value === "object" && value !== null) {
    if (typeof value.__float__ === "function") {
      const result: Py = value.__float__();
      if (!isFloat(result)) throw new TypeError(`${typeName(value)}.__float__ returned non-float (type ${typeName(result)})`);
      return result;
    }
    if (typeof value.__index__ === "function") return F(numberOf(value.__index__()) ?? 0);
  }
  throw new TypeError(`float() argument must be a string or a real number, not '${typeName(value)}'`);
}

const decimalText = /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/;

function parseFloat_(text: string, shown: Py): number {
  const trimmed = trimText(text)
    .toLowerCase()
    .replace(/\p{Nd}/gu, asciiDigit);
  const special = /^([+-]?)(inf(?:inity)?|nan)$/.exec(trimmed);
  if (special !== null) return special[2] === "nan" ? Number.NaN : special[1] === "-" ? -Infinity : Infinity;
  if (!decimalText.test(trimmed)) throw new ValueError(`could not convert string to float: ${repr(shown)}`);
  return Number(trimmed.replaceAll("_", ""));
}

function as_integer_ratio(self: Py): Tuple {
  const value = numberOf(self) ?? 0;
  if (Number.isNaN(value)) throw new ValueError("cannot convert NaN to integer ratio");
  if (!Number.isFinite(value)) throw new OverflowError("cannot convert Infinity to integer ratio");
  let { mantissa, exponent } = exactParts(Math.abs(value));
  while (exponent < 0 && mantissa !== 0n && (mantissa & 1n) === 0n) {
    mantissa >>= 1n;
    exponent += 1;
  }
  if (mantissa === 0n) exponent = 0;
  if (exponent > 0) mantissa <<= BigInt(exponent);
  return T(demote(value < 0 ? -mantissa : mantissa), demote(exponent < 0 ? 1n << BigInt(-exponent) : 1n));
}

function hex(self: Py): string {
  const value = numberOf(self) ?? 0;
  if (!Number.isFinite(value)) return repr(self);
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  if (value === 0) return `${sign}0x0.0p+0`;
  const { mantissa, exponent } = exactParts(Math.abs(value));
  const normal = mantissa >= 0x10000000000000n;
  const digits = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, "0");
  const power = normal ? exponent + 52 : -1022;
  return `${sign}0x${normal ? 1 : 0}.${digits}p${power < 0 ? "-" : "+"}${Math.abs(power)}`;
}

/** The methods of floats as functions that take the float first. */
export interface FloatMethods {
  readonly is_integer: (self: Py) => boolean;
  readonly as_integer_ratio: typeof as_integer_ratio;
  readonly conjugate: (self: Py) => Py;
  readonly hex: typeof hex;
}

const methods: FloatMethods = {
  is_integer: nativeDef((self: Py): boolean => Number.isInteger(numberOf(self)), "float.is_integer", "()"),
  as_integer_ratio: nativeDef(as_integer_ratio, "float.as_integer_ratio", "()"),
  conjugate: nativeDef((self: Py): Py => self, "float.conjugate", "()"),
  hex: nativeDef(hex, "float.hex", "()"),
};

/**
 * Python's type `float`: `float("1e5")`, `float(1)`; its methods as functions: `float.is_integer(x)`.
 *
 * @throws ValueError for texts that are no number, TypeError for everything else
 */
export const float: BuiltinType<(value?: Py) => Float, FloatMethods> = /* @__PURE__ */ builtinType(nativeDef(toFloat, "float", "(x=, /)"), {
  name: "float",
  check: isFloat,
  methods,
});
