import { hash } from "../operators/hash.js";
import type { Py } from "../py.js";
import { PyFloat } from "./py-float.js";
import { Tuple } from "./tuple.js";

const LINEAR_PROBES = 9;

/**
 * The order in which CPython would iterate a set of these items, put in one after the other.
 *
 * It depends on the hashes, which are fixed for numbers and tuples of numbers only; sets that hold anything else keep the order of insertion here (CPython's order of strings
 * changes with every run). The table grows as in CPython's `setobject.c`.
 *
 * @returns the items in order, or `undefined` where the order is that of insertion
 */
export function setOrder(items: readonly Py[]): Py[] | undefined {
  if (items.length < 2 || !items.every(hasFixedHash)) return undefined;
  let table = new Table(8);
  for (const item of items) {
    table.add(item, BigInt.asUintN(64, BigInt(hash(item))));
    if (table.used * 5 >= (table.size - 1) * 3) table = table.grow(table.used > 50000 ? table.used * 2 : table.used * 4);
  }
  return table.items();
}

function hasFixedHash(item: Py): boolean {
  if (typeof item === "number" || typeof item === "boolean" || typeof item === "bigint" || item === null) return true;
  if (item instanceof PyFloat) return true;
  return item instanceof Tuple && item.every(hasFixedHash);
}

interface Entry {
  readonly item: Py;
  readonly hash: bigint;
}

class Table {
  readonly size: number;
  readonly #slots: (Entry | undefined)[];
  used = 0;

  constructor(size: number) {
    this.size = size;
    this.#slots = new Array<Entry | undefined>(size).fill(undefined);
  }

  /** Puts an item that is not there yet into the first free slot of its probe sequence. */
  add(item: Py, code: bigint): void {
    const mask = BigInt(this.size - 1);
    let perturb = code;
    let index = code & mask;
    for (;;) {
      const start = Number(index);
      const last = start + LINEAR_PROBES <= this.size - 1 ? start + LINEAR_PROBES : start;
      for (let slot = start; slot <= last; slot++) {
        if (this.#slots[slot] === undefined) {
          this.#slots[slot] = { item, hash: code };
          this.used += 1;
          return;
        }
      }
      perturb >>= 5n;
      index = (index * 5n + 1n + perturb) & mask;
    }
  }

  grow(least: number): Table {
    let size = 8;
    while (size <= least) size *= 2;
    const grown = new Table(size);
    for (const entry of this.#slots) if (entry !== undefined) grown.add(entry.item, entry.hash);
    return grown;
  }

  items(): Py[] {
    return this.#slots.filter((entry) => entry !== undefined).map((entry) => entry.item);
  }
}
