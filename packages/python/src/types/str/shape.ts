import { TypeError } from "../../exceptions/builtin-exceptions.js";
import { smallIndexOf } from "../../operators/index-of.js";
import type { Py } from "../../py.js";
import { typeName } from "../type-name.js";
import { textLength } from "./code-points.js";
import { isSpace } from "./split.js";

function fillOf(fill: Py): string {
  if (typeof fill !== "string") throw new TypeError(`The fill character must be a unicode character, not ${typeName(fill)}`);
  if (textLength(fill) !== 1) throw new TypeError("The fill character must be exactly one character long");
  return fill;
}

/** Python's `str.ljust`. */
export function ljust(text: string, width: Py, fill: Py = " "): string {
  return text + fillOf(fill).repeat(Math.max(0, smallIndexOf(width) - textLength(text)));
}

/** Python's `str.rjust`. */
export function rjust(text: string, width: Py, fill: Py = " "): string {
  return fillOf(fill).repeat(Math.max(0, smallIndexOf(width) - textLength(text))) + text;
}

/** Python's `str.center`: of an odd margin, the larger part goes where CPython puts it. */
export function center(text: string, width: Py, fill: Py = " "): string {
  const wanted = smallIndexOf(width);
  const margin = wanted - textLength(text);
  if (margin <= 0) return text;
  const left = Math.floor(margin / 2) + (margin & wanted & 1);
  return fillOf(fill).repeat(left) + text + fillOf(fill).repeat(margin - left);
}

/** Python's `str.zfill`: zeros go behind the sign. */
export function zfill(text: string, width: Py): string {
  const zeros = "0".repeat(Math.max(0, smallIndexOf(width) - textLength(text)));
  return /^[+-]/.test(text) ? text.charAt(0) + zeros + text.slice(1) : zeros + text;
}

/** Python's `str.expandtabs`. */
export function expandtabs(text: string, size: Py = 8): string {
  const width = smallIndexOf(size);
  let column = 0;
  let out = "";
  for (const char of text) {
    if (char === "\t") {
      const gap = width > 0 ? width - (column % width) : 0;
      out += " ".repeat(gap);
      column += gap;
    } else {
      out += char;
      column = char === "\n" || char === "\r" ? 0 : column + 1;
    }
  }
  return out;
}

/** Python's `str.strip`: white space, or any of the given characters. */
export function strip(text: string, chars: Py = null): string {
  return trim(text, chars, true, true);
}

/** Python's `str.lstrip`. */
export function lstrip(text: string, chars: Py = null): string {
  return trim(text, chars, true, false);
}

/** Python's `str.rstrip`. */
export function rstrip(text: string, chars: Py = null): string {
  return trim(text, chars, false, true);
}

function trim(text: string, chars: Py, left: boolean, right: boolean): string {
  if (chars !== null && typeof chars !== "string") throw new TypeError("strip arg must be None or str");
  const goes = chars === null ? isSpace : (char: string): boolean => chars.includes(char);
  const points = [...text];
  let start = 0;
  let end = points.length;
  if (left) while (start < end && goes(points[start] ?? "")) start += 1;
  if (right) while (end > start && goes(points[end - 1] ?? "")) end -= 1;
  return start === 0 && end === points.length ? text : points.slice(start, end).join("");
}

/** Python's `str.removeprefix`. */
export function removeprefix(text: string, prefix: string): string {
  return prefix !== "" && text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** Python's `str.removesuffix`. */
export function removesuffix(text: string, suffix: string): string {
  return suffix !== "" && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text;
}

/** Python's `str.replace`: all occurrences, or the first `count`. */
export function replace(text: string, old: Py, replacement: Py, count: Py = -1): string {
  if (typeof old !== "string") throw new TypeError(`replace() argument 1 must be str, not ${typeName(old)}`);
  if (typeof replacement !== "string") throw new TypeError(`replace() argument 2 must be str, not ${typeName(replacement)}`);
  const limit = smallIndexOf(count);
  if (limit < 0) return old === "" ? interleave(text, replacement, Infinity) : text.replaceAll(old, () => replacement);
  if (old === "") return interleave(text, replacement, limit);
  const parts = text.split(old);
  if (parts.length - 1 <= limit) return parts.join(replacement);
  return [...parts.slice(0, limit), parts.slice(limit).join(old)].join(replacement);
}

/** Replacing the empty string puts the replacement before every character and at the end. */
function interleave(text: string, replacement: string, limit: number): string {
  let out = "";
  let done = 0;
  for (const char of text) {
    if (done < limit) {
      out += replacement;
      done += 1;
    }
    out += char;
  }
  return done < limit ? out + replacement : out;
}
