import type { Buffer } from "./buffer.js";

interface Entry<T> {
  readonly value: T;
  /** Counts the values pushed: equal ones leave in the order in which they came. */
  readonly number: number;
}

/** A buffer whose next value is the smallest by `compare`: a binary heap, so both ends take O(log n). Equal values leave first come first served. */
export class HeapBuffer<T> implements Buffer<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #entries: Entry<T>[] = [];
  #pushed = 0;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#entries.length;
  }

  push(value: T): void {
    const entry = { value, number: this.#pushed++ };
    let index = this.#entries.push(entry) - 1;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#entries[above];
      if (parent === undefined || this.#isBefore(parent, entry)) break;
      this.#entries[index] = parent;
      index = above;
    }
    this.#entries[index] = entry;
  }

  shift(): T {
    return this.#shift().value;
  }

  keep(count: number): void {
    const kept: Entry<T>[] = [];
    while (kept.length < count && this.#entries.length > 0) kept.push(this.#shift());
    // In order, they are a heap.
    this.#entries.splice(0, this.#entries.length, ...kept);
  }

  #shift(): Entry<T> {
    const entries = this.#entries;
    const first = entries[0] as Entry<T>;
    const last = entries.pop() as Entry<T>;
    if (entries.length > 0) this.#sink(last);
    return first;
  }

  /** Puts `entry` at the top and lets it sink to its place. */
  #sink(entry: Entry<T>): void {
    const entries = this.#entries;
    let index = 0;
    for (;;) {
      let below = 2 * index + 1;
      let child = entries[below];
      if (child === undefined) break;
      const right = entries[below + 1];
      if (right !== undefined && this.#isBefore(right, child)) {
        below++;
        child = right;
      }
      if (this.#isBefore(entry, child)) break;
      entries[index] = child;
      index = below;
    }
    entries[index] = entry;
  }

  #isBefore(a: Entry<T>, b: Entry<T>): boolean {
    const order = this.#compare(a.value, b.value);
    return order < 0 || (order === 0 && a.number < b.number);
  }
}
