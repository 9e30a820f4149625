import { jobs } from "./job-queue.js";
import { runReportingErrors } from "./uncaught-error.js";

/** One timer of the queue. */
export interface TimerEntry {
  /** When it is due, on the queue's clock. */
  at: number;
  /** Its place among timers due at the same time. */
  order: number;
  /** Where it stands in the heap; -1 when it is not in it. */
  index: number;
  /** Whether the program goes on for its sake. */
  keepsAlive: boolean;
  readonly fire: () => void;
}

/**
 * The timers of `setTimeout` and `setInterval`: a binary heap ordered by deadline, then by creation. The loop of the
 * program asks when the next is due, waits, and runs what is due, each callback followed by its microtasks.
 */
export class TimerQueue {
  readonly #heap: TimerEntry[] = [];
  #order = 0;
  #alive = 0;
  #clock: () => number = () => {
    throw new Error("Timers need a running program: installGlobals() has not been called");
  };

  /** Sets the clock that deadlines are on, in milliseconds. */
  setClock(clock: () => number): void {
    this.#clock = clock;
  }

  /** When the next timer is due; `undefined` when there is none. */
  get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** How many timers keep the program alive. */
  get alive(): number {
    return this.#alive;
  }

  /** Makes an entry that is in no queue yet. */
  entry(fire: () => void): TimerEntry {
    return { at: 0, order: 0, index: -1, keepsAlive: true, fire };
  }

  /** Puts `entry` in, due `delay` milliseconds from now; takes it out before when it is in. */
  start(entry: TimerEntry, delay: number): void {
    this.stop(entry);
    entry.at = this.#clock() + delay;
    entry.order = this.#order++;
    if (entry.keepsAlive) this.#alive++;
    entry.index = this.#heap.push(entry) - 1;
    this.#up(entry);
  }

  /** Takes `entry` out. Does nothing when it is not in. */
  stop(entry: TimerEntry): void {
    if (entry.index < 0) return;
    if (entry.keepsAlive) this.#alive--;
    const last = this.#heap.pop() as TimerEntry;
    if (last !== entry) {
      last.index = entry.index;
      this.#heap[last.index] = last;
      this.#down(last);
      this.#up(last);
    }
    entry.index = -1;
  }

  /** Says whether the program goes on for the sake of `entry`. */
  keepAlive(entry: TimerEntry, keepsAlive: boolean): void {
    if (entry.index >= 0 && entry.keepsAlive !== keepsAlive) this.#alive += keepsAlive ? 1 : -1;
    entry.keepsAlive = keepsAlive;
  }

  /**
   * Runs the timers that are due now, in order, each followed by its microtasks. Timers started meanwhile wait for the
   * next call. What a callback throws is an uncaught error of the program.
   *
   * @returns whether any ran
   */
  runDue(): boolean {
    if (this.#heap.length === 0) return false;
    const now = this.#clock();
    const end = this.#order;
    let ran = false;
    for (let first = this.#heap[0]; first !== undefined && first.at <= now && first.order < end; first = this.#heap[0]) {
      this.stop(first);
      runReportingErrors(first.fire);
      jobs.drain();
      ran = true;
    }
    return ran;
  }

  #up(entry: TimerEntry): void {
    while (entry.index > 0) {
      const parent = this.#heap[(entry.index - 1) >> 1] as TimerEntry;
      if (!isBefore(entry, parent)) return;
      this.#swap(parent, entry);
    }
  }

  #down(entry: TimerEntry): void {
    for (;;) {
      const left = this.#heap[2 * entry.index + 1];
      const right = this.#heap[2 * entry.index + 2];
      const child = left !== undefined && right !== undefined && isBefore(right, left) ? right : left;
      if (child === undefined || !isBefore(child, entry)) return;
      this.#swap(entry, child);
    }
  }

  #swap(upper: TimerEntry, lower: TimerEntry): void {
    const at = upper.index;
    upper.index = lower.index;
    lower.index = at;
    this.#heap[upper.index] = upper;
    this.#heap[lower.index] = lower;
  }
}

function isBefore(a: TimerEntry, b: TimerEntry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** The program's one queue of timers. */
export const timers: TimerQueue = new TimerQueue();
