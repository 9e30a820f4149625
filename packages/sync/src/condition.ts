import { AsyncError, type Coroutine, type Operation, type WaitOptions } from "@portalis/runtime";
import { operation, PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { checkCount } from "./check-count.js";
import type { AsyncMutex } from "./mutex.js";
import type { MutexGuard } from "./mutex-guard.js";
import type { MutexState } from "./mutex-state.js";

/** What `AsyncCondition.statistics()` tells. */
export interface ConditionStatistics {
  /** How many wait for a notification. */
  readonly waiting: number;
}

class ConditionState {
  readonly waiters: WaitQueue = new WaitQueue();

  notify(count: number): void {
    for (let left = count; left > 0; left--) {
      const waiter = this.waiters.shift();
      if (waiter === undefined) return;
      waiter.grant();
    }
  }
}

/** The wait for the notification alone. */
class NotificationWait extends WaitOperation<void> {
  readonly #state: ConditionState;

  constructor(state: ConditionState, options?: WaitOptions) {
    super(options);
    this.#state = state;
  }

  override attempt(): typeof PENDING {
    return PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#state.waiters.push(waiter);
  }

  override giveBack(): void {
    this.#state.notify(1);
  }

  override describe(): string {
    return "AsyncCondition.wait";
  }
}

/** The wait for the lock after the notification. It makes no guard: the one that was given to `wait` holds again. */
class RelockOperation<T> extends WaitOperation<void> {
  readonly #mutex: MutexState<T>;

  constructor(mutex: MutexState<T>) {
    super();
    this.#mutex = mutex;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#mutex.take() ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#mutex.waiters.push(waiter);
  }

  override giveBack(): void {
    this.#mutex.unlock();
  }

  override describe(): string {
    return "AsyncCondition.wait (to lock the mutex again)";
  }
}

/**
 * Waits, with a lock released meanwhile, until someone says that the protected value has changed.
 *
 * @example
 * ```ts
 * import { type Coroutine, spawn } from "@portalis/runtime";
 * import { AsyncCondition, AsyncMutex } from "@portalis/sync";
 *
 * const mutex = new AsyncMutex<string[]>([]);
 * const filled = new AsyncCondition(mutex);
 * function* take(): Coroutine<string> {
 *   const guard = yield* mutex.lock();
 *   try {
 *     yield* filled.waitFor(guard, () => guard.value.length > 0);
 *     return guard.value.shift() ?? "";
 *   } finally {
 *     guard.release();
 *   }
 * }
 * const taker = spawn(take());
 * const guard = await mutex.lock();
 * guard.value.push("apple");
 * filled.notify();
 * guard.release();
 * await taker.join(); // => "apple"
 * ```
 */
export class AsyncCondition<T = undefined> {
  readonly #mutex: MutexState<T>;
  readonly #state: ConditionState = new ConditionState();

  /** @param mutex the lock that protects what the condition is about */
  constructor(mutex: AsyncMutex<T>) {
    this.#mutex = mutex.state;
  }

  /**
   * Releases the guard's lock, waits for a notification, takes the lock again. Ends with the same guard held, also when it throws.
   *
   * A notification says "look again", not "it is so": others may come first. Wait in a loop, or use `waitFor`.
   *
   * **Cancel safety.** A cancelled wait leaves the queue, takes the lock again (which may wait; further aborts are kept until it has
   * it) and then throws. A notification that meets the cancel is passed on to another waiter, so none is lost; that one may find that
   * nothing has changed.
   *
   * **Order**: notifications go to those who have waited longest; they then queue for the lock as everybody else. Constant time.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws AsyncError at once, when the guard was released or belongs to another mutex
   * @example
   * ```ts
   * import { AsyncCondition, AsyncMutex } from "@portalis/sync";
   *
   * const mutex = new AsyncMutex();
   * const condition = new AsyncCondition(mutex);
   * const guard = await mutex.lock();
   * const waiting = condition.wait(guard).then(() => guard.isHeld);
   * const other = await mutex.lock(); // `wait` has released it
   * condition.notify();
   * other.release();
   * await waiting; // => true
   * ```
   */
  wait(guard: MutexGuard<T>, options?: WaitOptions): Operation<void> {
    return operation(() => this.#wait(guard, options));
  }

  /**
   * Waits until `predicate` is true; it is asked with the lock held, at first without waiting.
   *
   * **Cancel safety.** As `wait`. An error that the predicate throws is passed on, with the guard held.
   *
   * **Order**: as `wait`; the predicate is asked once for each notification.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws AsyncError as `wait`; what the predicate throws
   * @example
   * ```ts
   * import { AsyncCondition, AsyncMutex } from "@portalis/sync";
   *
   * const mutex = new AsyncMutex(1);
   * const condition = new AsyncCondition(mutex);
   * const guard = await mutex.lock();
   * await condition.waitFor(guard, () => guard.value === 1);
   * guard.isHeld; // => true
   * ```
   */
  waitFor(guard: MutexGuard<T>, predicate: () => boolean, options?: WaitOptions): Operation<void> {
    return operation(() => this.#waitFor(guard, predicate, options));
  }

  /**
   * Wakes the `count` that have waited longest, or all when fewer wait. They run when they have the lock, in that order.
   *
   * @throws AsyncError while the mutex is free: the caller must hold it
   */
  notify(count = 1): void {
    checkCount(count, 0, "notify");
    this.#checkLocked();
    this.#state.notify(count);
  }

  /**
   * Wakes all that wait.
   *
   * @throws AsyncError while the mutex is free: the caller must hold it
   */
  notifyAll(): void {
    this.#checkLocked();
    this.#state.notify(this.#state.waiters.size);
  }

  /** A look inside, for tests and dashboards. */
  statistics(): ConditionStatistics {
    return { waiting: this.#state.waiters.size };
  }

  *#waitFor(guard: MutexGuard<T>, predicate: () => boolean, options: WaitOptions | undefined): Coroutine<void> {
    if (options?.signal?.aborted === true) throw options.signal.reason;
    while (!predicate()) yield* this.#wait(guard, options);
  }

  *#wait(guard: MutexGuard<T>, options: WaitOptions | undefined): Coroutine<void> {
    this.#checkGuard(guard);
    let notified = false;
    let failed = false;
    let failure: unknown;
    guard.release();
    try {
      yield* new NotificationWait(this.#state, options);
      notified = true;
    } catch (error) {
      failed = true;
      failure = error;
    }
    for (;;) {
      try {
        yield* new RelockOperation(this.#mutex);
        break;
      } catch (error) {
        failed = true;
        failure = error;
      }
    }
    this.#mutex.holder = guard;
    if (!failed) return;
    if (notified) this.#state.notify(1);
    throw failure;
  }

  #checkGuard(guard: MutexGuard<T>): void {
    if (this.#mutex.holder === guard) return;
    throw new AsyncError("Cannot wait for the condition: the guard does not hold the condition's mutex. Lock that mutex first.");
  }

  #checkLocked(): void {
    if (!this.#mutex.locked) throw new AsyncError("Cannot notify: the mutex of the condition is not locked. Hold it while you notify.");
  }
}
