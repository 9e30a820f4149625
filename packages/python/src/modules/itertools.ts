import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { add } from "../operators/add.js";
import { eq } from "../operators/eq.js";
import { smallIndexOf } from "../operators/index-of.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { builtinType } from "../types/builtin-type.js";
import { T, tupleOf } from "../types/tuple.js";

/** An iterator of this module over what a JavaScript generator yields; leaving a `for...of` does not end it. */
class Iterator_ implements IterableIterator<Py> {
  static $class = true;
  static $module = "itertools";

  readonly #items: Iterator<Py>;

  constructor(items: Iterator<Py>) {
    this.#items = items;
  }

  next(): IteratorResult<Py> {
    return this.#items.next();
  }

  [Symbol.iterator](): this {
    return this;
  }

  __iter__(): this {
    return this;
  }
}

type Maker = (...args: Py[]) => IterableIterator<Py>;

/** A type of this module from a generator function. */
function lazy(name: string, signature: string, generate: (...args: Py[]) => Iterator<Py>): Maker {
  const cls = class extends Iterator_ {
    static readonly $name: string = name;
    static get $type(): Py {
      return type;
    }
  };
  const type = builtinType(
    nativeDef((...args: Py[]): IterableIterator<Py> => new cls(generate(...args)), name, signature),
    { name, check: (value: Py) => value instanceof cls },
  );
  (type as Py).$module = "itertools";
  return type;
}

/** Takes the keyword arguments off the end of a call. */
function parted(args: readonly Py[]): { readonly values: readonly Py[]; readonly options: Readonly<Record<string, Py>> } {
  const last: Py = args.at(-1);
  return isPlainObject(last) ? { values: args.slice(0, -1), options: last } : { values: args, options: {} };
}

/** Python's `itertools.count(start=0, step=1)`. */
export const count: Maker = /* @__PURE__ */ lazy("count", "(start=, step=)", function* (start: Py = 0, step: Py = 1) {
  for (let value: Py = start; ; value = add(value, step)) yield value;
});

/** Python's `itertools.cycle(iterable)`. */
export const cycle: Maker = /* @__PURE__ */ lazy("cycle", "(iterable, /)", function* (iterable: Py) {
  const items: Py[] = [];
  for (const item of iter(iterable)) {
    items.push(item);
    yield item;
  }
  while (items.length > 0) yield* items;
});

/** Python's `itertools.repeat(object, times)`. */
export const repeat: Maker = /* @__PURE__ */ lazy("repeat", "(object, times=)", function* (item: Py, times: Py = Infinity) {
  const count = times === Infinity ? Infinity : smallIndexOf(times);
  for (let i = 0; i < count; i++) yield item;
});

const chained: Maker = /* @__PURE__ */ lazy("chain", "(*iterables)", function* (...iterables: Py[]) {
  for (const iterable of iterables) yield* iter(iterable);
});

/** Python's `itertools.chain(*iterables)` and `chain.from_iterable(iterables)`. */
export const chain: Maker & { readonly from_iterable: (iterables: Py) => IterableIterator<Py> } = /* @__PURE__ */ Object.assign(chained, {
  from_iterable: lazy("chain", "(iterable, /)", function* (iterables: Py) {
    for (const iterable of iter(iterables)) yield* iter(iterable);
  }) as (iterables: Py) => IterableIterator<Py>,
});
/* @__PURE__ */ Object.assign((chained as Py).$statics as object, { from_iterable: chain.from_iterable });

/** Python's `itertools.islice(iterable, stop)` and `islice(iterable, start, stop, step)`. */
export const islice: Maker = /* @__PURE__ */ lazy("islice", "(iterable, start, stop=, step=, /)", function (iterable: Py, ...bounds: Py[]) {
  const given = bounds.filter((bound) => bound !== undefined);
  const [start, stop, step] = given.length === 1 ? [null, given[0], null] : [given[0], given[1], given[2] ?? null];
  const first = start === null ? 0 : smallIndexOf(start);
  const last = stop === null || stop === undefined ? Infinity : smallIndexOf(stop);
  const stride = step === null ? 1 : smallIndexOf(step);
  if (last < 0) throw new ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (first < 0) throw new ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (stride < 1) throw new ValueError("Step for islice() must be a positive integer or None.");
  return pick(iter(iterable), first, last, stride);
});

