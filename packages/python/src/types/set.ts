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
import { Dict } from "./dict.js";
import { KeyTable } from "./key-table.js";
import type { Int } from "./py-float.js";
import { SetTable } from "./set-table.js";

/** What set and frozenset share. */
export abstract class AnySet {
  static $class = true;
  static $module = "builtins";

  /** The items by their representatives, in the order of insertion. */
  readonly $map: Map<Py, Py> = new Map<Py, Py>();
  readonly #table: KeyTable = new KeyTable();
  /** CPython's order, as long as every item has a hash that can be followed. */
  #order: SetTable | undefined = new SetTable();

  /** Puts an item in unless an equal one is there. */
  $add(item: Py): void {
    const representative: Py = this.#table.claim(item);
    if (this.$map.has(representative)) return;
    this.$map.set(representative, item);
    if (this.#order === undefined) return;
    if (SetTable.accepts(item)) this.#order.add(item);
    else this.#order = undefined;
  }

  /** Puts in what another set, a dict or an iterable holds, as CPython's `set_update_internal` does. */
  $merge(other: Py): void {
    if (other === this) return;
    if (!(other instanceof AnySet)) {
      if (other instanceof Dict) this.#order?.reserve(other.__len__());
      for (const item of iter(other)) this.$add(item);
      return;
    }
    if (other.$map.size === 0) return;
    this.#order?.reserve(other.$map.size);
    if (this.$map.size === 0 && this.#order !== undefined && other.#order !== undefined && this.#order.copyFrom(other.#order)) {
      for (const item of other.$items()) this.$map.set(this.#table.claim(item), item);
      return;
    }
    for (const item of other.$items()) this.$add(item);
  }

  /** Takes an item out; false when there is none. */
  $delete(item: Py): boolean {
    const representative: Py = this.#table.find(item);
    if (representative === undefined || !this.$map.has(representative)) return false;
    const kept: Py = this.$map.get(representative);
    this.$map.delete(representative);
    this.#table.release(representative);
    this.#order?.remove(kept);
    return true;
  }

  /** Called after the items of another set were taken out. */
  $tidy(): void {
    this.#order?.tidy();
  }

  /** The item that `pop` takes. */
  $first(): Py {
    return this.#order === undefined ? this.$map.values().next().value : this.#order.next();
  }

  /** The items in order, as a new array. */
  $items(): Py[] {
    return this.#order?.items() ?? [...this.$map.values()];
  }

  /** Removes everything. */
  $clear(): void {
    this.$map.clear();
    this.#table.clear();
    this.#order = new SetTable();
  }

  /** Takes over what another set holds, which is not used any more. */
  $become(other: AnySet): void {
    this.$clear();
    this.#order = other.#order;
    for (const item of other.$map.values()) this.$map.set(this.#table.claim(item), item);
  }

  /** A new set of the same class. */
  abstract $like(items?: Py): this;

  __contains__(item: Py): boolean {
    // A set is looked for as the frozenset it equals.
    if (item instanceof PySet) return this.__contains__(FrozenSet.from(item));
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
    for (const other of others) joined.$merge(other);
    return joined;
  }

  /** The items that are in all of them. */
  intersection(...others: Py[]): this {
    if (others.length === 0) return this.copy();
    return others.reduce<this>((set, other: Py) => set.#intersect(other), this);
  }

  /** CPython goes through the smaller set, and of equal ones through the other. */
  #intersect(other: Py): this {
    const result = this.$like();
    const [walked, asked]: [Py, AnySet] = other instanceof AnySet && other.$map.size > this.$map.size ? [this, other] : [other, this];
    for (const item of walked instanceof AnySet ? walked.$items() : iter(walked)) if (asked.__contains__(item)) result.$add(item);
    return result;
  }

  /** The items that are in none of the others. */
  difference(...others: Py[]): this {
    if (others.length === 0) return this.copy();
    return others.reduce<this>((set, other: Py) => set.#subtract(other), this);
  }

  #subtract(other: Py): this {
    const counted = other instanceof AnySet || other instanceof Dict;
    if (!counted || this.$map.size >> 2 > other.__len__()) {
      const result = this.copy();
      result.$remove(other);
      return result;
    }
    const result = this.$like();
    for (const item of this.$items()) if (!other.__contains__(item)) result.$add(item);
    return result;
  }

  /** Takes out what another set or an iterable holds. */
  $remove(other: Py): void {
    if (other === this) this.$clear();
    else for (const item of [...iter(other)]) this.$delete(item);
    this.$tidy();
  }

  /** The items that are in one of the two only. */
  symmetric_difference(other: Py): this {
    const result = this.$like(other);
    result.$toggle(this);
    return result;
  }

  /** Takes out the items of a set that are here, and puts in those that are not. */
  $toggle(other: AnySet): void {
    for (const item of other.$items()) if (!this.$delete(item)) this.$add(item);
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
    return this.$like(this);
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
    made.$merge(items);
    return made;
  }

  override $like(items?: Py): this {
    return (items === undefined ? new PySet() : PySet.from(items)) as this;
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
    for (const other of others) this.$merge(other);
    return null;
  }

  difference_update(...others: Py[]): null {
    for (const other of others) this.$remove(other);
    return null;
  }

  intersection_update(...others: Py[]): null {
    this.$become(this.intersection(...others));
    return null;
  }

  symmetric_difference_update(other: Py): null {
    if (other === this) this.$clear();
    else this.$toggle(other instanceof AnySet ? other : PySet.from(other));
    return null;
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
}

/** A Python frozenset: a set that does not change and can be a key. */
export class FrozenSet extends AnySet {
  static $name = "frozenset";

  static get $type(): Py {
    return frozenset;
  }

  /** A frozenset of the items of any iterable. */
  static from(items: Py): FrozenSet {
    if (items instanceof FrozenSet) return items;
    const made = new FrozenSet();
    made.$merge(items);
    return made;
  }

  override $like(items?: Py): this {
    const made = new FrozenSet();
    if (items !== undefined) made.$merge(items);
    return made as this;
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
  // CPython keeps a literal of three or more constants as a frozenset and merges that.
  if (items.length > 2) made.$merge(FrozenSet.from(items));
  else for (const item of items) made.$add(item);
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
