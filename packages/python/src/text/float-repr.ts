/**
 * The repr of a float: the shortest digits that give the same number, with CPython's layout.
 *
 * The exponent is written out where it is below -4 or at least 16 (CPython's `repr` format of `PyOS_double_to_string`).
 *
 * @example
 * ```ts
 * floatRepr(1); // "1.0"
 * floatRepr(1e16); // "1e+16"
 * ```
 */
export function floatRepr(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
  const text = String(value);
  const size = Math.abs(value);
  if (size >= 1e-4 && size < 1e16) {
    // JavaScript writes these without an exponent too.
    return text.includes(".") ? text : `${text}.0`;
  }
  const { sign, digits, exponent } = shortestDigits(value);
  const mantissa = digits.length === 1 ? digits : `${digits.charAt(0)}.${digits.slice(1)}`;
  return `${sign}${mantissa}e${exponentText(exponent)}`;
}

/** The shortest digits of a finite number other than zero: its value is `d.ddd * 10^exponent`. */
export function shortestDigits(value: number): { readonly sign: string; readonly digits: string; readonly exponent: number } {
  const [mantissa = "", power = "0"] = Math.abs(value).toExponential().split("e");
  return { sign: value < 0 ? "-" : "", digits: mantissa.replace(".", ""), exponent: Number(power) };
}

/** An exponent as CPython writes it: a sign and at least two digits. */
export function exponentText(exponent: number): string {
  const digits = String(Math.abs(exponent)).padStart(2, "0");
  return `${exponent < 0 ? "-" : "+"}${digits}`;
}
