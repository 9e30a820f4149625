import type { Parking } from "./parking.js";
import { ReadyEntry } from "./ready-entry.js";
import type { Scheduler } from "./scheduler.js";
import type { WaitOperation } from "./wait-operation.js";

/**
 * Who can wait in a {@link WaitQueue}: a task, or a light waiter (an `await` outside tasks, a branch of `select`).
 *
 * The waker takes the waiter out of its list and then calls {@link Waiter.grant} or {@link Waiter.fail}, once.
 */
export abstract class Waiter extends ReadyEntry {
  /** The other link of a wait list. Belongs to that list. */
  declare previous: Waiter | undefined;
  /** Where it is parked; `undefined` while it does not wait. */
  declare parking: Parking | undefined;
  /** What it waits for: a primitive reads there how much is wanted. */
  declare operation: WaitOperation<unknown> | undefined;
  /** Whether the wait was granted and the waiter has not yet run since. */
  declare granted: boolean;
  /** What was handed over with the grant. */
  declare handover: unknown;

  constructor() {
    super();
    this.previous = undefined;
    this.parking = undefined;
    this.operation = undefined;
    this.granted = false;
    this.handover = undefined;
  }

  /** Ends the wait successfully: hands `value` over and makes the waiter ready. From here on the thing granted is the waiter's. */
  abstract grant(value?: unknown): void;

  /** Ends the wait with an error, for example because a queue was closed. */
  abstract fail(error: unknown): void;

  /**
   * Ends the wait from outside: takes the waiter out of where it is parked and throws `error` at it.
   *
   * @returns false when there was nothing to interrupt
   */
  abstract interrupt(error: unknown): boolean;

  /** A timer that a waiter sleeps on is due: that is a grant. */
  override expire(_scheduler: Scheduler): void {
    this.parking = undefined;
    this.grant();
  }
}
