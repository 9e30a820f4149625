import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/** What `AsyncEvent.statistics()` tells. */
export interface EventStatistics {
  readonly isSet: boolean;
  /** How many wait for the event. */
  readonly waiting: number;
}

class EventState {
  isSet = false;
  readonly waiters: WaitQueue = new WaitQueue();
}

class EventWait extends WaitOperation<void> {
  readonly #state: EventState;

  constructor(state: EventState, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#state.isSet ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override describe(): string {
    return "AsyncEvent.wait";
  }
}

/**
 * A flag that tasks can wait for: it stays set until it is cleared.
 *
 * For something that happens once and is then true ("connected", "stop"). To wake waiters without a lasting state use `AsyncNotify`.
 *
 * @example
 * ```ts
 * import { spawn } from "@portalis/runtime";
 * import { AsyncEvent } from "@portalis/sync";
 *
 * const ready = new AsyncEvent();
 * const waiter = spawn(ready.wait());
 * ready.set();
 * await waiter.join();
 * ready.isSet; // => true
 * ```
 */
export class AsyncEvent {
  readonly #state: EventState = new EventState();

  /**
   * Waits until the event is set. Ready at once when it is set already.
   *
   * All that wait are woken in the order of asking, and return even when `clear()` follows before they run.
   *
   * **Cancel safety.** A cancelled wait leaves the queue; nothing else changes.
   *
   * **Order**: those who wait are woken in the order of asking, all at once. Constant time to ask.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncEvent } from "@portalis/sync";
   *
   * const event = new AsyncEvent();
   * const waiting = event.wait().then(() => "set");
   * event.set();
   * await waiting; // => "set"
   * ```
   */
  wait(options?: WaitOptions): Operation<void> {
    return new EventWait(this.#state, options);
  }

  /** Whether the event is set. */
  get isSet(): boolean {
    return this.#state.isSet;
  }

  /** Sets the event and wakes all that wait. Setting a set event does nothing. */
  set(): void {
    const state = this.#state;
    state.isSet = true;
    for (let waiter = state.waiters.shift(); waiter !== undefined; waiter = state.waiters.shift()) waiter.grant();
  }

  /** Clears the event: later waits wait for the next `set()`. */
  clear(): void {
    this.#state.isSet = false;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): EventStatistics {
    return { isSet: this.#state.isSet, waiting: this.#state.waiters.size };
  }
}
