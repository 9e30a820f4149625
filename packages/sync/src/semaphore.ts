import { ClosedError, type Operation, type WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { checkCount } from "./check-count.js";

/** What `AsyncSemaphore.statistics()` tells. */
export interface SemaphoreStatistics {
  readonly available: number;
  /** All permits that exist: the available ones and those that are held. */
  readonly total: number;
  /** How many wait for permits. */
  readonly waiting: number;
}

/**
 * The counting of a semaphore, apart from its public face.
 *
 * Invariants: `available` plus what permits hold is `total`; a waiter holds nothing; while anyone waits, the first one needs more than
 * is available.
 */
class SemaphoreState {
  available: number;
  total: number;
  closed = false;
  readonly waiters: WaitQueue = new WaitQueue();

  constructor(permits: number) {
    this.available = permits;
    this.total = permits;
  }

  take(count: number): boolean {
    if (this.closed) throw new ClosedError("Cannot acquire permits: the semaphore is closed.");
    if (count > 0 && (count > this.available || !this.waiters.isEmpty)) return false;
    this.available -= count;
    return true;
  }

  put(count: number): void {
    this.available += count;
    this.serve();
  }

  /** Serves from the front and stops at the first waiter that needs more than there is. */
  serve(): void {
    for (let first = this.waiters.peek(); first !== undefined; first = this.waiters.peek()) {
      const { count } = first.operation as AcquireOperation;
      if (count > this.available) return;
      this.available -= count;
      this.waiters.shift();
      first.grant();
    }
  }
}

class AcquireOperation extends WaitOperation<Permit> {
  readonly count: number;
  readonly #state: SemaphoreState;

  constructor(state: SemaphoreState, count: number, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.count = count;
  }

  override attempt(): Permit | typeof PENDING {
    return this.#state.take(this.count) ? new Permit(this.#state, this.count) : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override complete(): Permit {
    return new Permit(this.#state, this.count);
  }

  override giveBack(): void {
    this.#state.put(this.count);
  }

  /** The one that left may have been the large request at the front that held up smaller ones. */
  override abandoned(): void {
    this.#state.serve();
  }

  override describe(): string {
    return `AsyncSemaphore.acquire(${this.count})`;
  }
}

/** Some permits of an `AsyncSemaphore`, held until they are released. They may be passed on: they belong to this object, not to a task. */
export class Permit implements Disposable {
  readonly #state: SemaphoreState;
  #count: number;

  /** @internal */
  constructor(state: SemaphoreState, count: number) {
    this.#state = state;
    this.#count = count;
  }

  /** How many permits this object holds; 0 after `release()` or `forget()`. */
  get count(): number {
    return this.#count;
  }

  /** Gives the permits back; the first waiters that they are enough for own them at once. Never waits; a second call does nothing. */
  release(): void {
    const count = this.#count;
    if (count === 0) return;
    this.#count = 0;
    this.#state.put(count);
  }

  /** Takes the permits out of the semaphore for good, without giving them back: it has that many fewer from now on. */
  forget(): void {
    this.#state.total -= this.#count;
    this.#count = 0;
  }

  /**
   * Moves `count` of the permits into an object of their own.
   *
   * @throws RangeError when this object does not hold that many
   */
  split(count: number): Permit {
    checkCount(count, 0, "split a permit");
    if (count > this.#count) throw new RangeError(`Cannot split ${count} off a permit: it holds ${this.#count}.`);
    this.#count -= count;
    return new Permit(this.#state, count);
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }
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
   * @throws RangeError at once, when `count` is not a whole number of at least 0 or more than all permits that exist
   * @throws ClosedError when the semaphore is closed, before or during the wait
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
    return this.#state.take(count) ? new Permit(this.#state, count) : undefined;
  }

  /** How many permits nobody holds. While it is not 0 there may be waiters: the first one needs more. */
  get availablePermits(): number {
    return this.#state.available;
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
   * Takes available permits out of the semaphore for good: it has that many fewer from now on.
   *
   * @returns how many were taken out: fewer than `count` when fewer were available
   */
  forgetPermits(count: number): number {
    checkCount(count, 0, "forget permits");
    const taken = Math.min(count, this.#state.available);
    this.#state.available -= taken;
    this.#state.total -= taken;
    return taken;
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
    const { available, total, waiters } = this.#state;
    return { available, total, waiting: waiters.size };
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
