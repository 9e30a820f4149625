import { nativeDef } from "../calls/def.js";
import { className } from "../class-name.js";
import { KeyError, RuntimeError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { demote } from "../operators/integers.js";
import { hash } from "../operators/hash.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { containerRepr, itemsRepr } from "../text/repr.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { KeyTable } from "./key-table.js";
import type { Int } from "./py-float.js";
import { setOrder } from "./set-order.js";

/** What set and frozenset share. */
export abstract class AnySet {
  static $class = true;
  static $module = "builtins";

  /** The items by their representatives, in the order of insertion. */
  readonly $map: Map<Py, Py> = new Map<Py, Py>();
  readonly #table: KeyTable = new KeyTable();
  /** The items in CPython's order, until something is added. */
  #order: Py[] | undefined;

  /** Puts an item in unless an equal one is there. */
  $add(item: Py): void {
    const representative: Py = this.#table.claim(item);
    if (this.$map.has(representative)) return;
    this.$map.set(representative, item);
    this.#order = undefined;
  }

  /** Takes an item out; false when there is none. */
  $delete(item: Py): boolean {
    const representative: Py = this.#table.find(item);
    if (representative === undefined || !this.$map.has(representative)) return false;
    const kept: Py = this.$map.get(representative);
    this.$map.delete(representative);
    this.#table.release(representative);
    if (this.#order !== undefined) {
      if (this.#order[0] === kept) this.#order.shift();
      else this.#order.splice(this.#order.indexOf(kept), 1);
    }
    return true;
  }

  /** The item that is first in order. */
  $first(): Py {
    return this.$items()[0];
  }

  /** The items in order; not to be changed. */
  $items(): readonly Py[] {
    this.#order ??= setOrder([...this.$map.values()]) ?? [...this.$map.values()];
    return this.#order;
  }

  /** Removes everything. */
  $clear(): void {
    this.$map.clear();
    this.#table.clear();
    this.#order = undefined;
  }

  /** A new set of the same class. */
  abstract $like(items: Iterable<Py>): this;

  __contains__(item: Py): boolean {
    const representative: Py = this.#table.find(item);
    return representative !== undefined && this.$map.has(representative);
  }

  __len__(): number {
    return this.$map.size;
  }

  *__iter__(): IterableIterator<Py> {
    const { size } = this.$map;
    for (const item of [...this.$items()]) {
      yield item;
      if (this.$map.size !== size) throw new RuntimeError("Set changed size during iteration");
    }
  }

  [Symbol.iterator](): IterableIterator<Py> {
    return this.__iter__();
  }

  __eq__(other: Py): Py {
    if (!(other instanceof AnySet)) return NotImplemented;
    return other.$map.size === this.$map.size && this.issubset(other);
  }

  __le__(other: Py): Py {
    return other instanceof AnySet ? this.issubset(other) : NotImplemented;
  }

  __lt__(other: Py): Py {
    return other instanceof AnySet ? this.$map.size < other.$map.size && this.issubset(other) : NotImplemented;
  }

  __ge__(other: Py): Py {
    return other instanceof AnySet ? this.issuperset(other) : NotImplemented;
  }

  __gt__(other: Py): Py {
    return other instanceof AnySet ? this.$map.size > other.$map.size && this.issuperset(other) : NotImplemented;
  }

  __and__(other: Py): Py {
    return isSetLike(other) ? this.intersection(other) : NotImplemented;
  }

  __or__(other: Py): Py {
    return isSetLike(other) ? this.union(other) : NotImplemented;
  }

  __sub__(other: Py): Py {
    return isSetLike(other) ? this.difference(other) : NotImplemented;
  }

  __xor__(other: Py): Py {
    return isSetLike(other) ? this.symmetric_difference(other) : NotImplemented;
  }

  /** The items of this set and of all others. */
  union(...others: Py[]): this {
    const joined = this.copy();
    for (const other of others) for (const item of iter(other)) joined.$add(item);
    return joined;
  }

  /** The items that are in all of them. */
  intersection(...others: Py[]): this {
    let items = [...this.$items()];
    for (const other of others) {
      const set = asSet(other);
      // CPython goes through the smaller one.
      items =
        set.__len__() <= items.length
          ? [...set.$items()].filter((item) => PySet.from(items).__contains__(item))
          : items.filter((item: Py) => set.__contains__(item));
    }
    return this.$like(items);
  }

  /** The items that are in none of the others. */
  difference(...others: Py[]): this {
    let items = [...this.$items()];
    for (const other of others) {
      const set = asSet(other);
      items = items.filter((item: Py) => !set.__contains__(item));
    }
    return this.$like(items);
  }

  /** The items that are in one of the two only. */
  symmetric_difference(other: Py): this {
    const result = this.copy();
    for (const item of asSet(other).$items()) if (!result.$delete(item)) result.$add(item);
    return result;
  }

  issubset(other: Py): boolean {
    const set = asSet(other);
    return this.$map.size <= set.$map.size && [...this.$map.values()].every((item: Py) => set.__contains__(item));
  }

  issuperset(other: Py): boolean {
    return [...iter(other)].every((item: Py) => this.__contains__(item));
  }

  isdisjoint(other: Py): boolean {
    return ![...iter(other)].some((item: Py) => this.__contains__(item));
  }

  copy(): this {
    return this.$like(this.$map.values());
  }

  __repr__(): string {
    const name = className(this.constructor);
    if (this.$map.size === 0) return `${name}()`;
    return containerRepr(this, `${name}(...)`, () => {
      const items = `{${itemsRepr(this.$items())}}`;
      return name === "set" ? items : `${name}(${items})`;
    });
  }
}

/** A Python set. Make one with {@link S}. Its methods are Python's; sets of numbers iterate in CPython's order, others in that of insertion. */
export class PySet extends AnySet {
  static $name = "set";

  static get $type(): Py {
    return set;
  }

  declare readonly __hash__: null;

  static {
    Object.defineProperty(this.prototype, "__hash__", { value: null });
  }

  /** A set of the items of any iterable. */
  static from(items: Py): PySet {
    const made = new PySet();
    for (const item of iter(items)) made.$add(item);
    return made;
  }

  override $like(items: Iterable<Py>): this {
    const made = new PySet();
    for (const item of items) made.$add(item);
    return made as this;
  }

  add(item: Py): null {
    this.$add(item);
    return null;
  }

  discard(item: Py): null {
    this.$delete(item);
    return null;
  }

  /** Takes an item out. Throws KeyError when it is not there. */
  remove(item: Py): null {
    if (!this.$delete(item)) throw new KeyError(item);
    return null;
  }

  /** Takes out the first item in order. */
  pop(): Py {
    if (this.$map.size === 0) throw new KeyError("pop from an empty set");
    const item = this.$first();
    this.$delete(item);
    return item;
  }

  clear(): null {
    this.$clear();
    return null;
  }

  update(...others: Py[]): null {
    for (const other of others) for (const item of other === this ? [...this.$items()] : iter(other)) this.$add(item);
    return null;
  }

  difference_update(...others: Py[]): null {
    for (const other of others) for (const item of [...iter(other)]) this.$delete(item);
    return null;
  }

  intersection_update(...others: Py[]): null {
    return this.#become(this.intersection(...others));
  }

  symmetric_difference_update(other: Py): null {
    return this.#become(this.symmetric_difference(other));
  }

  __ior__(other: Py): Py {
    if (!isSetLike(other)) return NotImplemented;
    this.update(other);
    return this;
  }

  __iand__(other: Py): Py {
    if (!isSetLike(other)) return NotImplemented;
    this.intersection_update(other);
    return this;
  }

  __isub__(other: Py): Py {
    if (!isSetLike(other)) return NotImplemented;
    this.difference_update(other);
    return this;
  }

  __ixor__(other: Py): Py {
    if (!isSetLike(other)) return NotImplemented;
    this.symmetric_difference_update(other);
    return this;
  }

  #become(other: PySet): null {
    const items = [...other.$map.values()];
    this.$clear();
    for (const item of items) this.$add(item);
    return null;
  }
}

/** A Python frozenset: a set that does not change and can be a key. */
export class FrozenSet extends AnySet {
  static $name = "frozenset";

  static get $type(): Py {
    return frozenset;
  }

  /** A frozenset of the items of any iterable. */
  static from(items: Py): FrozenSet {
    const made = new FrozenSet();
    for (const item of iter(items)) made.$add(item);
    return made;
  }

  override $like(items: Iterable<Py>): this {
    return FrozenSet.from([...items]) as this;
  }

  /** CPython's `frozenset_hash`: independent of order. */
  __hash__(): Int {
    const mask = (1n << 64n) - 1n;
    let code = 0n;
    for (const item of this.$map.values()) {
      const each = BigInt.asUintN(64, BigInt(hash(item)));
      code ^= ((each ^ 89869747n ^ (each << 16n)) * 3644798167n) & mask;
    }
    code ^= BigInt.asUintN(64, BigInt(this.$map.size + 1) * 1927868237n);
    code ^= (code >> 11n) ^ (code >> 25n);
    code = (code * 69069n + 907133923n) & mask;
    return code === mask ? 590923713 : demote(BigInt.asIntN(64, code));
  }
}

const shared: Readonly<Record<string, string>> = {
  union: "(*others)",
  intersection: "(*others)",
  difference: "(*others)",
  symmetric_difference: "(other, /)",
  issubset: "(other, /)",
  issuperset: "(other, /)",
  isdisjoint: "(other, /)",
  copy: "()",
};
const changing: Readonly<Record<string, string>> = {
  add: "(object, /)",
  discard: "(object, /)",
  remove: "(object, /)",
  pop: "()",
  clear: "()",
  update: "(*others)",
  difference_update: "(*others)",
  intersection_update: "(*others)",
  symmetric_difference_update: "(other, /)",
};
for (const [name, signature] of Object.entries(shared)) nativeDef((AnySet.prototype as Py)[name], `set.${name}`, signature);
for (const [name, signature] of Object.entries(changing)) nativeDef((PySet.prototype as Py)[name], `set.${name}`, signature);

function asSet(value: Py): AnySet {
  return value instanceof AnySet ? value : PySet.from(value);
}

function isSetLike(value: Py): boolean {
  return value instanceof AnySet || (typeof value === "object" && value !== null && typeof value.isdisjoint === "function");
}

/**
 * Makes a set of its arguments.
 *
 * @example
 * ```ts
 * S(3, 1, 2); // {1, 2, 3}
 * ```
 */
export function S(...items: Py[]): PySet {
  const made = new PySet();
  for (const item of items) made.$add(item);
  return made;
}

/** Python's type `set`. */
export const set: BuiltinType<(items?: Py) => PySet, object> = /* @__PURE__ */ builtinType(
  nativeDef((items: Py = []): PySet => PySet.from(items), "set", "(iterable=, /)"),
  { name: "set", check: (value: Py) => value instanceof PySet, instance: PySet },
);

/** Python's type `frozenset`. */
export const frozenset: BuiltinType<(items?: Py) => FrozenSet, object> = /* @__PURE__ */ builtinType(
  nativeDef((items: Py = []): FrozenSet => FrozenSet.from(items), "frozenset", "(iterable=, /)"),
  { name: "frozenset", check: (value: Py) => value instanceof FrozenSet, instance: FrozenSet },
);
