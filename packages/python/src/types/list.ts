import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { IndexError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { lt } from "../operators/compare.js";
import { same } from "../operators/eq.js";
import { smallIndexOf } from "../operators/index-of.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { mergeSort } from "./merge-sort.js";
import { PyFloat } from "./py-float.js";
import { resolveSlice, slice } from "./slice.js";
import { isBasic } from "./str/code-points.js";
import { Tuple } from "./tuple.js";

function append(self: Py[], item: Py): null {
  self.push(item);
  return null;
}

function extend(self: Py[], items: Py): null {
  for (const item of items === self ? [...self] : iter(items)) self.push(item);
  return null;
}

function insert(self: Py[], index: Py, item: Py): null {
  let at = smallIndexOf(index);
  if (at < 0) at = Math.max(at + self.length, 0);
  self.splice(at, 0, item);
  return null;
}

function pop(self: Py[], index?: Py): Py {
  let at = index === undefined ? -1 : smallIndexOf(index);
  if (self.length === 0) throw new IndexError("pop from empty list");
  if (index === undefined) return self.pop();
  if (at < 0) at += self.length;
  if (at < 0 || at >= self.length) throw new IndexError("pop index out of range");
  return at === 0 ? self.shift() : self.splice(at, 1)[0];
}

function remove(self: Py[], item: Py): null {
  const at = self.findIndex((other: Py) => same(other, item));
  if (at < 0) throw new ValueError("list.remove(x): x not in list");
  self.splice(at, 1);
  return null;
}

function clear(self: Py[]): null {
  self.length = 0;
  return null;
}

function copy(self: Py[]): Py[] {
  return [...self];
}

function reverse(self: Py[]): null {
  self.reverse();
  return null;
}

/** How often an item is in a list or tuple. */
export function countItems(self: readonly Py[], item: Py): number {
  let count = 0;
  for (const other of self) if (same(other, item)) count += 1;
  return count;
}

/** The first position of an item in a list or tuple. Throws ValueError when it is not there. */
export function indexOfItem(self: readonly Py[], item: Py, start: Py = null, stop: Py = null): number {
  const positions = resolveSlice(slice(start, stop), self.length);
  for (let at = positions.start; at < positions.stop && at < self.length; at++) if (same(self[at], item)) return at;
  throw new ValueError(self instanceof Tuple ? "tuple.index(x): x not in tuple" : `${repr(item)} is not in list`);
}

/** What `sort` and `sorted` take. */
export interface SortOptions {
  /** What items are compared by; None: themselves. */
  readonly key?: Py;
  /** Largest first; equal items stay in their order all the same. */
  readonly reverse?: Py;
}

/**
 * Sorts an array in place: stable, with `<` only, as Python does.
 *
 * @throws TypeError when items cannot be ordered
 */
export function sortItems(items: Py[], options: SortOptions = {}): void {
  const key: Py = options.key ?? null;
  const reverse = options.reverse !== undefined && truth(options.reverse);
  if (key === null) {
    sortBy(items, items, (item: Py) => item, reverse);
    return;
  }
  const rows = items.map((item: Py) => ({ item, key: call(key, item) }));
  sortBy(
    rows,
    rows.map((row) => row.key),
    (row) => row.key,
    reverse,
  );
  rows.forEach((row, index) => {
    items[index] = row.item;
  });
}

/** Numbers and texts are compared by the engine, everything else by Python's `<` alone. */
function sortBy<R>(rows: R[], keys: readonly Py[], keyOf: (row: R) => Py, reverse: boolean): void {
  const compare = nativeOrder(keys);
  if (compare !== undefined) {
    rows.sort(reverse ? (a, b) => compare(keyOf(b), keyOf(a)) : (a, b) => compare(keyOf(a), keyOf(b)));
    return;
  }
  // As CPython: reversed, sorted and reversed again, so that equal items keep their order.
  if (reverse) rows.reverse();
  try {
    mergeSort(rows, (a, b) => truth(lt(keyOf(a), keyOf(b))));
  } finally {
    if (reverse) rows.reverse();
  }
}

/** An order for the engine's sort where all keys are numbers, or all are texts without surrogates. */
function nativeOrder(keys: readonly Py[]): ((a: Py, b: Py) => number) | undefined {
  if (keys.every((key: Py) => (typeof key === "number" && !Number.isNaN(key)) || key instanceof PyFloat)) {
    return (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);
  }
  if (keys.every((key: Py) => typeof key === "string" && isBasic(key))) return (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return undefined;
}

function sort(self: Py[], options: SortOptions = {}): null {
  const items = [...self];
  // The list is empty meanwhile, as in CPython, so that a key function that changes it is noticed.
  self.length = 0;
  let changed: boolean;
  try {
    sortItems(items, options);
  } finally {
    changed = self.length > 0;
    self.length = 0;
    for (const item of items) self.push(item);
  }
  if (changed) throw new ValueError("list modified during sort");
  return null;
}

function toList(items: Py = []): Py[] {
  if (Array.isArray(items)) return [...items];
  return [...iter(items)];
}

/** The methods of lists as functions that take the list first. */
export interface ListMethods {
  readonly append: typeof append;
  readonly extend: typeof extend;
  readonly insert: typeof insert;
  readonly pop: typeof pop;
  readonly remove: typeof remove;
  readonly clear: typeof clear;
  readonly copy: typeof copy;
  readonly reverse: typeof reverse;
  readonly count: (self: Py[], item: Py) => number;
  readonly index: (self: Py[], item: Py, start?: Py, stop?: Py) => number;
  readonly sort: typeof sort;
}

const methods: ListMethods = {
  append: nativeDef(append, "list.append", "(object, /)"),
  extend: nativeDef(extend, "list.extend", "(iterable, /)"),
  insert: nativeDef(insert, "list.insert", "(index, object, /)"),
  pop: nativeDef(pop, "list.pop", "(index=, /)"),
  remove: nativeDef(remove, "list.remove", "(value, /)"),
  clear: nativeDef(clear, "list.clear", "()"),
  copy: nativeDef(copy, "list.copy", "()"),
  reverse: nativeDef(reverse, "list.reverse", "()"),
  count: nativeDef(countItems as (self: Py[], item: Py) => number, "list.count", "(value, /)"),
  index: nativeDef(
    (self: Py[], item: Py, start?: Py, stop?: Py) => indexOfItem(self, item, start, stop),
    "list.index",
    "(value, start=, stop=, /)",
  ),
  sort: nativeDef(sort, "list.sort", "(*, key=, reverse=)"),
};

/** Python's type `list`, which is JavaScript's `Array`, and its methods as functions: `list.append(xs, 1)`. */
export const list: BuiltinType<(items?: Py) => Py[], ListMethods> = /* @__PURE__ */ builtinType(
  nativeDef(toList, "list", "(iterable=, /)"),
  {
    name: "list",
    check: (value: Py) => Array.isArray(value) && !(value instanceof Tuple),
    methods,
  },
);
