import { isPrintable } from "../../text/str-repr.js";
import { isSpace } from "./split.js";

const alpha = /^\p{L}$/u;
const decimal = /^\p{Nd}$/u;
const numeric = /^\p{N}$/u;
// Superscripts and the like: digits for Python, but no decimals.
const otherDigit =
  /^[\xb2\xb3\xb9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792]$/u;
const identifierText = /^[\p{ID_Start}_]\p{ID_Continue}*$/u;

function every(text: string, test: (char: string) => boolean): boolean {
  if (text === "") return false;
  for (const char of text) if (!test(char)) return false;
  return true;
}

/** Python's `str.isalpha`: letters only, at least one. */
export function isalpha(text: string): boolean {
  return every(text, (char) => alpha.test(char));
}

/** Python's `str.isdecimal`. */
export function isdecimal(text: string): boolean {
  return every(text, (char) => decimal.test(char));
}

/** Python's `str.isdigit`: decimals and superscripts. */
export function isdigit(text: string): boolean {
  return every(text, (char) => decimal.test(char) || otherDigit.test(char));
}

/** Python's `str.isnumeric`: everything with a numeric value. */
export function isnumeric(text: string): boolean {
  return every(text, (char) => numeric.test(char) || /^[一二三四五六七八九十百千万億兆〇零壹贰叁肆伍陆柒捌玖拾]$/u.test(char));
}

/** Python's `str.isalnum`: letters and everything numeric. */
export function isalnum(text: string): boolean {
  return every(text, (char) => alpha.test(char) || numeric.test(char) || otherDigit.test(char));
}

/** Python's `str.isspace`. */
export function isspace(text: string): boolean {
  return every(text, isSpace);
}

/** Python's `str.isascii`; the empty string is. */
export function isascii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Python's `str.isidentifier`; keywords are identifiers here. */
export function isidentifier(text: string): boolean {
  return identifierText.test(text.normalize("NFKC"));
}

/** Python's `str.isprintable`; the empty string is. */
export function isprintable(text: string): boolean {
  return isPrintable(text);
}
