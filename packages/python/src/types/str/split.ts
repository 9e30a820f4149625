import { TypeError, ValueError } from "../../exceptions/builtin-exceptions.js";
import { iter } from "../../iteration/iter.js";
import { smallIndexOf } from "../../operators/index-of.js";
import { truth } from "../../operators/truth.js";
import type { Py } from "../../py.js";
import { T, type Tuple } from "../tuple.js";
import { typeName } from "../type-name.js";

/** What Python takes for white space: Unicode's, and the separators 1c to 1f. */
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const lineEnd = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;

/** Whether a character is white space for Python. */
export function isSpace(char: string): boolean {
  return space.test(char);
}

/** Python's `str.split`. */
export function split(text: string, separator: Py = null, most: Py = -1): string[] {
  const limit = smallIndexOf(most);
  if (separator === null) return splitSpace(text, limit < 0 ? Infinity : limit);
  checkSeparator(separator);
  const parts = text.split(separator);
  if (limit < 0 || parts.length - 1 <= limit) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

/** Python's `str.rsplit`: counts the splits from the right. */
export function rsplit(text: string, separator: Py = null, most: Py = -1): string[] {
  const limit = smallIndexOf(most);
  if (separator === null) return limit < 0 ? splitSpace(text, Infinity) : rsplitSpace(text, limit);
  checkSeparator(separator);
  const parts = splitFromRight(text, separator);
  if (limit < 0 || parts.length - 1 <= limit) return parts;
  const cut = parts.length - limit;
  return [parts.slice(0, cut).join(separator), ...parts.slice(cut)];
}

function splitFromRight(text: string, separator: string): string[] {
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    const at = end - separator.length < 0 ? -1 : text.lastIndexOf(separator, end - separator.length);
    if (at < 0) break;
    parts.unshift(text.slice(at + separator.length, end));
    end = at;
  }
  parts.unshift(text.slice(0, end));
  return parts;
}

function checkSeparator(separator: Py): asserts separator is string {
  if (typeof separator !== "string") throw new TypeError(`must be str or None, not ${typeName(separator)}`);
  if (separator === "") throw new ValueError("empty separator");
}

function splitSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    while (at < text.length && space.test(text.charAt(at))) at += 1;
    if (at === text.length) return parts;
    if (parts.length >= limit) {
      parts.push(text.slice(at));
      return parts;
    }
    let end = at;
    while (end < text.length && !space.test(text.charAt(end))) end += 1;
    parts.push(text.slice(at, end));
    at = end;
  }
}

function rsplitSpace(text: string, limit: number): string[] {
  const parts: string[] = [];
  let end = text.length;
  for (;;) {
    while (end > 0 && space.test(text.charAt(end - 1))) end -= 1;
    if (end === 0) return parts;
    if (parts.length >= limit) {
      parts.unshift(text.slice(0, end));
      return parts;
    }
    let start = end;
    while (start > 0 && !space.test(text.charAt(start - 1))) start -= 1;
    parts.unshift(text.slice(start, end));
    end = start;
  }
}

/** Python's `str.splitlines`: at every kind of line end. */
export function splitlines(text: string, keepends: Py = false): string[] {
  const keep = truth(keepends);
  const lines: string[] = [];
  let start = 0;
  for (const match of text.matchAll(lineEnd)) {
    const end = match.index + match[0].length;
    lines.push(text.slice(start, keep ? end : match.index));
    start = end;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** Python's `str.partition`: before, separator, after. */
export function partition(text: string, separator: Py): Tuple {
  checkSeparator(separator);
  const at = text.indexOf(separator);
  return at < 0 ? T(text, "", "") : T(text.slice(0, at), separator, text.slice(at + separator.length));
}

/** Python's `str.rpartition`: at the last separator. */
export function rpartition(text: string, separator: Py): Tuple {
  checkSeparator(separator);
  const at = text.lastIndexOf(separator);
  return at < 0 ? T("", "", text) : T(text.slice(0, at), separator, text.slice(at + separator.length));
}

/**
 * Python's `separator.join(items)`.
 *
 * @throws TypeError when an item is not a string
 */
export function join(separator: string, items: Py): string {
  if (typeof items !== "string" && (typeof items !== "object" || items === null)) throw new TypeError("can only join an iterable");
  const parts: string[] = Array.isArray(items) ? (items as string[]) : [...iter(items)];
  parts.forEach((part: Py, index) => {
    if (typeof part !== "string") throw new TypeError(`sequence item ${index}: expected str instance, ${typeName(part)} found`);
  });
  return parts.join(separator);
}
