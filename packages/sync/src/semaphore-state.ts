import { ClosedError, type WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { Permit } from "./permit.js";

/**
 * The counting of a semaphore, apart from its public face.
 *
 * Invariants: `available` plus what permits hold is `total`; a waiter holds nothing; while anyone waits, the first one needs more than
 * is available; nobody waits for more than `total`. After a shrink `available` is below 0 until enough has been released.
 */
export class SemaphoreState {
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

  /** Takes permits when they are free now and nobody waits for them before. */
  tryTake(count: number): Permit | undefined {
    return this.take(count) ? new Permit(this, count) : undefined;
  }

  put(count: number): void {
    this.available += count;
    this.serve();
  }

  /** Takes `count` permits, which nobody needs to hold, out of the semaphore. Whoever waits for more than is left never gets it. */
  shrink(count: number): void {
    this.total -= count;
    for (const waiter of [...this.waiters]) {
      const wanted = (waiter.operation as PermitsOperation).count;
      // Failing one may have ended the wait of another.
      if (wanted <= this.total || waiter.parking !== this.waiters) continue;
      this.waiters.remove(waiter);
      waiter.fail(new RangeError(`Cannot acquire ${wanted} permits: the semaphore has been reduced to ${this.total} during the wait.`));
    }
    this.serve();
  }

  /** Serves from the front and stops at the first waiter that needs more than there is. */
  serve(): void {
    for (let first = this.waiters.peek(); first !== undefined; first = this.waiters.peek()) {
      const { count } = first.operation as PermitsOperation;
      if (count > this.available) return;
      this.available -= count;
      this.waiters.shift();
      first.grant();
    }
  }
}

/** What waits for permits. */
export interface PermitsOperation extends WaitOperation<Permit> {
  readonly count: number;
}

/** `AsyncSemaphore.acquire` */
export class AcquireOperation extends WaitOperation<Permit> implements PermitsOperation {
  readonly count: number;
  readonly #state: SemaphoreState;

  constructor(state: SemaphoreState, count: number, options?: WaitOptions) {
    super(options);
    this.#state = state;
    this.count = count;
  }

  override attempt(): Permit | typeof PENDING {
    return this.#state.tryTake(this.count) ?? PENDING;
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
