import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { checkCount } from "./check-count.js";

/** What `AsyncBarrier.wait()` gives. */
export interface BarrierTicket {
  /** Whether this party came last and opened the barrier. True for exactly one party of each generation. */
  readonly isLeader: boolean;
  /** The place of this party in the order of arrival, from 0. The parties of one generation have all the numbers below `parties`. */
  readonly index: number;
}

/** What `AsyncBarrier.statistics()` tells. */
export interface BarrierStatistics {
  readonly parties: number;
  /** How many wait now. */
  readonly waiting: number;
  /** How often the barrier has opened. */
  readonly generation: number;
}

class BarrierState {
  generation = 0;
  readonly parties: number;
  readonly waiters: WaitQueue = new WaitQueue();

  constructor(parties: number) {
    this.parties = parties;
  }

  /** Opens the barrier for all that wait. Places are given out only here, so one that withdrew before has none. */
  open(): BarrierTicket {
    this.generation++;
    let index = 0;
    for (let waiter = this.waiters.shift(); waiter !== undefined; waiter = this.waiters.shift()) {
      waiter.grant({ isLeader: false, index: index++ } satisfies BarrierTicket);
    }
    return { isLeader: true, index };
  }
}

class BarrierWait extends WaitOperation<BarrierTicket> {
  readonly #state: BarrierState;

  constructor(state: BarrierState, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): BarrierTicket | typeof PENDING {
    return this.#state.waiters.size + 1 < this.#state.parties ? PENDING : this.#state.open();
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override describe(): string {
    return `AsyncBarrier.wait (${this.#state.waiters.size} of ${this.#state.parties})`;
  }
}

/**
 * A place where a fixed number of parties meet: each waits until all have come, then all go on. It can be used again and again.
 *
 * @example
 * ```ts
 * import { AsyncBarrier } from "@portalis/sync";
 * import { joinAll } from "@portalis/task";
 *
 * const barrier = new AsyncBarrier(2);
 * const [first, second] = await joinAll([barrier.wait(), barrier.wait()]);
 * [first.index, second.index, second.isLeader]; // => [0, 1, true]
 * ```
 */
export class AsyncBarrier {
  readonly #state: BarrierState;

  /**
   * @param parties how many must come
   * @throws RangeError unless `parties` is a whole number of at least 1
   */
  constructor(parties: number) {
    checkCount(parties, 1, "make a barrier");
    this.#state = new BarrierState(parties);
  }

  /**
   * Arrives, and waits until all parties have. The last one does not wait: it opens the barrier, and is the leader. The others are woken
   * in the order of arrival.
   *
   * **Cancel safety.** A wait that is cancelled before the barrier opens withdraws: its place is free for another party, and nobody
   * else is disturbed. A task that is aborted after the barrier opened has taken part: its generation is complete without it.
   *
   * **Order**: that of arrival. The last one takes time in proportion to the number of parties, the others constant time.
   *
   * **Closing**: there is nothing to close: a party that cannot come must be replaced, or those who wait aborted.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncBarrier } from "@portalis/sync";
   *
   * const barrier = new AsyncBarrier(2);
   * const other = barrier.wait().then(({ isLeader }) => isLeader);
   * [(await barrier.wait()).isLeader, await other]; // => [true, false]
   * ```
   */
  wait(options?: WaitOptions): Operation<BarrierTicket> {
    return new BarrierWait(this.#state, options);
  }

  /** A look inside, for tests and dashboards. */
  statistics(): BarrierStatistics {
    const { parties, waiters, generation } = this.#state;
    return { parties, waiting: waiters.size, generation };
  }
}
