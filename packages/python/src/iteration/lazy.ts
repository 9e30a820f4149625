import { call } from "../calls/call.js";
import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { add } from "../operators/add.js";
import { indexOf } from "../operators/index-of.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "../types/builtin-type.js";
import { T, type Tuple, tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { iter } from "./iter.js";

/** What the lazy iterators of Python share. Leaving a `for...of` does not close them, so that they can be gone on with. */
abstract class Lazy implements IterableIterator<Py> {
  static $class = true;
  static $module = "builtins";

  abstract next(): IteratorResult<Py>;

  [Symbol.iterator](): this {
    return this;
  }

  __iter__(): this {
    return this;
  }
}

const end: IteratorResult<Py> = { value: undefined, done: true };

/** What `enumerate` gives. */
class Enumerate extends Lazy {
  static $name = "enumerate";
  static get $type(): Py {
    return enumerate;
  }

  readonly #items: Iterator<Py>;
  #index: Py;

  constructor(items: Py, start: Py) {
    super();
    this.#items = iter(items);
    this.#index = start;
  }

  next(): IteratorResult<Py> {
    const step = this.#items.next();
    if (step.done === true) return end;
    const index: Py = this.#index;
    this.#index = typeof index === "number" ? index + 1 : add(index, 1);
    return { value: T(index, step.value), done: false };
  }
}

/** What `zip` gives. */
class Zip extends Lazy {
  static $name = "zip";
  static get $type(): Py {
    return zip;
  }

  readonly #columns: Iterator<Py>[];
  readonly #strict: boolean;

  constructor(columns: Py[], strict: boolean) {
    super();
    this.#columns = columns.map((column: Py) => iter(column));
    this.#strict = strict;
  }

  next(): IteratorResult<Py> {
    const row: Py[] = [];
    if (this.#columns.length === 0) return end;
    for (const [index, column] of this.#columns.entries()) {
      const step = column.next();
      if (step.done === true) {
        if (this.#strict) this.#checkEnds(index);
        return end;
      }
      row.push(step.value);
    }
    return { value: tupleOf(row), done: false };
  }

  #checkEnds(index: number): void {
    const before = index === 1 ? " 1" : `s 1-${index}`;
    if (index > 0) throw new ValueError(`zip() argument ${index + 1} is shorter than argument${before}`);
    for (const [other, column] of this.#columns.entries()) {
      if (other > 0 && column.next().done !== true) {
        throw new ValueError(`zip() argument ${other + 1} is longer than argument${other === 1 ? " 1" : `s 1-${other}`}`);
      }
    }
  }
}

/** What `map` gives. */
class PyMap extends Lazy {
  static $name = "map";
  static get $type(): Py {
    return map;
  }

  readonly #function: Py;
  readonly #columns: Iterator<Py>[];

  constructor(f: Py, columns: Py[]) {
    super();
    this.#function = f;
    this.#columns = columns.map((column: Py) => iter(column));
  }

  next(): IteratorResult<Py> {
    const args: Py[] = [];
    for (const column of this.#columns) {
      const step = column.next();
      if (step.done === true) return end;
      args.push(step.value);
    }
    return { value: call(this.#function, ...args), done: false };
  }
}

/** What `filter` gives. */
class Filter extends Lazy {
  static $name = "filter";
  static get $type(): Py {
    return filter;
  }

  readonly #function: Py;
  readonly #items: Iterator<Py>;

  constructor(f: Py, items: Py) {
    super();
    this.#function = f;
    this.#items = iter(items);
  }

  next(): IteratorResult<Py> {
    for (;;) {
      const step = this.#items.next();
      if (step.done === true) return end;
      if (truth(this.#function === null ? step.value : call(this.#function, step.value))) return { value: step.value, done: false };
    }
  }
}

/** Python's `enumerate(iterable, start=0)`: tuples of index and item. */
export const enumerate: BuiltinType<(items: Py, start?: Py) => IterableIterator<Tuple>, object> = /* @__PURE__ */ builtinType(
  nativeDef((items: Py, start: Py = 0): IterableIterator<Tuple> => new Enumerate(items, indexOf(start)), "enumerate", "(iterable, start=)"),
  { name: "enumerate", check: (value: Py) => value instanceof Enumerate },
);

/** Python's `zip(*iterables, strict=False)`; `strict` in a trailing object literal. */
export const zip: BuiltinType<(...args: Py[]) => IterableIterator<Tuple>, object> = /* @__PURE__ */ builtinType(
  nativeDef(
    (...args: Py[]): IterableIterator<Tuple> => {
      const last: Py = args.at(-1);
      return isPlainObject(last) ? new Zip(args.slice(0, -1), truth(last["strict"] ?? false)) : new Zip(args, false);
    },
    "zip",
    "(*iterables, strict=)",
  ),
  { name: "zip", check: (value: Py) => value instanceof Zip },
);

/** Python's `map(function, *iterables)`. */
export const map: BuiltinType<(f: Py, ...columns: Py[]) => IterableIterator<Py>, object> = /* @__PURE__ */ builtinType(
  nativeDef(
    (f: Py, ...columns: Py[]): IterableIterator<Py> => {
      if (columns.length === 0) throw new TypeError("map() must have at least two arguments.");
      return new PyMap(f, columns);
    },
    "map",
    "(function, /, *iterables)",
  ),
  { name: "map", check: (value: Py) => value instanceof PyMap },
);

/** Python's `filter(function, iterable)`; None as function keeps what is true. */
export const filter: BuiltinType<(f: Py, items: Py) => IterableIterator<Py>, object> = /* @__PURE__ */ builtinType(
  nativeDef((f: Py, items: Py): IterableIterator<Py> => new Filter(f, items), "filter", "(function, iterable, /)"),
  { name: "filter", check: (value: Py) => value instanceof Filter },
);

class Reversed extends Lazy {
  static $name = "reversed";
  static get $type(): Py {
    return reversed;
  }

  readonly #items: ArrayLike<Py>;
  #at: number;

  constructor(items: ArrayLike<Py>) {
    super();
    this.#items = items;
    this.#at = items.length;
  }

  next(): IteratorResult<Py> {
    this.#at -= 1;
    if (this.#at < 0) return end;
    const value: Py = this.#items[this.#at];
    return value === undefined ? end : { value, done: false };
  }
}

/** Python's `reversed(sequence)`. */
export const reversed: BuiltinType<(sequence: Py) => IterableIterator<Py>, object> = /* @__PURE__ */ builtinType(
  nativeDef(
    (sequence: Py): IterableIterator<Py> => {
      if (Array.isArray(sequence) || sequence instanceof Uint8Array) return new Reversed(sequence);
      if (typeof sequence === "string") return new Reversed([...sequence]);
      if (typeof sequence === "object" && sequence !== null) {
        if (typeof sequence.__reversed__ === "function") return iter(sequence.__reversed__());
        if (typeof sequence.__len__ === "function" && typeof sequence.__getitem__ === "function") {
          return new Reversed(Array.from({ length: sequence.__len__() as number }, (_, at) => sequence.__getitem__(at)));
        }
      }
      throw new TypeError(`'${typeName(sequence)}' object is not reversible`);
    },
    "reversed",
    "(sequence, /)",
  ),
  { name: "reversed", check: (value: Py) => value instanceof Reversed },
);
