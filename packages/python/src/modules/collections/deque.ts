import { nativeDef } from "../../calls/def.js";
import { IndexError, RuntimeError, TypeError, ValueError } from "../../exceptions/builtin-exceptions.js";
import { iter } from "../../iteration/iter.js";
import { ge, gt, le, lt } from "../../operators/compare.js";
import { eq, same } from "../../operators/eq.js";
import { smallIndexOf } from "../../operators/index-of.js";
import type { Py } from "../../py.js";
import { NotImplemented } from "../../singletons.js";
import { containerRepr, itemsRepr } from "../../text/repr.js";
import { typeName } from "../../types/type-name.js";

/** Python's `collections.deque(iterable, maxlen)`: fast at both ends. Items in the middle are reached in constant time too. */
export class deque {
  static $class = true;
  static $name = "deque";
  static $module = "collections";

  declare readonly __hash__: null;

  static {
    Object.defineProperty(this.prototype, "__hash__", { value: null });
  }

  /** A ring of a power of two. */
  #ring: Py[] = new Array<Py>(8).fill(undefined);
  #start = 0;
  #size = 0;
  #changes = 0;
  readonly #limit: number;

  constructor(iterable: Py = [], maxlen: Py = null) {
    if (maxlen !== null && smallIndexOf(maxlen) < 0) throw new ValueError("maxlen must be non-negative");
    this.#limit = maxlen === null ? Infinity : smallIndexOf(maxlen);
    this.extend(iterable);
  }

  /** The largest size, or None. */
  get maxlen(): Py {
    return this.#limit === Infinity ? null : this.#limit;
  }

