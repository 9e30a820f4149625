import type { Operation, WaitOptions } from "@portalis/runtime";
import { currentScheduler, PENDING, type Scheduler, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import { deadlineAfter } from "./deadline-after.js";
import { Instant } from "./instant.js";

/** What an interval does when a tick comes so late that others were missed. */
export type MissedTicks = "burst" | "delay" | "skip";

export interface IntervalOptions {
  /**
   * `"burst"` (default): the missed ticks follow at once, until the original schedule is met. `"delay"`: a whole period from now. `"skip"`:
   * the next moment of the original schedule that is still to come.
   */
  readonly missed?: MissedTicks;
  /** Whether the first tick comes at once. Default: true, as in tokio. False: after one period. */
  readonly immediate?: boolean;
}

class Tick extends WaitOperation<Instant> {
  readonly #interval: Interval;

  constructor(interval: Interval, options: WaitOptions | undefined) {
    super(options);
    this.#interval = interval;
  }

  override attempt(): Instant | typeof PENDING {
    return this.#interval.isDue() ? this.#interval.advance() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#interval.park(waiter);
  }

  override complete(): Instant {
    return this.#interval.advance();
  }

  override describe(): string {
    return "Interval.tick";
  }
}

/**
 * Ticks at a steady pace, made by {@link interval}. It has no timer while nobody waits for a tick. One waiter at a time gets a tick: two that
 * wait for the same interval both wake for the same moment and each take a tick.
 */
export class Interval {
  readonly #scheduler: Scheduler = currentScheduler();
  readonly #period: number;
  readonly #missed: MissedTicks;
  #next: number;

  /** @internal */
  constructor(period: number, options: IntervalOptions) {
    this.#scheduler.requireTime();
    const now = this.#scheduler.now();
    this.#period = period;
    this.#missed = options.missed ?? "burst";
    this.#next = options.immediate === false ? deadlineAfter(now, period) : now;
  }

  /**
   * Waits for the next tick and gives the moment for which it was planned. Ready at once when that has come. A cancelled wait takes no tick.
   */
  tick(options?: WaitOptions): Operation<Instant> {
    return new Tick(this, options);
  }

  /** Starts the period anew: the next tick comes one period from now. */
  reset(): void {
    this.#next = deadlineAfter(this.#scheduler.now(), this.#period);
  }

  /** The ticks one after the other, for `for await`. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Instant, never, undefined> {
    for (;;) yield await this.tick();
  }

  /** @internal */
  isDue(): boolean {
    return this.#next <= this.#scheduler.now();
  }

  /** @internal */
  park(waiter: Waiter): void {
    this.#scheduler.parkUntil(this.#next, waiter);
  }

  /**
   * Takes the tick that is due and plans the next.
   *
   * @internal
   */
  advance(): Instant {
    const planned = this.#next;
    const now = this.#scheduler.now();
    const late = now - planned;
    if (late < this.#period || this.#missed === "burst") this.#next = planned + this.#period;
    else if (this.#missed === "delay") this.#next = deadlineAfter(now, this.#period);
    else this.#next = planned + (Math.floor(late / this.#period) + 1) * this.#period;
    return new Instant(planned);
  }
}

/**
 * Makes an interval of `ms` milliseconds on the runtime's clock. The first tick comes at once; the pace does not drift.
 *
 * @throws RangeError at once unless `ms` is finite and more than 0
 *
 * @example
 * ```ts
 * const heartbeat = interval(1_000, { missed: "skip" });
 * for (;;) {
 *   yield* heartbeat.tick();
 *   yield* connection.ping();
 * }
 * ```
 */
export function interval(ms: number, options: IntervalOptions = {}): Interval {
  if (!(ms > 0 && ms < Infinity)) throw new RangeError(`Cannot make an interval: it must be a finite time above 0 ms, not ${ms}.`);
  return new Interval(ms, options);
}
