import { nativeDef } from "../calls/def.js";
import { IndexError, ValueError } from "../exceptions/builtin-exceptions.js";
import { hash } from "../operators/hash.js";
import { indexOf } from "../operators/index-of.js";
import { intOf, isFloat, numberOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { eq } from "../operators/eq.js";
import { truth } from "../operators/truth.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import type { Int } from "./py-float.js";
import { badIndex, resolveSlice, Slice } from "./slice.js";
import { T } from "./tuple.js";

/** A Python range. Make one with {@link range}. Bounds beyond 2^53 are not offered: they raise ValueError. */
export class Range {
  static $class = true;
  static $name = "range";
  static $module = "builtins";

  static get $type(): Py {
    return range;
  }

  readonly start: number;
  readonly stop: number;
  readonly step: number;
  /** The number of items. */
  readonly length: number;

  constructor(start: number, stop: number, step: number) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    const span = step > 0 ? stop - start : start - stop;
    this.length = span > 0 ? Math.ceil(span / Math.abs(step)) : 0;
  }

  [Symbol.iterator](): IterableIterator<number> {
    return new RangeIterator(this.start, this.step, this.length);
  }

  __iter__(): IterableIterator<number> {
    return this[Symbol.iterator]();
  }

  __reversed__(): IterableIterator<number> {
    return new RangeIterator(this.start + this.step * (this.length - 1), -this.step, this.length);
  }

  __len__(): number {
    return this.length;
  }

  __getitem__(index: Py): Py {
    if (index instanceof Slice) {
      const { start, stop, step } = resolveSlice(index, this.length);
      return new Range(this.start + start * this.step, this.start + stop * this.step, this.step * step);
    }
    if (intOf(index) === undefined && typeof index?.__index__ !== "function") throw badIndex("range", index);
    let at = Number(indexOf(index));
    if (at < 0) at += this.length;
    if (at < 0 || at >= this.length) throw new IndexError("range object index out of range");
    return this.start + at * this.step;
  }

  __contains__(value: Py): boolean {
    const number = intOf(value) ?? (isFloat(value) ? numberOf(value) : undefined);
    if (number === undefined) return typeof value === "object" && value !== null && [...this].some((item) => truth(eq(item, value)));
    const at = (Number(number) - this.start) / this.step;
    return Number.isInteger(at) && at >= 0 && at < this.length;
  }

  __eq__(other: Py): Py {
    if (!(other instanceof Range)) return NotImplemented;
    if (this.length !== other.length) return false;
    return this.length === 0 || (this.start === other.start && (this.length === 1 || this.step === other.step));
  }

  __hash__(): Int {
    return hash(this.length === 0 ? T(0, null, null) : this.length === 1 ? T(1, this.start, null) : T(this.length, this.start, this.step));
  }

  __repr__(): string {
    return this.step === 1 ? `range(${this.start}, ${this.stop})` : `range(${this.start}, ${this.stop}, ${this.step})`;
  }

  /** How often a value is in the range: 0 or 1. */
  count(value: Py): number {
    return this.__contains__(value) ? 1 : 0;
  }

  /** The position of a value. Throws ValueError when it is not in the range. */
  index(value: Py): number {
    if (!this.__contains__(value)) throw new ValueError(`${String(value)} is not in range`);
    return (Number(value) - this.start) / this.step;
  }
}

class RangeIterator implements IterableIterator<number> {
  #next: number;
  readonly #step: number;
  #left: number;

  constructor(start: number, step: number, count: number) {
    this.#next = start;
    this.#step = step;
    this.#left = count;
  }

  next(): IteratorResult<number> {
    if (this.#left <= 0) return { value: undefined, done: true };
    this.#left -= 1;
    const value = this.#next;
    this.#next = value + this.#step;
    return { value, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }

  __length_hint__(): number {
    return this.#left;
  }
}

function toRange(start: Py, stop?: Py, step?: Py): Range {
  const first = stop === undefined ? 0 : bound(start);
  const last = bound(stop === undefined ? start : stop);
  const stride = step === undefined ? 1 : bound(step);
  if (stride === 0) throw new ValueError("range() arg 3 must not be zero");
  return new Range(first, last, stride);
}

function bound(value: Py): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  const index = indexOf(value);
  if (typeof index === "bigint") throw new ValueError("range bounds beyond 2**53 are not offered");
  return index;
}

/**
 * Python's type `range`.
 *
 * @throws TypeError for bounds that are not ints, ValueError for a step of zero
 *
 * @example
 * ```ts
 * for (const i of range(3)) print(i); // 0 1 2
 * ```
 */
export const range: BuiltinType<(start: Py, stop?: Py, step?: Py) => Range, object> = /* @__PURE__ */ builtinType(
  nativeDef(toRange, "range", "(start, stop=, step=, /)"),
  { name: "range", check: (value: Py) => value instanceof Range },
);
