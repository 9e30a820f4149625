import { ClosedError, type Operation, type WaitOptions } from "@portalis/runtime";
import { checkCount } from "./check-count.js";
import type { Permit } from "./permit.js";
import { AcquireOperation, SemaphoreState } from "./semaphore-state.js";

/** What `AsyncSemaphore.statistics()` tells. */
export interface SemaphoreStatistics {
  /** How many nobody holds. */
  readonly available: number;
  /** All permits that exist: the available ones and those that are held. */
  readonly total: number;
  /** How many wait for permits. */
  readonly waiting: number;
}

/**
 * A number of permits: at most that many holders at once.
 *
 * - **Order**: first come, first served. A large request at the front is not overtaken by smaller ones behind it, and takes its permits
 *   all at once or not at all.
 * - Asking and releasing take constant time, however many wait.
 *
 * @example
 * ```ts
 * import { type Coroutine } from "@portalis/runtime";
 * import { AsyncSemaphore } from "@portalis/sync";
 * import { joinAll } from "@portalis/task";
 * import { sleep } from "@portalis/time";
 *
 * const connections = new AsyncSemaphore(2);
 * let open = 0;
 * let most = 0;
 * function* request(): Coroutine<void> {
 *   const permit = yield* connections.acquire();
 *   try {
 *     most = Math.max(most, ++open);
 *     yield* sleep(1);
 *     open--;
 *   } finally {
 *     permit.release();
 *   }
 * }
 * await joinAll([request(), request(), request()]);
 * most; // => 2
 * ```
 */
export class AsyncSemaphore {
  readonly #state: SemaphoreState;

  /**
   * @param permits how many there are at the start; 0 is allowed, for a semaphore that `addPermits` fills
   * @throws RangeError unless `permits` is a whole number of at least 0
   */
  constructor(permits: number) {
    checkCount(permits, 0, "make a semaphore");
    this.#state = new SemaphoreState(permits);
  }

  /**
   * Waits for `count` permits and gives them as one `Permit`. `acquire(0)` is ready at once.
   *
   * **Cancel safety.** A cancelled wait leaves the queue and holds nothing, not even a part; when it was the large request at the front,
   * those behind it are served at once. A task that is aborted after the permits were handed to it, but before it ran, gives them back.
   * With `{ signal }`, an abort before the grant rejects with the signal's reason; after the grant the signal no longer matters.
   *
   * **Order**: first come, first served; a large request at the front is not overtaken. Constant time, however many wait.
   *
   * **Closing**: `close()` fails all who wait, and later requests, with a `ClosedError`; permits that are held stay good.
   *
   * @throws RangeError at once, when `count` is not a whole number of at least 0 or more than all permits that exist
   * @throws ClosedError when the semaphore is closed, before or during the wait
   * @example
   * ```ts
   * import { AsyncSemaphore } from "@portalis/sync";
   *
   * const semaphore = new AsyncSemaphore(3);
   * const permit = await semaphore.acquire(2);
   * semaphore.availablePermits; // => 1
   * permit.release();
   * ```
   */
  acquire(count = 1, options?: WaitOptions): Operation<Permit> {
    this.#check(count);
    return new AcquireOperation(this.#state, count, options);
  }

  /**
   * Takes `count` permits when they are free now, and gives `undefined` when they are not. Never overtakes a waiter.
   *
   * @throws RangeError as `acquire`
   * @throws ClosedError when the semaphore is closed
   */
  tryAcquire(count = 1): Permit | undefined {
    this.#check(count);
    return this.#state.tryTake(count);
  }

  /** How many permits nobody holds. While it is not 0 there may be waiters: the first one needs more. */
  get availablePermits(): number {
    return Math.max(0, this.#state.available);
  }

  /** Whether `close()` was called. */
  get isClosed(): boolean {
    return this.#state.closed;
  }

  /** Adds permits and serves the waiters that they are enough for. */
  addPermits(count: number): void {
    checkCount(count, 0, "add permits");
    this.#state.total += count;
    this.#state.put(count);
  }

  /**
   * Takes available permits out of the semaphore for good: it has that many fewer from now on. Who waits for more than is left gets a
   * `RangeError`.
   *
   * @returns how many were taken out: fewer than `count` when fewer were available
   */
  forgetPermits(count: number): number {
    checkCount(count, 0, "forget permits");
    const taken = Math.min(count, this.availablePermits);
    this.#state.available -= taken;
    this.#state.shrink(taken);
    return taken;
  }

  /**
   * Makes the semaphore one of `permits` permits in all, at once. A larger one serves waiters; a smaller one takes nothing away from
   * those who hold: nobody is let in until so much has been released that all holders together fit. Who waits for more than there are
   * now gets a `RangeError`.
   *
   * Takes time in proportion to the number of waiters when it shrinks.
   *
   * @throws RangeError unless `permits` is a whole number of at least 0
   * @example
   * ```ts
   * import { AsyncSemaphore } from "@portalis/sync";
   *
   * const slots = new AsyncSemaphore(2);
   * const held = await slots.acquire(2);
   * slots.resize(1);
   * held.release();
   * slots.statistics(); // => { available: 1, total: 1, waiting: 0 }
   * ```
   */
  resize(permits: number): void {
    checkCount(permits, 0, "resize a semaphore");
    const state = this.#state;
    const removed = state.total - permits;
    if (removed <= 0) {
      this.addPermits(-removed);
    } else {
      state.available -= removed;
      state.shrink(removed);
    }
  }

  /** Ends the semaphore: every wait, and every later request, throws a `ClosedError`. Permits that are held stay good. */
  close(): void {
    const state = this.#state;
    if (state.closed) return;
    state.closed = true;
    for (let waiter = state.waiters.shift(); waiter !== undefined; waiter = state.waiters.shift()) {
      waiter.fail(new ClosedError("Cannot acquire permits: the semaphore was closed during the wait."));
    }
  }

  /** A look inside, for tests and dashboards. */
  statistics(): SemaphoreStatistics {
    const { total, waiters } = this.#state;
    return { available: this.availablePermits, total, waiting: waiters.size };
  }

  #check(count: number): void {
    checkCount(count, 0, "acquire permits");
    if (count > this.#state.total) {
      throw new RangeError(
        `Cannot acquire ${count} permits: the semaphore has only ${this.#state.total}. Ask for fewer or add permits first.`,
      );
    }
  }
}
