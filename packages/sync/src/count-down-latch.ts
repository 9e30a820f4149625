import type { Operation, WaitOptions } from "@portalis/runtime";
import { checkCount } from "./check-count.js";
import { Countdown, ZeroWait } from "./zero-wait.js";

/** What `CountDownLatch.statistics()` tells. */
export interface LatchStatistics {
  /** How many are still to come; 0: the latch is open. */
  readonly count: number;
  /** How many wait for the latch to open. */
  readonly waiting: number;
}

/**
 * A gate that opens when a number of things, known from the start, have happened. Once open it stays open: for something that repeats use
 * `AsyncBarrier` or `WaitGroup`.
 *
 * Who counts down need not wait, and one party may count down several times.
 *
 * @example
 * ```ts
 * import { spawn } from "@portalis/runtime";
 * import { CountDownLatch } from "@portalis/sync";
 *
 * const ready = new CountDownLatch(2);
 * const started = spawn(function* () {
 *   yield* ready.wait();
 *   return "both are ready";
 * });
 * ready.countDown();
 * ready.countDown();
 * await started.join(); // => "both are ready"
 * ```
 */
export class CountDownLatch {
  readonly #countdown: Countdown;

  /**
   * @param count how many things must happen; a latch of 0 is open
   * @throws RangeError unless `count` is a whole number of at least 0
   */
  constructor(count: number) {
    checkCount(count, 0, "make a latch");
    this.#countdown = new Countdown(count);
  }

  /**
   * Waits until the count is 0; ready at once when it is.
   *
   * - **Order**: those who wait are woken in the order of asking, all at once. Constant time, whatever the number of waiters.
   * - **Cancel safety.** A cancelled wait leaves the queue and changes no count. With `{ signal }`, an abort before the latch opens rejects
   *   with the signal's reason; afterwards the signal no longer matters.
   * - **Closing**: a latch has no end of its own. When what it waits for fails, count down all the same, or abort those who wait.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { CountDownLatch } from "@portalis/sync";
   *
   * const open = new CountDownLatch(0);
   * await open.wait(); // => undefined
   * ```
   */
  wait(options?: WaitOptions): Operation<void> {
    return new ZeroWait(this.#countdown, "CountDownLatch.wait", options);
  }

  /**
   * Counts down by `count`, at most to 0, and opens the latch there. Never waits. Counting down an open latch does nothing.
   *
   * @throws RangeError unless `count` is a whole number of at least 0
   */
  countDown(count = 1): void {
    checkCount(count, 0, "count down");
    this.#countdown.subtract(Math.min(count, this.#countdown.count));
  }

  /** How many things are still to happen. */
  get count(): number {
    return this.#countdown.count;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): LatchStatistics {
    return { count: this.count, waiting: this.#countdown.waiters.size };
  }
}
