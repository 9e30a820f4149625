import { type Task, WaitQueue } from "@portalis/runtime/kernel";

/**
 * The lock itself, apart from its public face: what the mutex, its guards, its waiting operation and a condition share.
 *
 * Invariant: while the lock is free nobody waits. Whoever unlocks hands the lock to the first waiter directly, so nobody can come between.
 */
export class MutexState<T> {
  value: T;
  locked = false;
  poisoned = false;
  /** The guard that holds the lock; `undefined` while it is free or handed to a waiter that has not run yet. */
  holder: object | undefined = undefined;
  /** The task that took the lock, and where: kept where the runtime debugs. */
  taker: { readonly task: Task; readonly place: Error } | undefined = undefined;
  readonly waiters: WaitQueue = new WaitQueue();

  constructor(value: T) {
    this.value = value;
  }

  /** Takes the lock when it is free. */
  take(): boolean {
    if (this.locked) return false;
    this.locked = true;
    return true;
  }

  /** Hands the lock to the first waiter, or frees it. */
  unlock(): void {
    this.holder = undefined;
    this.taker = undefined;
    const next = this.waiters.shift();
    if (next === undefined) this.locked = false;
    else next.grant();
  }
}
