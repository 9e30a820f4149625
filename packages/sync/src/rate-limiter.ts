import type { Operation, WaitOptions } from "@portalis/runtime";
import { checkCount } from "./check-count.js";
import { TokenBucket, TokensOperation } from "./token-bucket.js";

/** How fast a `RateLimiter` lets things through. */
export interface RateLimiterOptions {
  /** How many tokens come in `per` milliseconds. More than 0; need not be whole. */
  readonly rate: number;
  /** The time in which `rate` tokens come, in milliseconds. */
  readonly per: number;
  /** How many tokens the bucket holds: so many can be taken at once after a pause. Default: `rate`, rounded down, at least 1. */
  readonly burst?: number | undefined;
}

/** What `RateLimiter.statistics()` tells. */
export interface RateLimiterStatistics {
  /** How many tokens could be taken now, if nobody waited. */
  readonly available: number;
  readonly burst: number;
  /** How many wait for tokens. */
  readonly waiting: number;
}

/**
 * Limits how often something is done: a token bucket on the runtime's clock.
 *
 * The bucket starts full, with `burst` tokens, and gets one every `per / rate` milliseconds until it is full again. In any time t, at most
 * `burst + t * rate / per` tokens are given: there is no window whose edges let twice as much through.
 *
 * Tokens are used up, not given back: to limit how many things happen *at the same time*, use `AsyncSemaphore`.
 *
 * @example
 * ```ts
 * import { RateLimiter } from "@portalis/sync";
 *
 * const limiter = new RateLimiter({ rate: 10, per: 1_000, burst: 2 }); // ten a second, two at once
 * const taken = [limiter.tryAcquire(), limiter.tryAcquire(), limiter.tryAcquire()]; // => [true, true, false]
 * await limiter.acquire(); // waits for up to 100 ms
 * ```
 */
export class RateLimiter {
  readonly #bucket: TokenBucket;

  /** @throws RangeError when `rate` or `per` is not a finite number above 0, or `burst` not a whole number of at least 1 */
  constructor({ rate, per, burst = Math.max(1, Math.floor(rate)) }: RateLimiterOptions) {
    checkPositive(rate, "rate");
    checkPositive(per, "per");
    checkCount(burst, 1, "make a rate limiter with that burst");
    this.#bucket = new TokenBucket(per / rate, burst);
  }

  /**
   * Takes `count` tokens; waits until they are there. `acquire(0)` is ready at once.
   *
   * - **Order**: first come, first served. A large request at the front is not overtaken by smaller ones behind it, and takes its tokens all
   *   at once. Constant time, and one timer for all who wait.
   * - **Cancel safety.** A cancelled wait leaves the queue and has taken nothing; those behind it move up. A task that is aborted after
   *   the tokens were given to it, but before it ran, puts them back. With `{ signal }`, an abort before the grant rejects with the signal's
   *   reason; after the grant the signal no longer matters.
   * - **Closing**: a limiter has no end; abort those who wait.
   *
   * @throws RangeError at once, when `count` is not a whole number of at least 0 or more than the bucket holds
   * @example
   * ```ts
   * import { RateLimiter } from "@portalis/sync";
   *
   * const limiter = new RateLimiter({ rate: 100, per: 1_000, burst: 5 });
   * await limiter.acquire(5);
   * limiter.tryAcquire(5); // => false
   * ```
   */
  acquire(count = 1, options?: WaitOptions): Operation<void> {
    this.#check(count);
    return new TokensOperation(this.#bucket, count, options);
  }

  /**
   * Takes `count` tokens when they are there now and nobody waits for them before.
   *
   * @returns false when they are not: nothing was taken
   * @throws RangeError as `acquire`
   */
  tryAcquire(count = 1): boolean {
    this.#check(count);
    return this.#bucket.take(count);
  }

  /** A look inside, for tests and dashboards. */
  statistics(): RateLimiterStatistics {
    const { available, burst, waiters } = this.#bucket;
    return { available, burst, waiting: waiters.size };
  }

  #check(count: number): void {
    checkCount(count, 0, "acquire tokens");
    const { burst } = this.#bucket;
    if (count > burst)
      throw new RangeError(`Cannot acquire ${count} tokens: the bucket holds at most ${burst}. Ask for fewer, several times.`);
  }
}

function checkPositive(value: number, name: string): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`Cannot make a rate limiter: ${name} is ${value}, not a finite number above 0.`);
}
