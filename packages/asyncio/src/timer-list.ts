import type { Scheduler } from "@portalis/runtime/kernel";
import type { TimerHandle } from "./events.js";

/**
 * The timers of one loop that are still to go off. The scheduler's heap holds those of all loops and orders them; this list is what lets a
 * loop that ends take its own ones out. Linked through the handles: every operation but `clear` is O(1) here.
 */
export class TimerList {
  readonly #scheduler: Scheduler;
  #first: TimerHandle | undefined = undefined;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  /** Arms a timer. */
  add(timer: TimerHandle, at: number): void {
    const first = this.#first;
    timer.after = first;
    if (first !== undefined) first.before = timer;
    this.#first = timer;
    this.#scheduler.addTimer(at, timer);
  }

  /** Disarms a timer; one that has gone off is left alone. */
  remove(timer: TimerHandle): void {
    if (this.#scheduler.removeTimer(timer)) this.expired(timer);
  }

  /** A timer has gone off: it leaves the list. */
  expired(timer: TimerHandle): void {
    const { before, after } = timer;
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after !== undefined) after.before = before;
    timer.before = undefined;
    timer.after = undefined;
  }

  /** Disarms all. */
  clear(): void {
    for (let timer = this.#first; timer !== undefined; timer = this.#first) this.remove(timer);
  }
}
