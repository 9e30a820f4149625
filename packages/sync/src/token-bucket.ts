import type { WaitOptions } from "@portalis/runtime";
import { currentScheduler, PENDING, ReadyEntry, type Scheduler, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

/**
 * A bucket of tokens that fills with time, and those who wait for tokens: what is behind a `RateLimiter`.
 *
 * The bucket is one number: the moment at which it would be full if nothing more were taken. Taking n tokens moves that moment n refill
 * times on; n tokens are there when it lies at most (burst - n) refill times ahead. So nothing has to be refilled, and rounding does not add
 * up with time.
 *
 * It is itself the entry of its one timer, which is set while anyone waits: to the moment at which the first one can be served.
 */
export class TokenBucket extends ReadyEntry {
  /** Milliseconds that one token takes. */
  readonly refill: number;
  readonly burst: number;
  readonly waiters: WaitQueue = new WaitQueue();
  #fullAt = -Infinity;
  /** That of the first use: its clock counts. */
  #scheduler: Scheduler | undefined = undefined;

  constructor(refill: number, burst: number) {
    super();
    this.refill = refill;
    this.burst = burst;
  }

  /** How many whole tokens are there now. */
  get available(): number {
    const now = this.#clock.now();
    let tokens = Math.floor(this.burst - Math.max(0, this.#fullAt - now) / this.refill);
    // The division may be a last place short of what the test says.
    if (tokens < this.burst && this.#readyAt(tokens + 1) <= now) tokens++;
    return Math.max(0, tokens);
  }

  /** Takes tokens when they are there and nobody waits for them before. */
  take(count: number): boolean {
    return count === 0 || (this.waiters.isEmpty && this.#takeAt(this.#clock.now(), count));
  }

  put(count: number): void {
    this.#fullAt -= count * this.refill;
    this.serve();
  }

  /** Serves from the front and sets the timer for the first one whose tokens are not there yet. */
  serve(): void {
    const scheduler = this.#clock;
    scheduler.removeTimer(this);
    const now = scheduler.now();
    for (let first = this.waiters.peek(); first !== undefined; first = this.waiters.peek()) {
      const { count } = first.operation as TokensOperation;
      if (!this.#takeAt(now, count)) {
        scheduler.addTimer(this.#readyAt(count), this);
        return;
      }
      this.waiters.shift();
      first.grant();
    }
  }

  override expire(): void {
    this.serve();
  }

  override run(): void {
    // Only the timer is used.
  }

  get #clock(): Scheduler {
    return (this.#scheduler ??= currentScheduler());
  }

  /** When `count` tokens are there, if nothing is taken before. */
  #readyAt(count: number): number {
    return this.#fullAt - (this.burst - count) * this.refill;
  }

  #takeAt(now: number, count: number): boolean {
    if (this.#readyAt(count) > now) return false;
    this.#fullAt = Math.max(this.#fullAt, now) + count * this.refill;
    return true;
  }
}

/** `RateLimiter.acquire` */
export class TokensOperation extends WaitOperation<void> {
  readonly count: number;
  readonly #bucket: TokenBucket;

  constructor(bucket: TokenBucket, count: number, options?: WaitOptions) {
    super(options);
    this.#bucket = bucket;
    this.count = count;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#bucket.take(this.count) ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    const isFirst = this.#bucket.waiters.isEmpty;
    this.#bucket.waiters.push(waiter);
    if (isFirst) this.#bucket.serve();
  }

  override giveBack(): void {
    this.#bucket.put(this.count);
  }

  override abandoned(): void {
    this.#bucket.serve();
  }

  override describe(): string {
    return `RateLimiter.acquire(${this.count})`;
  }
}
