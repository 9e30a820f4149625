import type { Py } from "../py.js";
import { str } from "../types/str.js";

/**
 * Python's f-string as a tagged template: every value is shown as `str()` shows it.
 *
 * @example
 * ```ts
 * f`${null} and ${F(2)}`; // "None and 2.0"
 * ```
 */
export function f(strings: TemplateStringsArray, ...values: Py[]): string {
  let out = strings[0] ?? "";
  for (let i = 0; i < values.length; i++) {
    const value: Py = values[i];
    out += (typeof value === "string" ? value : formatted(value)) + (strings[i + 1] ?? "");
  }
  return out;
}

/** An f-string formats with an empty specification, which classes may answer with `__format__`. */
function formatted(value: Py): string {
  return typeof value === "object" && value !== null && typeof value.__format__ === "function"
    ? (value.__format__("") as string)
    : str(value);
}