function* pick(items: Iterator<Py>, first: number, last: number, stride: number): Generator<Py, undefined, undefined> {
  let at = 0;
  for (let wanted = first; wanted < last; wanted += stride) {
    for (; at < wanted; at++) if (items.next().done === true) return;
    const step = items.next();
    if (step.done === true) return;
    at += 1;
    yield step.value;
  }
  // CPython takes what lies before the end from the iterator, and nothing behind it.
  if (last !== Infinity) for (; at < last; at++) if (items.next().done === true) return;
}

/** Python's `itertools.accumulate(iterable, func=add, initial=None)`. */
export const accumulate: Maker = /* @__PURE__ */ lazy("accumulate", "(iterable, func=, *, initial=)", function* (...args: Py[]) {
  const { values, options } = parted(args);
  const [iterable, func = null] = values;
  let total: Py = options["initial"] ?? undefined;
  if (total !== undefined) yield total;
  for (const item of iter(iterable)) {
    total = total === undefined ? item : func === null ? add(total, item) : call(func, total, item);
    yield total;
  }
});

/** Python's `itertools.takewhile(predicate, iterable)`. */
export const takewhile: Maker = /* @__PURE__ */ lazy("takewhile", "(predicate, iterable, /)", function* (predicate: Py, iterable: Py) {
  for (const item of iter(iterable)) {
    if (!truth(call(predicate, item))) return;
    yield item;
  }
});

/** Python's `itertools.dropwhile(predicate, iterable)`. */
export const dropwhile: Maker = /* @__PURE__ */ lazy("dropwhile", "(predicate, iterable, /)", function* (predicate: Py, iterable: Py) {
  let dropping = true;
  for (const item of iter(iterable)) {
    if (dropping && truth(call(predicate, item))) continue;
    dropping = false;
    yield item;
  }
});

/** Python's `itertools.filterfalse(function, iterable)`. */
export const filterfalse: Maker = /* @__PURE__ */ lazy("filterfalse", "(function, iterable, /)", function* (f: Py, iterable: Py) {
  for (const item of iter(iterable)) if (!truth(f === null ? item : call(f, item))) yield item;
});

/** Python's `itertools.starmap(function, iterable)`. */
export const starmap: Maker = /* @__PURE__ */ lazy("starmap", "(function, iterable, /)", function* (f: Py, iterable: Py) {
  for (const args of iter(iterable)) yield call(f, ...iter(args));
});

/** Python's `itertools.compress(data, selectors)`. */
export const compress: Maker = /* @__PURE__ */ lazy("compress", "(data, selectors)", function* (data: Py, selectors: Py) {
  const chosen = iter(selectors);
  for (const item of iter(data)) {
    const step = chosen.next();
    if (step.done === true) return;
    if (truth(step.value)) yield item;
  }
});

/** Python's `itertools.pairwise(iterable)`. */
export const pairwise: Maker = /* @__PURE__ */ lazy("pairwise", "(iterable, /)", function* (iterable: Py) {
  let previous: Py;
  for (const item of iter(iterable)) {
    if (previous !== undefined) yield T(previous, item);
    previous = item;
  }
});

/** Python's `itertools.batched(iterable, n, strict=False)`. */
export const batched: Maker = /* @__PURE__ */ lazy("batched", "(iterable, n, *, strict=)", function* (...args: Py[]) {
  const { values, options } = parted(args);
  const size = smallIndexOf(values[1]);
  if (size < 1) throw new ValueError("n must be at least one");
  let batch: Py[] = [];
  for (const item of iter(values[0])) {
    batch.push(item);
    if (batch.length === size) {
      yield tupleOf(batch);
      batch = [];
    }
  }
  if (batch.length === 0) return;
  if (truth(options["strict"] ?? false)) throw new ValueError("batched(): incomplete batch");
  yield tupleOf(batch);
});

/** Python's `itertools.zip_longest(*iterables, fillvalue=None)`. */
export const zip_longest: Maker = /* @__PURE__ */ lazy("zip_longest", "(*iterables, fillvalue=)", function* (...args: Py[]) {
  const { values, options } = parted(args);
  const fill: Py = options["fillvalue"] ?? null;
  const columns = values.map((value: Py) => iter(value));
  const ended = new Set<number>();
  while (columns.length > 0) {
    const row = columns.map((column, index) => {
      if (ended.has(index)) return fill;
      const step = column.next();
      if (step.done !== true) return step.value;
      ended.add(index);
      return fill;
    });
    if (ended.size === columns.length) return;
    yield tupleOf(row);
  }
});

