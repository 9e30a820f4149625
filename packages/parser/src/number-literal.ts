import type { ComplexConstant, FloatConstant, IntConstant } from "./ast.js";

/** CPython's default limit for decimal literals (`sys.int_info.default_max_str_digits`). */
const MAX_DECIMAL_DIGITS = 4300;

/** The type and value of a number literal. */
export type NumberValue =
  Pick<IntConstant, "literal" | "value"> | Pick<FloatConstant, "literal" | "value"> | Pick<ComplexConstant, "literal" | "value">;

/**
 * Evaluates a literal the lexer has accepted.
 *
 * @returns the value, or the message of CPython's SyntaxError for a decimal literal that is too long
 */
export function numberValue(text: string): NumberValue | string {
  const plain = text.includes("_") ? text.replaceAll("_", "") : text;
  const last = plain.charCodeAt(plain.length - 1) | 32;
  const radix = plain.charCodeAt(1) | 32;
  const isRadix = plain.charCodeAt(0) === 48 && (radix === 120 || radix === 111 || radix === 98);
  if (!isRadix) {
    if (last === 106) return { literal: "complex", value: Number(plain.slice(0, -1)) };
    if (!isDecimal(plain)) return { literal: "float", value: Number(plain) };
    const digits = plain.replace(/^0+/, "").length;
    if (digits > MAX_DECIMAL_DIGITS) {
      return (
        `Exceeds the limit (${MAX_DECIMAL_DIGITS} digits) for integer string conversion: value has ${digits} digits; ` +
        "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
      );
    }
  }
  const value = Number(plain);
  return { literal: "int", value: Number.isSafeInteger(value) ? value : BigInt(plain) };
}

function isDecimal(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
