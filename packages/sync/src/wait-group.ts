import { AsyncError, type Operation, type WaitOptions } from "@portalis/runtime";
import { checkCount } from "./check-count.js";
import { Countdown, ZeroWait } from "./zero-wait.js";

/** What `WaitGroup.statistics()` tells. */
export interface WaitGroupStatistics {
  /** How many things were added and are not done. */
  readonly count: number;
  /** How many wait for all to be done. */
  readonly waiting: number;
}

/**
 * Counts things that are under way, whose number is not known from the start, and lets others wait until none is left. It can be used
 * again and again.
 *
 * To start tasks and wait for them, `scope` of `@portalis/task` is safer: it also passes errors on. A wait group is for things that are
 * not tasks, or that belong to someone else.
 *
 * @example
 * ```ts
 * import { WaitGroup } from "@portalis/sync";
 *
 * const requests = new WaitGroup();
 * requests.add(2);
 * const idle = requests.wait().then(() => "idle");
 * requests.done();
 * requests.done();
 * await idle; // => "idle"
 * ```
 */
export class WaitGroup {
  readonly #countdown: Countdown = new Countdown(0);

  /**
   * Waits until nothing is under way; ready at once when that is so.
   *
   * - **Order**: those who wait are woken in the order of asking, all at once. What is added after the count has reached 0 does not concern
   *   those who were woken by it. Constant time, whatever the number of waiters.
   * - **Cancel safety.** A cancelled wait leaves the queue and changes no count. With `{ signal }`, an abort before the count is 0 rejects
   *   with the signal's reason; afterwards the signal no longer matters.
   * - **Closing**: a group has no end of its own. Call `done()` in a `finally`, so that a failure counts too.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { WaitGroup } from "@portalis/sync";
   *
   * const nothing = new WaitGroup();
   * await nothing.wait(); // => undefined
   * ```
   */
  wait(options?: WaitOptions): Operation<void> {
    return new ZeroWait(this.#countdown, "WaitGroup.wait", options);
  }

  /**
   * Counts `count` more things as under way. Add them before they start, or a wait may end too early.
   *
   * @throws RangeError unless `count` is a whole number of at least 0
   */
  add(count = 1): void {
    checkCount(count, 0, "add to a wait group");
    this.#countdown.count += count;
  }

  /**
   * Counts one thing as done. The last one wakes all who wait.
   *
   * @throws AsyncError when nothing is under way: it was called more often than things were added
   */
  done(): void {
    if (this.#countdown.count === 0) throw new AsyncError("Cannot count a thing as done: none is under way. Call add() before it starts.");
    this.#countdown.subtract(1);
  }

  /** How many things are under way. */
  get count(): number {
    return this.#countdown.count;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): WaitGroupStatistics {
    return { count: this.count, waiting: this.#countdown.waiters.size };
  }
}
