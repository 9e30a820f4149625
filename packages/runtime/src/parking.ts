import type { Waiter } from "./waiter.js";

/** A place where waiters are parked: a wait queue, the timers, a future. */
export interface Parking {
  /** Takes a waiter out whose wait is ended from outside (cancelled, signal aborted). Must take constant time; timers take O(log n). */
  remove(waiter: Waiter): void;
}
