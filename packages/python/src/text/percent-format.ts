import { OverflowError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { getitem } from "../operators/getitem.js";
import { intOf, isFloat, numberOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { PyFloat } from "../types/py-float.js";
import { str } from "../types/str.js";
import { textLength, textSlice } from "../types/str/code-points.js";
import { Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { formatFloat, formatInt } from "./format-number.js";
import type { FormatSpec } from "./format-spec.js";
import { ascii, repr } from "./repr.js";

const pattern = /%(?:\((?<key>[^)]*)\))?(?<flags>[-+ #0]*)(?<width>\*|\d+)?(?:\.(?<precision>\*|\d*))?[hlL]?(?<type>[\s\S]?)/gu;

/** One conversion of a text, with what stands before it. */
interface Conversion {
  readonly before: string;
  readonly key: string | undefined;
  readonly flags: string;
  readonly width: number | "*";
  readonly precision: number | "*" | undefined;
  readonly type: string;
  /** Where the type stands, for messages. */
  readonly at: number;
  /** `%s`, `%d`: nothing but the type. */
  readonly isPlain: boolean;
}

interface Template {
  readonly conversions: readonly Conversion[];
  readonly rest: string;
}

const templates = new Map<string, Template>();

/** A text taken apart; programs format with few texts, again and again. */
function templateOf(text: string): Template {
  let template = templates.get(text);
  if (template === undefined) {
    template = parse(text);
    if (templates.size > 500) templates.clear();
    templates.set(text, template);
  }
  return template;
}

function parse(text: string): Template {
  const conversions: Conversion[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    const { key, flags = "", width, precision, type = "" } = match.groups ?? {};
    conversions.push({
      before: text.slice(done, match.index),
      key,
      flags,
      width: width === "*" ? "*" : Number(width ?? 0),
      precision: precision === undefined || precision === "*" ? precision : Number(precision),
      type,
      at: match.index + match[0].length - 1,
      isPlain: match[0].length === 2,
    });
    done = match.index + match[0].length;
  }
  return { conversions, rest: text.slice(done) };
}

/**
 * Python's `text % values`.
 *
 * @throws TypeError when the values do not fit the text, ValueError for a conversion that there is not
 */
export function percentFormat(text: string, values: Py): string {
  const items: readonly Py[] = values instanceof Tuple ? values : [values];
  // Whatever can be subscripted may be a mapping: then no argument has to be used.
  const isMapping =
    (Array.isArray(values) && !(values instanceof Tuple)) ||
    values instanceof Bytes ||
    (typeof values === "object" && values !== null && typeof values.__getitem__ === "function");
  let used = 0;
  const take = (): Py => {
    if (used >= items.length) throw new TypeError("not enough arguments for format string");
    used += 1;
    return items[used - 1];
  };
  const { conversions, rest } = templateOf(text);
  let out = "";
  for (const conversion of conversions) {
    const { key, type } = conversion;
    out += conversion.before;
    if (type === "%" && key === undefined) {
      out += "%";
      continue;
    }
    if (type === "") throw new ValueError("incomplete format");
    const width = conversion.width === "*" ? starred(take()) : conversion.width;
    const precision = conversion.precision === "*" ? starred(take()) : conversion.precision;
    if (key !== undefined && !isMapping) throw new TypeError("format requires a mapping");
    const value: Py = key === undefined ? take() : getitem(values, key);
    if (conversion.isPlain && type === "s") out += str(value);
    else if (conversion.isPlain && type === "d" && typeof value === "number" && Number.isInteger(value)) out += String(value);
    else out += convert(value, conversion.flags, width, precision, type, conversion.at);
  }
  if (used < items.length && !isMapping) throw new TypeError("not all arguments converted during string formatting");
  return out + rest;
}

function starred(value: Py): number {
  const width = intOf(value);
  if (width === undefined) throw new TypeError("* wants int");
  return Number(width);
}

function convert(value: Py, flags: string, width: number, precision: number | undefined, type: string, at: number): string {
  const left = flags.includes("-") || width < 0;
  const zero = flags.includes("0") && !left;
  const spec: FormatSpec = {
    fill: zero ? "0" : " ",
    align: left ? "<" : zero ? "=" : ">",
    sign: flags.includes("+") ? "+" : flags.includes(" ") ? " " : undefined,
    noNegativeZero: false,
    alternate: flags.includes("#"),
    width: Math.abs(width),
    grouping: undefined,
    precision: undefined,
    type,
  };
  switch (type) {
    case "s":
      return padText(cut(str(value), precision), spec, left);
    case "r":
      return padText(cut(repr(value), precision), spec, left);
    case "a":
      return padText(cut(ascii(value), precision), spec, left);
    case "c":
      return padText(character(value), spec, left);
    case "d":
    case "i":
    case "u":
      return withDigits(decimal(value, type), { ...spec, type: "d" }, precision);
    case "x":
    case "X":
    case "o":
      return withDigits(integer(value, type), spec, precision);
    case "e":
    case "E":
    case "f":
    case "F":
    case "g":
    case "G": {
      const number = numberOf(value) ?? (typeof value?.__float__ === "function" ? (numberOf(value.__float__()) ?? 0) : undefined);
      if (number === undefined) throw new TypeError(`must be real number, not ${typeName(value)}`);
      return formatFloat(number, { ...spec, precision: precision ?? 6 });
    }
    default: {
      const point = type.codePointAt(0) ?? 0;
      throw new ValueError(
        `unsupported format character '${point > 31 && point < 127 ? type : "?"}' (0x${point.toString(16)}) at index ${at}`,
      );
    }
  }
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : textSlice(text, 0, precision);
}

function padText(text: string, spec: FormatSpec, left: boolean): string {
  const margin = " ".repeat(Math.max(0, spec.width - textLength(text)));
  return left ? text + margin : margin + text;
}

function character(value: Py): string {
  if (typeof value === "string") {
    if (textLength(value) !== 1) throw new TypeError("%c requires int or char");
    return value;
  }
  const point = intOf(value);
  if (point === undefined) throw new TypeError(`%c requires int or char`);
  if (point < 0 || point > 0x10ffff) throw new OverflowError("%c arg not in range(0x110000)");
  return String.fromCodePoint(Number(point));
}

function decimal(value: Py, type: string): number | bigint {
  const int = intOf(value);
  if (int !== undefined) return int;
  if (isFloat(value)) {
    const number = value instanceof PyFloat ? value.value : value;
    if (!Number.isFinite(number))
      throw Number.isNaN(number)
        ? new ValueError("cannot convert float NaN to integer")
        : new OverflowError("cannot convert float infinity to integer");
    return BigInt(Math.trunc(number));
  }
  throw new TypeError(`%${type} format: a real number is required, not ${typeName(value)}`);
}

function integer(value: Py, type: string): number | bigint {
  const int = intOf(value);
  if (int === undefined) throw new TypeError(`%${type} format: an integer is required, not ${typeName(value)}`);
  return int;
}

/** A precision is the least number of digits. */
function withDigits(value: number | bigint, spec: FormatSpec, precision: number | undefined): string {
  if (precision === undefined) return formatInt(value, spec);
  const bare = formatInt(value < 0 ? -value : value, { ...spec, width: 0, sign: undefined, alternate: false });
  const prefix = spec.alternate && spec.type !== "d" ? (spec.type === "o" ? "0o" : `0${spec.type}`) : "";
  const sign = value < 0 ? "-" : (spec.sign ?? "");
  const body = bare.padStart(precision, "0");
  const margin = spec.width - sign.length - prefix.length - body.length;
  if (spec.fill === "0") return sign + prefix + "0".repeat(Math.max(0, margin)) + body;
  return padText(sign + prefix + body, spec, spec.align === "<");
}
