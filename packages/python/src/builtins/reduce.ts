import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { add } from "../operators/add.js";
import { gt, lt } from "../operators/compare.js";
import { intOf, isFloat, numberOf } from "../operators/integers.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { F } from "../types/py-float.js";
import { sortItems, type SortOptions } from "../types/list.js";

/** Python's `all(iterable)`. */
export function all(iterable: Py): boolean {
  for (const item of iter(iterable)) if (!truth(item)) return false;
  return true;
}

/** Python's `any(iterable)`. */
export function any(iterable: Py): boolean {
  for (const item of iter(iterable)) if (truth(item)) return true;
  return false;
}

/**
 * Python's `sum(iterable, start)`. Floats are summed with compensation, as CPython does since 3.12.
 *
 * @throws TypeError for strings
 */
export function sum(iterable: Py, start: Py = 0): Py {
  if (typeof start === "string") throw new TypeError("sum() can't sum strings [use ''.join(seq) instead]");
  let total: Py = start;
  const items = iter(iterable);
  for (let step = items.next(); step.done !== true; step = items.next()) {
    if (isFloat(total) && (isFloat(step.value) || intOf(step.value) !== undefined)) {
      // From the first float on CPython keeps the lost low bits (Neumaier's sum).
      let sum = numberOf(total) ?? 0;
      let lost = 0;
      let current: IteratorResult<Py> = step;
      while (current.done !== true && (isFloat(current.value) || intOf(current.value) !== undefined)) {
        const x = numberOf(current.value) ?? 0;
        if (isFloat(current.value)) {
          const next = sum + x;
          lost += Math.abs(sum) >= Math.abs(x) ? sum - next + x : x - next + sum;
          sum = next;
        } else sum += x;
        current = items.next();
      }
      const result = lost !== 0 && Number.isFinite(lost) ? sum + lost : sum;
      if (current.done === true) return F(result);
      total = F(result);
      step = current;
    }
    total = add(total, step.value);
  }
  return total;
}

/** Python's `sorted(iterable, key=None, reverse=False)`: a new list. */
export function sorted(iterable: Py, options: SortOptions = {}): Py[] {
  const items = Array.isArray(iterable) ? [...iterable] : [...iter(iterable)];
  sortItems(items, options);
  return items;
}

/**
 * Python's `max(iterable, key=None, default=...)` and `max(a, b, ...)`; keywords in a trailing object literal. Of equal ones the first.
 *
 * @throws ValueError for an empty iterable without default
 */
export function max(...args: Py[]): Py {
  return extreme("max", args, gt);
}

/** Python's `min`; see {@link max}. */
export function min(...args: Py[]): Py {
  return extreme("min", args, lt);
}

function extreme(name: string, args: Py[], better: (a: Py, b: Py) => boolean): Py {
  const last: Py = args.at(-1);
  const options = isPlainObject(last) ? last : {};
  const values = isPlainObject(last) ? args.slice(0, -1) : args;
  if (values.length === 0) throw new TypeError(`${name} expected at least 1 argument, got 0`);
  const fallback: Py = options["default"];
  if (values.length > 1 && fallback !== undefined)
    throw new TypeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
  const key: Py = options["key"] ?? null;
  let best: Py;
  let bestKey: Py;
  for (const value of values.length === 1 ? iter(values[0]) : values) {
    const valueKey: Py = key === null ? value : call(key, value);
    if (best === undefined || truth(better(valueKey, bestKey))) {
      best = value;
      bestKey = valueKey;
    }
  }
  if (best !== undefined) return best;
  if (fallback !== undefined) return fallback;
  throw new ValueError(`${name}() iterable argument is empty`);
}

nativeDef(all, "all", "(iterable, /)");
nativeDef(any, "any", "(iterable, /)");
nativeDef(sum, "sum", "(iterable, /, start=)");
nativeDef(sorted, "sorted", "(iterable, /, *, key=, reverse=)");
nativeDef(max, "max", "(*args, key=, default=)");
nativeDef(min, "min", "(*args, key=, default=)");
