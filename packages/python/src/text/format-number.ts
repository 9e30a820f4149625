import { OverflowError, ValueError } from "../exceptions/builtin-exceptions.js";
import { textLength } from "../types/str/code-points.js";
import { toFixed, toSignificant } from "./decimal.js";
import { exponentText, floatRepr } from "./float-repr.js";
import type { FormatSpec } from "./format-spec.js";

/** A number written by a format specification, with its padding. */
interface Written {
  readonly negative: boolean;
  /** `0x` and the like. */
  readonly prefix: string;
  /** Digits before the point. */
  readonly whole: string;
  /** Point, digits after it, exponent, per cent sign. */
  readonly rest: string;
}

/** Formats an int. The types `e f g %` format it as a float. */
export function formatInt(value: number | bigint, spec: FormatSpec, typeName = "int"): string {
  switch (spec.type) {
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G":
    case "%": {
      const number = Number(value);
      if (!Number.isFinite(number)) throw new OverflowError("int too large to convert to float");
      return formatFloat(number, spec);
    }
    case "c":
      return formatCharacter(value, spec);
    case "":
    case "d":
    case "n":
      return place(withoutPrecision(value, 10, "", spec), spec, 3);
    case "b":
      return place(withoutPrecision(value, 2, "0b", spec), spec, 4);
    case "o":
      return place(withoutPrecision(value, 8, "0o", spec), spec, 4);
    case "x":
      return place(withoutPrecision(value, 16, "0x", spec), spec, 4);
    case "X": {
      const written = withoutPrecision(value, 16, "0X", spec);
      return place({ ...written, whole: written.whole.toUpperCase() }, spec, 4);
    }
    default:
      throw unknownCode(spec.type, typeName);
  }
}

/** Formats a float. */
export function formatFloat(value: number, spec: FormatSpec): string {
  if (!["", "e", "E", "f", "F", "g", "G", "n", "%"].includes(spec.type)) throw unknownCode(spec.type, "float");
  const { body, negative } = floatBody(value, spec);
  const match = /^(\d+)(.*)$/.exec(body);
  const written: Written =
    match === null
      ? { negative, prefix: "", whole: "", rest: body }
      : { negative, prefix: "", whole: match[1] ?? "", rest: match[2] ?? "" };
  return place(written, spec, 3);
}

/** The complaint about a presentation type that a value does not have. */
export function unknownCode(type: string, typeName: string): ValueError {
  return new ValueError(`Unknown format code '${type}' for object of type '${typeName}'`);
}

function floatBody(value: number, spec: FormatSpec): { readonly body: string; readonly negative: boolean } {
  const upper = spec.type !== "" && spec.type === spec.type.toUpperCase() && spec.type !== "%";
  const size = Math.abs(value);
  let negative = value < 0 || Object.is(value, -0);
  let body: string;
  if (!Number.isFinite(value)) {
    body = Number.isNaN(value) ? "nan" : "inf";
    if (spec.type === "%") body += "%";
  } else {
    body = finiteBody(size, spec);
    if (negative && spec.noNegativeZero && !/[1-9]/.test(body.split("e")[0] ?? "")) negative = false;
  }
  return { body: upper ? body.toUpperCase() : body, negative: negative && !Number.isNaN(value) };
}

function finiteBody(size: number, spec: FormatSpec): string {
  switch (spec.type.toLowerCase()) {
    case "f":
      return fixed(size, spec.precision ?? 6, spec.alternate);
    case "%":
      return `${fixed(size * 100, spec.precision ?? 6, spec.alternate)}%`;
    case "e":
      return scientific(size, spec.precision ?? 6, spec.alternate);
    case "g":
    case "n":
      return general(size, spec.precision ?? 6, spec.alternate, false);
    default:
      // Without a type: like repr, or like `g` with at least one digit after the point.
      if (spec.precision === undefined) return reprBody(size, spec.alternate);
      return general(size, spec.precision, spec.alternate, true);
  }
}

function reprBody(size: number, alternate: boolean): string {
  const text = floatRepr(size);
  return alternate && !text.includes(".") ? text.replace("e", ".e") : text;
}

function fixed(size: number, places: number, alternate: boolean): string {
  const text = toFixed(size, places);
  return alternate && places === 0 ? `${text}.` : text;
}

