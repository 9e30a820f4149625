import type { ReadyEntry } from "./ready-entry.js";

const INITIAL_CAPACITY = 16;

/**
 * The timers of a scheduler: a heap with four children per node, ordered by deadline, then by creation. Add and remove take O(log n);
 * the keys lie in typed arrays and each entry knows its own place.
 */
export class TimerHeap {
  #size = 0;
  #created = 0;
  #deadlines = new Float64Array(INITIAL_CAPACITY);
  #orders = new Float64Array(INITIAL_CAPACITY);
  readonly #entries: (ReadyEntry | undefined)[] = [];

  get size(): number {
    return this.#size;
  }

  /** The nearest deadline, `Infinity` without timers. */
  get nearest(): number {
    return this.#size === 0 ? Infinity : (this.#deadlines[0] as number);
  }

  /** Adds `entry`, which is in no heap. */
  add(deadline: number, entry: ReadyEntry): void {
    if (this.#size === this.#deadlines.length) this.#grow();
    this.#up(this.#size++, deadline, this.#created++, entry);
  }

  /** Removes `entry` if it is here. */
  remove(entry: ReadyEntry): boolean {
    const index = entry.heapIndex;
    if (index < 0 || this.#entries[index] !== entry) return false;
    entry.heapIndex = -1;
    const last = --this.#size;
    const moved = this.#entries[last] as ReadyEntry;
    this.#entries[last] = undefined;
    if (index !== last) this.#place(index, this.#deadlines[last] as number, this.#orders[last] as number, moved);
    return true;
  }

  /** Takes out the first entry whose deadline is not after `now`. */
  takeDue(now: number): ReadyEntry | undefined {
    if (this.#size === 0 || (this.#deadlines[0] as number) > now) return undefined;
    const entry = this.#entries[0] as ReadyEntry;
    this.remove(entry);
    return entry;
  }

  /** Puts a timer into the hole at `index`, where it may have to go either way. */
  #place(index: number, deadline: number, order: number, entry: ReadyEntry): void {
    if (index > 0 && this.#isBefore(deadline, order, (index - 1) >> 2)) this.#up(index, deadline, order, entry);
    else this.#down(index, deadline, order, entry);
  }

  #up(index: number, deadline: number, order: number, entry: ReadyEntry): void {
    while (index > 0) {
      const parent = (index - 1) >> 2;
      if (!this.#isBefore(deadline, order, parent)) break;
      this.#copy(parent, index);
      index = parent;
    }
    this.#set(index, deadline, order, entry);
  }

  #down(index: number, deadline: number, order: number, entry: ReadyEntry): void {
    const size = this.#size;
    for (;;) {
      const first = (index << 2) + 1;
      if (first >= size) break;
      let least = first;
      const end = Math.min(first + 4, size);
      for (let child = first + 1; child < end; child++) {
        if (this.#isBefore(this.#deadlines[child] as number, this.#orders[child] as number, least)) least = child;
      }
      if (this.#isBefore(deadline, order, least)) break;
      this.#copy(least, index);
      index = least;
    }
    this.#set(index, deadline, order, entry);
  }

  #isBefore(deadline: number, order: number, index: number): boolean {
    const other = this.#deadlines[index] as number;
    return deadline < other || (deadline === other && order < (this.#orders[index] as number));
  }

  #copy(from: number, to: number): void {
    const entry = this.#entries[from] as ReadyEntry;
    this.#set(to, this.#deadlines[from] as number, this.#orders[from] as number, entry);
  }

  #set(index: number, deadline: number, order: number, entry: ReadyEntry): void {
    this.#deadlines[index] = deadline;
    this.#orders[index] = order;
    this.#entries[index] = entry;
    entry.heapIndex = index;
  }

  #grow(): void {
    const capacity = this.#deadlines.length * 2;
    const deadlines = new Float64Array(capacity);
    const orders = new Float64Array(capacity);
    deadlines.set(this.#deadlines);
    orders.set(this.#orders);
    this.#deadlines = deadlines;
    this.#orders = orders;
  }
}
