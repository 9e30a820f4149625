import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { ValueError } from "../exceptions/builtin-exceptions.js";
import { lt } from "../operators/compare.js";
import { getitem } from "../operators/getitem.js";
import { smallIndexOf } from "../operators/index-of.js";
import { truth } from "../operators/truth.js";
import { len } from "../builtins/len.js";
import { list } from "../types/list.js";
import type { Py } from "../py.js";

/** Keyword arguments of the functions of this module. */
export interface BisectOptions {
  readonly key?: Py;
}

function search(a: Py, lo: Py, hi: Py, key: Py, goesLeft: (item: Py) => boolean): number {
  let low = smallIndexOf(lo);
  let high = hi === null ? len(a) : smallIndexOf(hi);
  if (low < 0) throw new ValueError("lo must be non-negative");
  while (low < high) {
    const middle = (low + high) >> 1;
    const item: Py = getitem(a, middle);
    if (goesLeft(key === null ? item : call(key, item))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Python's `bisect.bisect_left(a, x, lo=0, hi=None, key=None)`: before items that are equal to `x`. */
export function bisect_left(a: Py, x: Py, lo: Py = 0, hi: Py = null, options: BisectOptions = {}): number {
  return search(a, lo, hi, options.key ?? null, (item) => !truth(lt(item, x)));
}

/** Python's `bisect.bisect_right(a, x, lo=0, hi=None, key=None)`: behind items that are equal to `x`. */
export function bisect_right(a: Py, x: Py, lo: Py = 0, hi: Py = null, options: BisectOptions = {}): number {
  return search(a, lo, hi, options.key ?? null, (item) => truth(lt(x, item)));
}

/** The same as {@link bisect_right}. */
export const bisect: typeof bisect_right = bisect_right;

/** Python's `bisect.insort_left`. */
export function insort_left(a: Py, x: Py, lo: Py = 0, hi: Py = null, options: BisectOptions = {}): null {
  const key: Py = options.key ?? null;
  return list.insert(a as Py[], bisect_left(a, key === null ? x : call(key, x), lo, hi, options), x);
}

/** Python's `bisect.insort_right`. */
export function insort_right(a: Py, x: Py, lo: Py = 0, hi: Py = null, options: BisectOptions = {}): null {
  const key: Py = options.key ?? null;
  return list.insert(a as Py[], bisect_right(a, key === null ? x : call(key, x), lo, hi, options), x);
}

/** The same as {@link insort_right}. */
export const insort: typeof insort_right = insort_right;

nativeDef(bisect_left, "bisect_left", "(a, x, lo=, hi=, *, key=)");
nativeDef(bisect_right, "bisect_right", "(a, x, lo=, hi=, *, key=)");
nativeDef(insort_left, "insort_left", "(a, x, lo=, hi=, *, key=)");
nativeDef(insort_right, "insort_right", "(a, x, lo=, hi=, *, key=)");
