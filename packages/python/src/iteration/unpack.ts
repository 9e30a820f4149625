import { ValueError, TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";
import { iter } from "./iter.js";

/**
 * The items of `a, b = value`: exactly `count`.
 *
 * @throws ValueError when there are more or fewer, TypeError when the value cannot be iterated
 */
export function unpack(value: Py, count: number): Py[] {
  if (Array.isArray(value)) {
    if (value.length === count) return value;
    if (value.length < count) throw tooFew(count, value.length);
    throw new ValueError(`too many values to unpack (expected ${count})`);
  }
  const items: Py[] = [];
  for (const item of iterable(value)) {
    if (items.length === count) throw new ValueError(`too many values to unpack (expected ${count})`);
    items.push(item);
  }
  if (items.length < count) throw tooFew(count, items.length);
  return items;
}

/** The items of `a, *b, c = value`: `before` of them, a list of those between, `after` of them. */
export function unpackStar(value: Py, before: number, after: number): Py[] {
  const items = [...iterable(value)];
  if (items.length < before + after) {
    throw new ValueError(`not enough values to unpack (expected at least ${before + after}, got ${items.length})`);
  }
  const end = items.length - after;
  return [...items.slice(0, before), items.slice(before, end), ...items.slice(end)];
}

function tooFew(expected: number, got: number): ValueError {
  return new ValueError(`not enough values to unpack (expected ${expected}, got ${got})`);
}

function iterable(value: Py): Iterable<Py> {
  const isIterable = typeof value === "string" || (typeof value === "object" && value !== null && value.$coroutine !== true);
  if (!isIterable) throw new TypeError(`cannot unpack non-iterable ${typeName(value)} object`);
  return iter(value);
}