/** Python's `itertools.product(*iterables, repeat=1)`. */
export const product: Maker = /* @__PURE__ */ lazy("product", "(*iterables, repeat=)", function* (...args: Py[]) {
  const { values, options } = parted(args);
  const pools: Py[][] = [];
  const once = values.map((value: Py) => [...iter(value)]);
  for (let i = 0; i < (options["repeat"] === undefined ? 1 : smallIndexOf(options["repeat"])); i++) pools.push(...once);
  const choose = function* (at: number, chosen: Py[]): Generator<Py, undefined, undefined> {
    const pool = pools[at];
    if (pool === undefined) {
      yield tupleOf(chosen);
      return;
    }
    for (const item of pool) yield* choose(at + 1, [...chosen, item]);
  };
  yield* choose(0, []);
});

/** Python's `itertools.permutations(iterable, r)`. */
export const permutations: Maker = /* @__PURE__ */ lazy("permutations", "(iterable, r=)", function* (iterable: Py, r: Py = null) {
  const pool = [...iter(iterable)];
  const size = r === null ? pool.length : smallIndexOf(r);
  const choose = function* (chosen: number[]): Generator<Py, undefined, undefined> {
    if (chosen.length === size) {
      yield tupleOf(chosen.map((at) => pool[at]));
      return;
    }
    for (let at = 0; at < pool.length; at++) if (!chosen.includes(at)) yield* choose([...chosen, at]);
  };
  yield* choose([]);
});

function* chooseFrom(
  pool: readonly Py[],
  size: number,
  again: boolean,
  start: number,
  chosen: readonly Py[],
): Generator<Py, undefined, undefined> {
  if (chosen.length === size) {
    yield tupleOf(chosen);
    return;
  }
  for (let at = start; at < pool.length; at++) yield* chooseFrom(pool, size, again, again ? at : at + 1, [...chosen, pool[at]]);
}

/** Python's `itertools.combinations(iterable, r)`. */
export const combinations: Maker = /* @__PURE__ */ lazy("combinations", "(iterable, r)", (iterable: Py, r: Py) =>
  chooseFrom([...iter(iterable)], smallIndexOf(r), false, 0, []),
);

/** Python's `itertools.combinations_with_replacement(iterable, r)`. */
export const combinations_with_replacement: Maker = /* @__PURE__ */ lazy(
  "combinations_with_replacement",
  "(iterable, r)",
  (iterable: Py, r: Py) => chooseFrom([...iter(iterable)], smallIndexOf(r), true, 0, []),
);

/** Python's `itertools.groupby(iterable, key=None)`: runs of items with the same key. */
export const groupby: Maker = /* @__PURE__ */ lazy("groupby", "(iterable, key=)", function* (iterable: Py, key: Py = null) {
  const items = iter(iterable);
  let step = items.next();
  const keyOf = (value: Py): Py => (key === null ? value : call(key, value));
  let currentKey: Py = step.done === true ? undefined : keyOf(step.value);
  while (step.done !== true) {
    const groupKey: Py = currentKey;
    const advance = (): void => {
      step = items.next();
      if (step.done !== true) currentKey = keyOf(step.value);
    };
    const inGroup = (): boolean => step.done !== true && truth(eq(currentKey, groupKey));
    const state = { open: true };
    const group = (function* (): Generator<Py, undefined, undefined> {
      while (state.open && inGroup()) {
        const value: Py = step.value;
        advance();
        yield value;
      }
    })();
    yield T(groupKey, new Iterator_(group));
    // What the program did not take of the group is passed over.
    state.open = false;
    while (inGroup()) advance();
  }
});

/** Python's `itertools.tee(iterable, n=2)`: independent iterators over the same items. */
export function tee(iterable: Py, n: Py = 2): Py {
  const count = smallIndexOf(n);
  if (count < 0) throw new ValueError("n must be >= 0");
  const items = iter(iterable);
  const seen: Py[] = [];
  let ended = false;
  const read = function* (): Generator<Py, undefined, undefined> {
    for (let at = 0; ; at++) {
      if (at >= seen.length) {
        if (ended) return;
        const step = items.next();
        if (step.done === true) {
          ended = true;
          return;
        }
        seen.push(step.value);
      }
      yield seen[at];
    }
  };
  return tupleOf(Array.from({ length: count }, () => new Iterator_(read())));
}

nativeDef(tee, "tee", "(iterable, n=, /)");
