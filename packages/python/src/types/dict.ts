import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { KeyError, RuntimeError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { same } from "../operators/eq.js";
import { getitem } from "../operators/getitem.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { containerRepr, repr } from "../text/repr.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { DictItems, DictKeys, DictValues } from "./dict-views.js";
import { KeyTable } from "./key-table.js";
import { PyFloat } from "./py-float.js";
import { T, type Tuple } from "./tuple.js";
import { typeName } from "./type-name.js";

/**
 * A Python dict over one JavaScript `Map`: insertion order, Python's equality of keys, the first of equal keys is kept.
 *
 * Its methods are Python's. Make one with {@link D}. JavaScript iterates over its keys, as Python does.
 *
 * @example
 * ```ts
 * const d = D(["a", 1], [true, 2]);
 * d.__getitem__(1); // 2: True and 1 are the same key
 * ```
 */
export class Dict {
  /** Marks what is called with `new`. */
  static $class = true;
  static $name = "dict";
  static $module = "builtins";

  /** The type of instances as a value. */
  static get $type(): Py {
    return dict;
  }

  /** Dicts are not hashable. */
  declare readonly __hash__: null;

  static {
    Object.defineProperty(this.prototype, "__hash__", { value: null });
  }

  /** The values by the representatives of their keys. */
  readonly $map: Map<Py, Py> = new Map<Py, Py>();
  /** The keys that are not their own representatives: `True`, `1.0`. */
  #keys: Map<Py, Py> | undefined;
  #table: KeyTable | undefined;

  /** A dict of pairs. */
  static from(pairs: Iterable<readonly [Py, Py]>): Dict {
    const made = new Dict();
    for (const [key, value] of pairs) made.__setitem__(key, value);
    return made;
  }

  /** The value of a key, `undefined` when there is none. */
  $find(key: Py): Py {
    if (typeof key === "string" || typeof key === "number") return this.$map.get(key);
    this.#table ??= new KeyTable();
    const representative: Py = this.#table.find(key);
    return representative === undefined ? undefined : this.$map.get(representative);
  }

  /** The key as it was put in, for its representative. */
  $key(representative: Py): Py {
    return this.#keys === undefined ? representative : (this.#keys.get(representative) ?? representative);
  }

  __getitem__(key: Py): Py {
    const value = this.$find(key);
    if (value !== undefined) return value;
    const missing: Py = (this as Py).__missing__;
    if (typeof missing === "function") return missing.call(this, key);
    throw new KeyError(key);
  }

  __setitem__(key: Py, value: Py): null {
    if (typeof key === "string" || (typeof key === "number" && this.#keys === undefined)) {
      this.$map.set(key, value);
      return null;
    }
    this.#table ??= new KeyTable();
    const representative: Py = this.#table.claim(key);
    if (representative !== key && typeof representative !== "object" && !this.$map.has(representative)) {
      this.#keys ??= new Map<Py, Py>();
      this.#keys.set(representative, key);
    }
    this.$map.set(representative, value);
    return null;
  }

  __delitem__(key: Py): null {
    if (this.$remove(key) === undefined) throw new KeyError(key);
    return null;
  }

  /** Takes a key out and returns its value, `undefined` when there is none. */
  $remove(key: Py): Py {
    const value = this.$find(key);
    if (value === undefined) return undefined;
    const representative: Py = this.#table === undefined ? key : this.#table.find(key);
    this.$map.delete(representative);
    this.#keys?.delete(representative);
    this.#table?.release(representative);
    return value;
  }

  __contains__(key: Py): boolean {
    return this.$find(key) !== undefined;
  }

  __len__(): number {
    return this.$map.size;
  }

  __iter__(): IterableIterator<Py> {
    return this.$iterate((representative) => this.$key(representative));
  }

  [Symbol.iterator](): IterableIterator<Py> {
    return this.__iter__();
  }

  /** Iterates in order and notices when the dict grows or shrinks meanwhile, as CPython does. */
  *$iterate(pick: (representative: Py, value: Py) => Py): Generator<Py, undefined, undefined> {
    const { size } = this.$map;
    for (const [representative, value] of this.$map) {
      yield pick(representative, value);
      if (this.$map.size !== size) throw new RuntimeError("dictionary changed size during iteration");
    }
  }

  __reversed__(): IterableIterator<Py> {
    return [...this.$map.keys()]
      .map((representative: Py) => this.$key(representative))
      .reverse()
      .values();
  }

  __eq__(other: Py): Py {
    if (!(other instanceof Dict)) return NotImplemented;
    if (other.$map.size !== this.$map.size) return false;
    for (const [representative, value] of this.$map) {
      const theirs = other.$find(this.$key(representative));
      if (theirs === undefined || !same(value, theirs)) return false;
    }
    return true;
  }

  __or__(other: Py): Py {
    if (!(other instanceof Dict)) return NotImplemented;
    const joined = this.copy();
    joined.update(other);
    return joined;
  }

  __ior__(other: Py): this {
    this.update(other);
    return this;
  }

  __repr__(): string {
    return containerRepr(this, "{...}", () => {
      const parts: string[] = [];
      for (const [representative, value] of this.$map) parts.push(`${repr(this.$key(representative))}: ${repr(value)}`);
      return `{${parts.join(", ")}}`;
    });
  }

  /** The value of a key, or the fallback. */
  get(key: Py, fallback: Py = null): Py {
    const value = this.$find(key);
    return value === undefined ? fallback : value;
  }

  /** The value of a key, which is put in with the fallback when it is missing. */
  setdefault(key: Py, fallback: Py = null): Py {
    const value = this.$find(key);
    if (value !== undefined) return value;
    this.__setitem__(key, fallback);
    return fallback;
  }

  /** Takes a key out and returns its value. Throws KeyError when it is missing and there is no fallback. */
  pop(key: Py, fallback?: Py): Py {
    if (this.$map.size === 0) {
      // CPython does not even hash the key.
      if (fallback !== undefined) return fallback;
      throw new KeyError(key);
    }
    const value = this.$remove(key);
    if (value !== undefined) return value;
    if (fallback !== undefined) return fallback;
    throw new KeyError(key);
  }

  /** Takes out what was put in last. */
  popitem(): Tuple {
    let last: Py;
    for (const representative of this.$map.keys()) last = representative;
    if (last === undefined) throw new KeyError("popitem(): dictionary is empty");
    const key = this.$key(last);
    return T(key, this.$remove(key));
  }

  /** Puts in the items of mappings, of iterables of pairs, and of keyword arguments. */
  update(...sources: Py[]): null {
    for (const source of sources) fill(this, source);
    return null;
  }

  /** A view of the keys. */
  keys(): DictKeys {
    return new DictKeys(this);
  }

  /** A view of the values. */
  values(): DictValues {
    return new DictValues(this);
  }

  /** A view of the items, as tuples. */
  items(): DictItems {
    return new DictItems(this);
  }

  /** A shallow copy. */
  copy(): Dict {
    const copied = new (this.constructor as new () => Dict)();
    for (const [representative, value] of this.$map) copied.__setitem__(this.$key(representative), value);
    return copied;
  }

  /** Removes everything. */
  clear(): null {
    this.$map.clear();
    this.#keys = undefined;
    this.#table?.clear();
    return null;
  }
}

const signatures: Readonly<Record<string, string>> = {
  get: "(key, default=, /)",
  setdefault: "(key, default=, /)",
  pop: "(key, default=, /)",
  popitem: "()",
  update: "(*args, **kwargs)",
  keys: "()",
  values: "()",
  items: "()",
  copy: "()",
  clear: "()",
};
for (const [name, signature] of Object.entries(signatures)) nativeDef((Dict.prototype as Py)[name], `dict.${name}`, signature);

/** Puts the items of a mapping, of an iterable of pairs, or of an object literal into a dict. */
function fill(target: Dict, source: Py): void {
  if (source instanceof Dict) {
    for (const [representative, value] of source.$map) target.__setitem__(source.$key(representative), value);
  } else if (isPlainObject(source)) {
    for (const [key, value] of Object.entries(source)) target.__setitem__(key, value);
  } else if (typeof source === "object" && source !== null && typeof source.keys === "function" && !Array.isArray(source)) {
    for (const key of iter(source.keys())) target.__setitem__(key, getitem(source, key));
  } else {
    let index = 0;
    for (const pair of iter(source)) {
      const items = pairOf(pair, index);
      target.__setitem__(items[0], items[1]);
      index += 1;
    }
  }
}

function pairOf(pair: Py, index: number): Py[] {
  if (typeof pair !== "string" && (typeof pair !== "object" || pair === null || pair instanceof PyFloat)) {
    throw new TypeError(`cannot convert dictionary update sequence element #${index} to a sequence`);
  }
  const items = [...iter(pair)];
  if (items.length !== 2) throw new ValueError(`dictionary update sequence element #${index} has length ${items.length}; 2 is required`);
  return items;
}

/**
 * Makes a dict of its entries; the last of equal keys wins, in the place of the first.
 *
 * @example
 * ```ts
 * D(["a", 1], ["b", 2], ...entries(other)); // {"a": 1, "b": 2, **other}
 * ```
 */
export function D(...pairs: (readonly [Py, Py])[]): Dict {
  return Dict.from(pairs);
}

/**
 * The entries of a mapping, to be spread into {@link D}: Python's `{**mapping}`.
 *
 * @throws TypeError when the value is not a mapping
 */
export function entries(mapping: Py): [Py, Py][] {
  if (mapping instanceof Dict) return [...mapping.$map].map(([representative, value]: [Py, Py]) => [mapping.$key(representative), value]);
  if (typeof mapping !== "object" || mapping === null || typeof mapping.keys !== "function")
    throw new TypeError(`'${typeName(mapping)}' object is not a mapping`);
  return [...iter(mapping.keys())].map((key: Py) => [key, getitem(mapping, key)]);
}

function toDict(...given: Py[]): Dict {
  const sources = given.filter((source) => source !== undefined);
  const positional = sources.filter((source) => !isPlainObject(source)).length;
  if (positional > 1) throw new TypeError(`dict expected at most 1 argument, got ${positional}`);
  const made = new Dict();
  for (const source of sources) fill(made, source);
  return made;
}

/** A dict of keys that all have one value. */
function fromkeys(keys: Py, value: Py = null): Dict {
  const made = new Dict();
  for (const key of iter(keys)) made.__setitem__(key, value);
  return made;
}

/** Python's type `dict`: `dict(mapping)`, `dict(pairs)`, `dict({ a: 1 })` for `dict(a=1)`. */
export const dict: BuiltinType<(...sources: Py[]) => Dict, object, { readonly fromkeys: typeof fromkeys }> = /* @__PURE__ */ builtinType(
  nativeDef(toDict, "dict", "(mapping=, /, **kwargs)"),
  {
    name: "dict",
    check: (value: Py) => value instanceof Dict,
    instance: Dict,
    statics: { fromkeys: nativeDef(fromkeys, "dict.fromkeys", "(iterable, value=, /)") },
  },
);