  append(item: Py): null {
    if (this.#limit === 0) return null;
    if (this.#size === this.#limit) this.popleft();
    this.#room();
    this.#ring[(this.#start + this.#size) & (this.#ring.length - 1)] = item;
    this.#size += 1;
    this.#changes += 1;
    return null;
  }

  appendleft(item: Py): null {
    if (this.#limit === 0) return null;
    if (this.#size === this.#limit) this.pop();
    this.#room();
    this.#start = (this.#start - 1) & (this.#ring.length - 1);
    this.#ring[this.#start] = item;
    this.#size += 1;
    this.#changes += 1;
    return null;
  }

  /** Takes out the last item. Throws IndexError when there is none. */
  pop(): Py {
    if (this.#size === 0) throw new IndexError("pop from an empty deque");
    const at = (this.#start + this.#size - 1) & (this.#ring.length - 1);
    const item: Py = this.#ring[at];
    this.#ring[at] = undefined;
    this.#size -= 1;
    this.#changes += 1;
    return item;
  }

  /** Takes out the first item. Throws IndexError when there is none. */
  popleft(): Py {
    if (this.#size === 0) throw new IndexError("pop from an empty deque");
    const item: Py = this.#ring[this.#start];
    this.#ring[this.#start] = undefined;
    this.#start = (this.#start + 1) & (this.#ring.length - 1);
    this.#size -= 1;
    this.#changes += 1;
    return item;
  }

  extend(items: Py): null {
    for (const item of items === this ? this.$items() : iter(items)) this.append(item);
    return null;
  }

  extendleft(items: Py): null {
    for (const item of items === this ? this.$items() : iter(items)) this.appendleft(item);
    return null;
  }

  clear(): null {
    this.#ring = new Array<Py>(8).fill(undefined);
    this.#start = 0;
    this.#size = 0;
    this.#changes += 1;
    return null;
  }

  copy(): deque {
    return new deque(this.$items(), this.maxlen);
  }

  count(item: Py): number {
    return this.$items().filter((other: Py) => same(other, item)).length;
  }

  index(item: Py, start: Py = 0, stop: Py = null): number {
    const items = this.$items();
    const from = smallIndexOf(start);
    const to = stop === null ? items.length : smallIndexOf(stop);
    for (let at = from < 0 ? Math.max(0, from + items.length) : from; at < Math.min(to < 0 ? to + items.length : to, items.length); at++) {
      if (same(items[at], item)) return at;
    }
    throw new ValueError("deque.index(x): x not in deque");
  }

  insert(index: Py, item: Py): null {
    if (this.#size === this.#limit) throw new IndexError("deque already at its maximum size");
    const items = this.$items();
    const at = smallIndexOf(index);
    items.splice(at < 0 ? Math.max(0, at + items.length) : at, 0, item);
    this.#become(items);
    return null;
  }

  remove(item: Py): null {
    const items = this.$items();
    const at = items.findIndex((other: Py) => same(other, item));
    if (at < 0) throw new ValueError("deque.remove(x): x not in deque");
    items.splice(at, 1);
    this.#become(items);
    return null;
  }

  reverse(): null {
    this.#become(this.$items().reverse());
    return null;
  }

  /** Moves `n` items from the end to the front, or from the front to the end where `n` is negative. */
  rotate(n: Py = 1): null {
    if (this.#size === 0) return null;
    const items = this.$items();
    const by = ((smallIndexOf(n) % items.length) + items.length) % items.length;
    this.#become([...items.slice(items.length - by), ...items.slice(0, items.length - by)]);
    return null;
  }

  /** The items as a new array. */
  $items(): Py[] {
    const mask = this.#ring.length - 1;
    return Array.from({ length: this.#size }, (_, at) => this.#ring[(this.#start + at) & mask]);
  }

  *__iter__(): IterableIterator<Py> {
    const changes = this.#changes;
    for (let at = 0; at < this.#size; at++) {
      yield this.#ring[(this.#start + at) & (this.#ring.length - 1)];
      if (this.#changes !== changes) throw new RuntimeError("deque mutated during iteration");
    }
  }

  [Symbol.iterator](): IterableIterator<Py> {
    return this.__iter__();
  }

  __reversed__(): IterableIterator<Py> {
    return this.$items().reverse().values();
  }

  __len__(): number {
    return this.#size;
  }

  __contains__(item: Py): boolean {
    return this.$items().some((other: Py) => same(other, item));
  }

  __getitem__(index: Py): Py {
    return this.#ring[this.#place(index)];
  }

  __setitem__(index: Py, value: Py): null {
    this.#ring[this.#place(index)] = value;
    return null;
  }

  __delitem__(index: Py): null {
    const place = this.#place(index);
    const items = this.$items();
    items.splice((place - this.#start) & (this.#ring.length - 1), 1);
    this.#become(items);
    return null;
  }

  __eq__(other: Py): Py {
    return other instanceof deque ? eq(this.$items(), other.$items()) : NotImplemented;
  }

  __lt__(other: Py): Py {
    return other instanceof deque ? lt(this.$items(), other.$items()) : NotImplemented;
  }

  __le__(other: Py): Py {
    return other instanceof deque ? le(this.$items(), other.$items()) : NotImplemented;
  }

  __gt__(other: Py): Py {
    return other instanceof deque ? gt(this.$items(), other.$items()) : NotImplemented;
  }

  __ge__(other: Py): Py {
    return other instanceof deque ? ge(this.$items(), other.$items()) : NotImplemented;
  }

  __add__(other: Py): Py {
    if (!(other instanceof deque)) throw new TypeError(`can only concatenate deque (not "${typeName(other)}") to deque`);
    return new deque([...this.$items(), ...other.$items()], this.maxlen);
  }

  __iadd__(other: Py): this {
    this.extend(other);
    return this;
  }

  __mul__(count: Py): deque {
    const repeated = new deque([], this.maxlen);
    for (let i = 0; i < smallIndexOf(count); i++) repeated.extend(this.$items());
    return repeated;
  }

  __repr__(): string {
    return containerRepr(this, "[...]", () => {
      const limit = this.#limit === Infinity ? "" : `, maxlen=${this.#limit}`;
      return `deque([${itemsRepr(this.$items())}]${limit})`;
    });
  }

  #place(index: Py): number {
    let at = smallIndexOf(index);
    if (at < 0) at += this.#size;
    if (at < 0 || at >= this.#size) throw new IndexError("deque index out of range");
    return (this.#start + at) & (this.#ring.length - 1);
  }

  #room(): void {
    if (this.#size < this.#ring.length) return;
    const items = this.$items();
    const { length } = items;
    for (let i = 0; i < length; i++) items.push(undefined);
    this.#ring = items;
    this.#start = 0;
  }

  #become(items: Py[]): void {
    this.clear();
    for (const item of items) this.append(item);
  }
}

nativeDef(deque, "deque", "(iterable=, maxlen=)");
const signatures: Readonly<Record<string, string>> = {
  append: "(item, /)",
  appendleft: "(item, /)",
  pop: "()",
  popleft: "()",
  extend: "(iterable, /)",
  extendleft: "(iterable, /)",
  clear: "()",
  copy: "()",
  count: "(value, /)",
  index: "(value, start=, stop=, /)",
  insert: "(index, value, /)",
  remove: "(value, /)",
  reverse: "()",
  rotate: "(n=, /)",
};
for (const [name, signature] of Object.entries(signatures)) nativeDef((deque.prototype as Py)[name], `deque.${name}`, signature);
