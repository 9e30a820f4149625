import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { indexOf } from "../operators/index-of.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { NotImplemented } from "../singletons.js";
import { same } from "../operators/eq.js";
import { T, type Tuple } from "./tuple.js";
import { typeName } from "./type-name.js";

/** Python's `slice(start, stop, step)`; what `a[1:2]` passes to `__getitem__`. */
export class Slice {
  static $class = true;
  static $name = "slice";
  static $module = "builtins";

  readonly start: Py;
  readonly stop: Py;
  readonly step: Py;

  constructor(start: Py, stop: Py, step: Py) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** Start, stop and step for a sequence of this length. */
  indices(length: Py): Tuple {
    const { start, stop, step } = resolveSlice(this, indexOf(length) as number);
    return T(start, stop, step);
  }

  __eq__(other: Py): Py {
    if (!(other instanceof Slice)) return NotImplemented;
    return same(this.start, other.start) && same(this.stop, other.stop) && same(this.step, other.step);
  }

  __repr__(): string {
    return `slice(${repr(this.start)}, ${repr(this.stop)}, ${repr(this.step)})`;
  }
}

/**
 * The slice of `a[start:stop:step]`; what is left out is None.
 *
 * @example
 * ```ts
 * getitem([1, 2, 3], slice(1)); // a[1:] is [2, 3]
 * ```
 */
export function slice(start: Py = null, stop: Py = null, step: Py = null): Slice {
  return new Slice(start, stop, step);
}

/** The positions that a slice means in a sequence of a length: `count` of them, from `start` on in steps of `step`. */
export interface Positions {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
  readonly count: number;
}

/** CPython's `PySlice_AdjustIndices`. */
export function resolveSlice(slice: Slice, length: number): Positions {
  const step = slice.step === null ? 1 : bound(slice.step);
  if (step === 0) throw new ValueError("slice step cannot be zero");
  const low = step < 0 ? -1 : 0;
  const high = step < 0 ? length - 1 : length;
  const place = (value: Py, fallback: number): number => {
    if (value === null) return fallback;
    const index = bound(value);
    return index < 0 ? Math.max(index + length, low) : Math.min(index, high);
  };
  const start = place(slice.start, step < 0 ? high : low);
  const stop = place(slice.stop, step < 0 ? low : high);
  const count =
    step < 0
      ? stop < start
        ? Math.floor((start - stop - 1) / -step) + 1
        : 0
      : start < stop
        ? Math.floor((stop - start - 1) / step) + 1
        : 0;
  return { start, stop, step, count };
}

/** A bound of a slice: an int, cut to the range that no sequence reaches. */
function bound(value: Py): number {
  if (typeof value !== "number" && typeof value !== "bigint" && typeof value !== "boolean" && typeof value?.__index__ !== "function") {
    throw new TypeError(`slice indices must be integers or None or have an __index__ method`);
  }
  const index = indexOf(value);
  if (typeof index === "number") return index;
  return index > 0n ? Number.MAX_SAFE_INTEGER : -Number.MAX_SAFE_INTEGER;
}

/** The items of an array that a slice picks. */
export function sliceItems(items: ArrayLike<Py>, slice: Slice): Py[] {
  const { start, step, count } = resolveSlice(slice, items.length);
  if (step === 1 && Array.isArray(items)) return (items as readonly Py[]).slice(start, start + count);
  const picked: Py[] = [];
  for (let i = 0, at = start; i < count; i++, at += step) picked.push(items[at]);
  return picked;
}

/** Complains about an index of the wrong type. */
export function badIndex(kind: string, index: Py): TypeError {
  return new TypeError(`${kind} indices must be integers or slices, not ${typeName(index)}`);
}
