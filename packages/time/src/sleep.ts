import type { Operation, WaitOptions } from "@portalis/runtime";
import { currentScheduler, PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import { checkMilliseconds, deadlineAfter } from "./deadline-after.js";
import type { Instant } from "./instant.js";

class Sleep extends WaitOperation<void> {
  readonly #ms: number;

  constructor(ms: number, options: WaitOptions | undefined) {
    super(options);
    this.#ms = ms;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    if (this.#ms <= 0) {
      waiter.grant();
      return;
    }
    const scheduler = currentScheduler();
    scheduler.parkUntil(deadlineAfter(scheduler.now(), this.#ms), waiter);
  }

  override describe(): string {
    return `sleep(${this.#ms})`;
  }
}

class SleepUntil extends WaitOperation<void> {
  readonly #at: number;

  constructor(at: number, options: WaitOptions | undefined) {
    super(options);
    this.#at = at;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    currentScheduler().parkUntil(this.#at, waiter);
  }

  override describe(): string {
    return `sleepUntil(${this.#at})`;
  }
}

/**
 * Sleeps for `ms` milliseconds, counted from when it is awaited or iterated. Never early by the runtime's clock, however early the host's
 * timer is. Sleeps that end together wake in the order of their deadlines, equal ones in the order in which they began.
 *
 * 0 or less lets everything run that is ready and goes on in the next turn. `Infinity` sleeps until it is cancelled. There is no upper limit.
 *
 * @throws RangeError at once for NaN
 *
 * @example
 * ```ts
 * yield* sleep(250);
 * ```
 */
export function sleep(ms: number, options?: WaitOptions): Operation<void> {
  checkMilliseconds("sleep", ms);
  return new Sleep(ms, options);
}

/**
 * Sleeps until `instant`. One that has passed lets the timers run that are due and goes on in the next turn.
 *
 * @example
 * ```ts
 * const start = Instant.now();
 * for (let i = 1; ; i++) {
 *   poll();
 *   yield* sleepUntil(start.plus(i * 1000)); // no drift
 * }
 * ```
 */
export function sleepUntil(instant: Instant, options?: WaitOptions): Operation<void> {
  return new SleepUntil(instant.at, options);
}
