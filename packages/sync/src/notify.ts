import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/** What `AsyncNotify.statistics()` tells. */
export interface NotifyStatistics {
  /** Whether a notification is stored for the next one who waits. */
  readonly stored: boolean;
  /** How many wait for a notification. */
  readonly waiting: number;
}

type Target = "first" | "last" | "all";

class NotifyState {
  stored = false;
  readonly waiters: WaitQueue = new WaitQueue();

  notify(target: "first" | "last"): void {
    const waiter = target === "first" ? this.waiters.shift() : this.waiters.pop();
    if (waiter === undefined) this.stored = true;
    else waiter.grant(target);
  }
}

class NotifiedOperation extends WaitOperation<void> {
  readonly #state: NotifyState;

  constructor(state: NotifyState, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): undefined | typeof PENDING {
    if (!this.#state.stored) return PENDING;
    this.#state.stored = false;
    return undefined;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override complete(): undefined {
    return undefined;
  }

  override giveBack(target: unknown): void {
    if ((target as Target) !== "all") this.#state.notify(target as "first" | "last");
  }

  override describe(): string {
    return "AsyncNotify.notified";
  }
}

/**
 * Wakes tasks without carrying a value or keeping a state: "something has changed, look again".
 *
 * `notifyOne()` is never lost: when nobody waits, it is stored and the next `notified()` is ready at once. At most one is stored, however
 * often it is called: what is told is "since you last looked", not how often.
 *
 * @example
 * ```ts
 * import { type Coroutine, spawn } from "@portalis/runtime";
 * import { AsyncNotify } from "@portalis/sync";
 *
 * const changed = new AsyncNotify();
 * const items: string[] = [];
 * function* take(): Coroutine<string> {
 *   for (;;) {
 *     const item = items.shift();
 *     if (item !== undefined) return item;
 *     yield* changed.notified();
 *   }
 * }
 * const taker = spawn(take());
 * items.push("apple");
 * changed.notifyOne();
 * await taker.join(); // => "apple"
 * ```
 */
export class AsyncNotify {
  readonly #state: NotifyState = new NotifyState();

  /**
   * Waits for a notification; takes the stored one at once when there is one. The wait begins when the operation is awaited, not when it
   * is made.
   *
   * **Cancel safety.** A cancelled wait leaves the queue. A task that is aborted after `notifyOne()` chose it, but before it ran, passes
   * the notification on to the next waiter, or stores it.
   *
   * **Order**: first come, first served for `notifyOne()`, last come for `notifyLast()`. Constant time, however many wait.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncNotify } from "@portalis/sync";
   *
   * const notify = new AsyncNotify();
   * notify.notifyOne(); // nobody waits: stored
   * await notify.notified();
   * notify.statistics().stored; // => false
   * ```
   */
  notified(options?: WaitOptions): Operation<void> {
    return new NotifiedOperation(this.#state, options);
  }

  /** Wakes the one that has waited longest; when nobody waits, stores one notification. */
  notifyOne(): void {
    this.#state.notify("first");
  }

  /** Wakes the one that began to wait last; when nobody waits, stores one notification. */
  notifyLast(): void {
    this.#state.notify("last");
  }

  /** Wakes all that wait now, in the order of asking. Stores nothing. */
  notifyWaiters(): void {
    const { waiters } = this.#state;
    for (let waiter = waiters.shift(); waiter !== undefined; waiter = waiters.shift()) waiter.grant("all" satisfies Target);
  }

  /** A look inside, for tests and dashboards. */
  statistics(): NotifyStatistics {
    return { stored: this.#state.stored, waiting: this.#state.waiters.size };
  }
}
