import type { WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/** A number of things that are still to be done, and those who wait for it to be 0. */
export class Countdown {
  count: number;
  readonly waiters: WaitQueue = new WaitQueue();

  constructor(count: number) {
    this.count = count;
  }

  /** Counts `count` things as done, which are not more than there are. The last one wakes all who wait, in the order of asking. */
  subtract(count: number): void {
    this.count -= count;
    if (this.count > 0) return;
    for (let waiter = this.waiters.shift(); waiter !== undefined; waiter = this.waiters.shift()) waiter.grant();
  }
}

/** Waits until a count is 0. */
export class ZeroWait extends WaitOperation<void> {
  readonly #countdown: Countdown;
  readonly #name: string;

  /** @param name what waits, for dumps */
  constructor(countdown: Countdown, name: string, options?: WaitOptions) {
    super(options);
    this.#countdown = countdown;
    this.#name = name;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#countdown.count === 0 ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#countdown.waiters.push(waiter);
  }

  override describe(): string {
    return `${this.#name} (${this.#countdown.count} to go)`;
  }
}
