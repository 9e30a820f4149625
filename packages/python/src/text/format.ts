import { nativeDef } from "../calls/def.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { PyFloat } from "../types/py-float.js";
import { str } from "../types/str.js";
import { textSlice } from "../types/str/code-points.js";
import { typeName } from "../types/type-name.js";
import { formatFloat, formatInt, pad, unknownCode } from "./format-number.js";
import { parseFormatSpec } from "./format-spec.js";

/**
 * Python's `format(value, spec)`: the format mini-language.
 *
 * @throws ValueError for a specification that the type does not have, TypeError for objects without `__format__`
 *
 * @example
 * ```ts
 * fmt(3.14159, ">8.2f"); // "    3.14"
 * ```
 */
export function fmt(value: Py, spec: Py = ""): string {
  if (typeof spec !== "string") throw new TypeError(`format() argument 2 must be str, not ${typeName(spec)}`);
  if (spec === "")
    return typeof value === "object" && value !== null && typeof value.__format__ === "function" ? value.__format__("") : str(value);
  switch (typeof value) {
    case "number": {
      const parsed = parseFormatSpec(spec, Number.isInteger(value) ? "int" : "float");
      return Number.isInteger(value) ? formatInt(value, parsed) : formatFloat(value, parsed);
    }
    case "bigint":
      return formatInt(value, parseFormatSpec(spec, "int"));
    case "boolean":
      return formatInt(value ? 1 : 0, parseFormatSpec(spec, "bool"), "bool");
    case "string":
      return formatText(value, spec);
    case "object":
      if (value instanceof PyFloat) return formatFloat(value.value, parseFormatSpec(spec, "float"));
      if (value !== null && typeof value.__format__ === "function") {
        const text: Py = value.__format__(spec);
        if (typeof text !== "string") throw new TypeError(`__format__ must return a str, not ${typeName(text)}`);
        return text;
      }
  }
  throw new TypeError(`unsupported format string passed to ${typeName(value)}.__format__`);
}

function formatText(text: string, specText: string): string {
  const spec = parseFormatSpec(specText, "str");
  if (spec.type !== "" && spec.type !== "s") throw unknownCode(spec.type, "str");
  if (spec.sign !== undefined) {
    throw new ValueError(
      spec.sign === " " ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier",
    );
  }
  if (spec.noNegativeZero) throw new ValueError("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) throw new ValueError("Alternate form (#) not allowed in string format specifier");
  if (spec.grouping !== undefined) throw new ValueError(`Cannot specify '${spec.grouping}' with 's'.`);
  if (spec.align === "=") {
    // A leading 0 in the width fills strings on the right.
    if (spec.fill !== "0" || specText.includes("=")) throw new ValueError("'=' alignment not allowed in string format specifier");
    return pad(cut(text, spec.precision), { ...spec, align: "<" }, "<");
  }
  return pad(cut(text, spec.precision), spec, "<");
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : textSlice(text, 0, precision);
}

nativeDef(fmt, "format", "(value, format_spec=, /)");