function scientific(size: number, places: number, alternate: boolean): string {
  const { digits, exponent } = toSignificant(size, places + 1);
  const point = places > 0 || alternate ? "." : "";
  return `${digits.charAt(0)}${point}${digits.slice(1)}e${exponentText(exponent)}`;
}

function general(size: number, precision: number, alternate: boolean, keepPoint: boolean): string {
  const count = Math.max(precision, 1);
  const { digits, exponent } = toSignificant(size, count);
  const trimmed = alternate ? digits : digits.replace(/0+$/, "") || "0";
  // Without a type, a number that fills all its digits before the point is written with an exponent: `.1` has to fit.
  const limit = keepPoint ? count - 1 : count;
  if (exponent < -4 || exponent >= limit) {
    const fraction = trimmed.slice(1);
    return `${trimmed.charAt(0)}${fraction !== "" || alternate ? "." : ""}${fraction}e${exponentText(exponent)}`;
  }
  const whole = exponent >= 0 ? digits.slice(0, exponent + 1) : "0";
  const fraction = exponent >= 0 ? trimmed.slice(exponent + 1) : "0".repeat(-exponent - 1) + trimmed;
  if (fraction === "" || (size === 0 && !alternate)) return keepPoint ? `${whole}.0` : alternate ? `${whole}.` : whole;
  return `${whole}.${fraction}`;
}

function withoutPrecision(value: number | bigint, base: number, prefix: string, spec: FormatSpec): Written {
  if (spec.precision !== undefined) throw new ValueError("Precision not allowed in integer format specifier");
  if (spec.noNegativeZero) throw new ValueError("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.grouping === "," && !["", "d"].includes(spec.type)) throw new ValueError(`Cannot specify ',' with '${spec.type}'.`);
  const negative = value < 0;
  return { negative, prefix: spec.alternate ? prefix : "", whole: (negative ? -value : value).toString(base), rest: "" };
}

function formatCharacter(value: number | bigint, spec: FormatSpec): string {
  if (spec.sign !== undefined) throw new ValueError("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
  if (value >= 2n ** 63n || value < -(2n ** 63n)) throw new OverflowError("Python int too large to convert to C long");
  if (value < 0 || value > 0x10ffff) throw new OverflowError("%c arg not in range(0x110000)");
  return pad(String.fromCodePoint(Number(value)), spec, "<");
}

/** Adds sign, grouping and padding. */
function place(written: Written, spec: FormatSpec, group: number): string {
  const sign = written.negative ? "-" : spec.sign === "+" ? "+" : spec.sign === " " ? " " : "";
  const head = sign + written.prefix;
  if (spec.align === "=" || (spec.align === undefined && spec.fill === "0")) {
    const room = spec.width - head.length - written.rest.length;
    if (spec.fill === "0" && spec.grouping !== undefined && written.whole !== "") {
      return head + groupedTo(written.whole, spec.grouping, group, room) + written.rest;
    }
    const whole = grouped(written.whole, spec.grouping, group);
    return head + spec.fill.repeat(Math.max(0, room - whole.length)) + whole + written.rest;
  }
  return pad(head + grouped(written.whole, spec.grouping, group) + written.rest, spec, ">");
}

function grouped(digits: string, separator: string | undefined, size: number): string {
  if (separator === undefined) return digits;
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= size) groups.unshift(digits.slice(Math.max(0, end - size), end));
  return groups.join(separator);
}

/** Zero padding is grouped too; it never begins with a separator. */
function groupedTo(digits: string, separator: string, size: number, room: number): string {
  let padded = digits;
  while (grouped(padded, separator, size).length < room) padded = `0${padded}`;
  return grouped(padded, separator, size);
}

/** Pads a text to the width of a specification. */
export function pad(text: string, spec: FormatSpec, fallback: "<" | ">"): string {
  const margin = spec.width - textLength(text);
  if (margin <= 0) return text;
  switch (spec.align ?? fallback) {
    case "<":
      return text + spec.fill.repeat(margin);
    case "^": {
      const left = Math.floor(margin / 2);
      return spec.fill.repeat(left) + text + spec.fill.repeat(margin - left);
    }
    default:
      return spec.fill.repeat(margin) + text;
  }
}
