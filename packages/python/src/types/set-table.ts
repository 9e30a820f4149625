import { hash } from "../operators/hash.js";
import type { Py } from "../py.js";
import { PyFloat } from "./py-float.js";
import { Tuple } from "./tuple.js";

const LINEAR_PROBES = 9;

interface Entry {
  readonly item: Py;
  readonly hash: number | bigint;
}

/** A slot whose item was taken out: it still leads on to what lies behind it. */
const dummy: Entry = { item: undefined, hash: -1 };

/**
 * The order of a CPython set: a table of slots, filled as CPython's `setobject.c` fills it, so that iterating gives the items in its order.
 *
 * It holds items of which the hashes are fixed, numbers and tuples of numbers. (Hashes of strings change with every run of CPython: there is no order to follow.)
 */
export class SetTable {
  #slots: (Entry | undefined)[] = new Array<Entry | undefined>(8).fill(undefined);
  /** Slots that are not empty, dummies included. */
  #fill = 0;
  #used = 0;
  /** Where `pop` goes on searching. */
  #finger = 0;

  /** Whether the order of an item can be followed. */
  static accepts(item: Py): boolean {
    if (typeof item === "number") return !Number.isNaN(item);
    if (typeof item === "boolean" || typeof item === "bigint" || item === null) return true;
    return item instanceof PyFloat || (item instanceof Tuple && item.every((each: Py) => SetTable.accepts(each)));
  }

  /** Puts in an item that is not in the table. */
  add(item: Py): void {
    this.#put({ item, hash: codeOf(item) });
    if (this.#fill * 5 >= (this.#slots.length - 1) * 3) this.#resize(this.#used > 50000 ? this.#used * 2 : this.#used * 4);
  }

  /** Takes out an item that is in the table. */
  remove(item: Py): void {
    this.#probe(codeOf(item), (entry, slot) => {
      if (entry === undefined) return true;
      if (!Object.is(entry.item, item)) return false;
      this.#slots[slot] = dummy;
      this.#used -= 1;
      return true;
    });
  }

  /** Makes room for the items of another set before they are put in, as CPython does when it merges sets. */
  reserve(count: number): void {
    if ((this.#fill + count) * 5 >= (this.#slots.length - 1) * 3) this.#resize((this.#used + count) * 2);
  }

  /** Becomes a copy of another table slot by slot, where CPython does that; false where it does not. */
  copyFrom(other: SetTable): boolean {
    if (this.#fill > 0 || this.#slots.length !== other.#slots.length || other.#fill !== other.#used) return false;
    this.#slots = [...other.#slots];
    this.#fill = other.#fill;
    this.#used = other.#used;
    return true;
  }

  /** Gets rid of dummies when there are many, as CPython does after taking out the items of another set. */
  tidy(): void {
    if (this.#fill - this.#used > (this.#slots.length - 1) / 4) this.#resize(this.#used > 50000 ? this.#used * 2 : this.#used * 4);
  }

  /** The item that `pop` takes out next. */
  next(): Py {
    const { length } = this.#slots;
    let at = this.#finger & (length - 1);
    while (this.#slots[at] === undefined || this.#slots[at] === dummy) at = (at + 1) % length;
    this.#finger = at + 1;
    return this.#slots[at]?.item;
  }

  /** The items in order. */
  items(): Py[] {
    const items: Py[] = [];
    for (const entry of this.#slots) if (entry !== undefined && entry !== dummy) items.push(entry.item);
    return items;
  }

  #put(entry: Entry): void {
    this.#probe(entry.hash, (found, slot) => {
      if (found !== undefined) return false;
      this.#slots[slot] = entry;
      this.#fill += 1;
      this.#used += 1;
      return true;
    });
  }

  /** Goes through the slots where an item with this hash may be, until `visit` is content. */
  #probe(code: number | bigint, visit: (entry: Entry | undefined, slot: number) => boolean): void {
    const mask = this.#slots.length - 1;
    let perturb = code;
    let index = low(perturb, mask);
    for (;;) {
      const last = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let slot = index; slot <= last; slot++) if (visit(this.#slots[slot], slot)) return;
      perturb = typeof perturb === "bigint" ? perturb >> 5n : Math.floor(perturb / 32);
      index = (index * 5 + 1 + low(perturb, mask)) & mask;
    }
  }

  #resize(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const entries = this.#slots;
    this.#slots = new Array<Entry | undefined>(size).fill(undefined);
    this.#fill = 0;
    this.#used = 0;
    for (const entry of entries) if (entry !== undefined && entry !== dummy) this.#put(entry);
  }
}

/** A hash as an unsigned number of 64 bits. */
function codeOf(item: Py): number | bigint {
  const code = hash(item);
  return typeof code === "number" && code >= 0 ? code : BigInt.asUintN(64, BigInt(code));
}

function low(code: number | bigint, mask: number): number {
  return typeof code === "bigint" ? Number(code & BigInt(mask)) : code % (mask + 1);
}
