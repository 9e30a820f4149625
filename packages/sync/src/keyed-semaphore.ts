import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import { checkCount } from "./check-count.js";
import { Permit } from "./permit.js";
import { type PermitsOperation, SemaphoreState } from "./semaphore-state.js";

/** What `KeyedSemaphore.statistics()` tells. */
export interface KeyedSemaphoreStatistics {
  /** How many keys have permits held. There is nothing in memory for any other. */
  readonly keys: number;
  /** How many wait, for all keys together. */
  readonly waiting: number;
}

/** The permits of one key. It is in the map exactly while some of them are held or forgotten. */
class KeyState<K> extends SemaphoreState {
  readonly #entries: Map<K, KeyState<K>>;
  readonly #key: K;
  readonly #permits: number;

  constructor(entries: Map<K, KeyState<K>>, key: K, permits: number) {
    super(permits);
    this.#entries = entries;
    this.#key = key;
    this.#permits = permits;
  }

  override tryTake(count: number): Permit | undefined {
    const permit = super.tryTake(count);
    if (permit !== undefined && count > 0) this.#entries.set(this.#key, this);
    return permit;
  }

  override put(count: number): void {
    super.put(count);
    if (this.available === this.#permits) this.#entries.delete(this.#key);
  }
}

class KeyedAcquire<K> extends WaitOperation<Permit> implements PermitsOperation {
  readonly count: number;
  readonly #find: () => KeyState<K>;
  /** Found when the wait begins: until then the key may come and go. */
  #state: KeyState<K> | undefined = undefined;

  constructor(find: () => KeyState<K>, count: number, options?: WaitOptions) {
    super(options);
    this.#find = find;
    this.count = count;
  }

  override attempt(): Permit | typeof PENDING {
    return this.#key.tryTake(this.count) ?? PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#key.waiters.push(waiter);
  }

  override complete(): Permit {
    return new Permit(this.#key, this.count);
  }

  override giveBack(): void {
    this.#key.put(this.count);
  }

  override abandoned(): void {
    this.#key.serve();
  }

  override describe(): string {
    return `KeyedSemaphore.acquire(${this.count})`;
  }

  get #key(): KeyState<K> {
    return (this.#state ??= this.#find());
  }
}

/**
 * A semaphore for every key: at most a number of holders at once for each of them.
 *
 * - **Order**: for each key first come, first served; a large request is not overtaken by smaller ones behind it.
 * - **Memory**: a key costs something only while permits of it are held. Keys are compared as those of a `Map`.
 *
 * @example
 * ```ts
 * import { KeyedSemaphore } from "@portalis/sync";
 *
 * const hosts = new KeyedSemaphore<string>(2); // two connections to each host
 * const permits = [await hosts.acquire("a"), await hosts.acquire("a"), await hosts.acquire("b")];
 * [hosts.tryAcquire("a"), hosts.availablePermits("b")]; // => [undefined, 1]
 * for (const permit of permits) permit.release();
 * hosts.statistics(); // => { keys: 0, waiting: 0 }
 * ```
 */
export class KeyedSemaphore<K> {
  readonly #entries: Map<K, KeyState<K>> = new Map<K, KeyState<K>>();
  readonly #permits: number;

  /**
   * @param permits how many each key has
   * @throws RangeError unless `permits` is a whole number of at least 1
   */
  constructor(permits: number) {
    checkCount(permits, 1, "make a keyed semaphore");
    this.#permits = permits;
  }

  /**
   * Waits for `count` permits of `key` and gives them as one `Permit`. `acquire(key, 0)` is ready at once. A permit that is forgotten makes
   * its key one permit poorer, and keeps it in memory.
   *
   * - **Order**: first come, first served, all permits at once or none. Constant time, however many wait and however many keys there are.
   * - **Cancel safety.** A cancelled wait leaves the queue and holds nothing; those behind it are served if they can be. A task that is
   *   aborted after the permits were handed to it, but before it ran, gives them back. With `{ signal }`, an abort before the grant
   *   rejects with the signal's reason; after the grant the signal no longer matters.
   * - **Closing**: there is nothing to close.
   *
   * @throws RangeError at once, when `count` is not a whole number of at least 0 or more than a key has
   * @example
   * ```ts
   * import { KeyedSemaphore } from "@portalis/sync";
   *
   * const hosts = new KeyedSemaphore<string>(3);
   * const permit = await hosts.acquire("a", 2);
   * hosts.availablePermits("a"); // => 1
   * permit.release();
   * ```
   */
  acquire(key: K, count = 1, options?: WaitOptions): Operation<Permit> {
    this.#check(key, count);
    return new KeyedAcquire(() => this.#state(key), count, options);
  }

  /**
   * Takes `count` permits of `key` when they are free now, and gives `undefined` when they are not. Never overtakes a waiter.
   *
   * @throws RangeError as `acquire`
   */
  tryAcquire(key: K, count = 1): Permit | undefined {
    this.#check(key, count);
    return this.#state(key).tryTake(count);
  }

  /** How many permits of `key` nobody holds. */
  availablePermits(key: K): number {
    return this.#entries.get(key)?.available ?? this.#permits;
  }

  /** A look inside, for tests and dashboards. Takes time in proportion to the number of keys in use. */
  statistics(): KeyedSemaphoreStatistics {
    let waiting = 0;
    for (const { waiters } of this.#entries.values()) waiting += waiters.size;
    return { keys: this.#entries.size, waiting };
  }

  #state(key: K): KeyState<K> {
    return this.#entries.get(key) ?? new KeyState(this.#entries, key, this.#permits);
  }

  #check(key: K, count: number): void {
    checkCount(count, 0, "acquire permits");
    const total = this.#entries.get(key)?.total ?? this.#permits;
    if (count > total) throw new RangeError(`Cannot acquire ${count} permits: this key has only ${total}. Ask for fewer.`);
  }
}
