import { address, call, classDef, nativeDef, type Py, RuntimeError, truth, ValueError } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { isCancellation } from "./exceptions.js";
import { LoopBound } from "./loop-bound.js";
import { seconds } from "./seconds.js";
import { WaiterList } from "./waiter-list.js";

/** The repr of a lock: `<asyncio.locks.Lock object at 0x... [unlocked, waiters:1]>`. */
export function lockText(lock: object, state: string, waiters: number): string {
  const { $module, $name } = lock.constructor as { $module?: string; $name?: string };
  return `<${$module ?? "asyncio.locks"}.${$name ?? lock.constructor.name} object at ${address(lock)} [${state}${waiters > 0 ? `, waiters:${waiters}` : ""}]>`;
}

/**
 * A mutual exclusion lock, fair: tasks get it in the order in which they asked.
 *
 * A release does not hand it over: it wakes the first waiter, and until that has run the lock is free to see but not to take. A waiter that is
 * cancelled passes the wake-up on.
 *
 * @example
 * ```ts
 * yield* lock.acquire();
 * try {
 *   // only one task at a time
 * } finally {
 *   lock.release();
 * }
 * ```
 */
export class Lock extends LoopBound {
  static readonly $class = true;
  static $name = "Lock";
  static $module = "asyncio.locks";

  readonly _waiters: WaiterList = new WaiterList();
  _locked = false;

  /** Whether it is held. False between a release and the moment in which the next holder runs. */
  locked(): boolean {
    return this._locked;
  }

  /** Takes the lock, at once when it is free and nobody waits. Always True. Cancelling leaves the queue. */
  *acquire(): Coroutine<boolean> {
    const waiters = this._waiters;
    if (!this._locked && waiters.allCancelled()) {
      this._locked = true;
      return true;
    }
    const future = waiters.append(this._get_loop());
    try {
      try {
        yield* future;
      } finally {
        waiters.remove(future);
      }
    } catch (error) {
      if (isCancellation(error) && !this._locked) this.#wakeFirst();
      throw error;
    }
    this._locked = true;
    return true;
  }

  /** Frees the lock and wakes the first waiter. @throws RuntimeError when it is not held */
  release(): null {
    if (!this._locked) throw new RuntimeError("Lock is not acquired.");
    this._locked = false;
    this.#wakeFirst();
    return null;
  }

  #wakeFirst(): void {
    const { first } = this._waiters;
    if (first !== undefined && !first.done()) first.set_result(true);
  }

  *__aenter__(): Coroutine<null> {
    yield* this.acquire();
    return null;
  }

  *__aexit__(_type: Py, _exception: Py, _traceback: Py): Coroutine<null> {
    this.release();
    return null;
  }

  __repr__(): string {
    return lockText(this, this._locked ? "locked" : "unlocked", this._waiters.size);
  }
}

const lockMembers = { locked: "()", acquire: "async ()", release: "()", __aenter__: "async ()", __aexit__: "async (exc_type, exc, tb)" };

classDef(Lock, "Lock", lockMembers);
nativeDef(Lock, "Lock", "()");

/**
 * A flag that tasks wait for. Setting it wakes all of them, in order of arrival; clearing it right after takes no wake-up back.
 */
export class Event extends LoopBound {
  static readonly $class = true;
  static $name = "Event";
  static $module = "asyncio.locks";

  readonly _waiters: WaiterList = new WaiterList();
  _value = false;

  /** Whether it is set. */
  is_set(): boolean {
    return this._value;
  }

  /** Sets it and wakes all. */
  set(): null {
    if (this._value) return null;
    this._value = true;
    for (let future = this._waiters.first; future !== undefined; future = future.after) if (!future.done()) future.set_result(true);
    return null;
  }

  /** Clears it: who waits from now on waits for the next {@link Event.set}. */
  clear(): null {
    this._value = false;
    return null;
  }

  /** Waits until it is set; at once when it is. Always True. */
  *wait(): Coroutine<boolean> {
    if (this._value) return true;
    const future = this._waiters.append(this._get_loop());
    try {
      yield* future;
      return true;
    } finally {
      this._waiters.remove(future);
    }
  }

  __repr__(): string {
    return lockText(this, this._value ? "set" : "unset", this._waiters.size);
  }
}

nativeDef(Event, "Event", "()");
classDef(Event, "Event", { is_set: "()", set: "()", clear: "()", wait: "async ()" });

/**
 * A condition variable over a lock: tasks that hold the lock wait for a notification, which frees it meanwhile.
 */
export class Condition extends LoopBound {
  static readonly $class = true;
  static $name = "Condition";
  static $module = "asyncio.locks";

  readonly _waiters: WaiterList = new WaiterList();
  readonly _lock: Lock;

  constructor(lock: Lock | null = null) {
    super();
    this._lock = lock ?? new Lock();
  }

  /** Whether the lock is held. */
  locked(): boolean {
    return this._lock.locked();
  }

  /** Takes the lock. */
  acquire(): Coroutine<boolean> {
    return this._lock.acquire();
  }

  /** Frees the lock. */
  release(): null {
    return this._lock.release();
  }

  /**
   * Frees the lock, waits to be notified, and takes the lock again, whatever happens: a cancellation is raised with the lock held, and the
   * notification it may have missed goes to another waiter.
   *
   * @throws RuntimeError when the lock is not held
   */
  *wait(): Coroutine<boolean> {
    if (!this.locked()) throw new RuntimeError("cannot wait on un-acquired lock");
    const loop = this._get_loop();
    this.release();
    try {
      try {
        const future = this._waiters.append(loop);
        try {
          yield* future;
          return true;
        } finally {
          this._waiters.remove(future);
        }
      } finally {
        yield* this.#takeBack();
      }
    } catch (error) {
      this.#notify(1);
      throw error;
    }
  }

  /** Takes the lock again; the last cancellation meanwhile is thrown when it is held. */
  *#takeBack(): Coroutine<void> {
    let cancellation: Error | undefined;
    for (;;) {
      try {
        yield* this.acquire();
        break;
      } catch (error) {
        if (!isCancellation(error)) throw error;
        cancellation = error;
      }
    }
    if (cancellation !== undefined) throw cancellation;
  }

  /** Waits until `predicate()` is true and gives its value. */
  *wait_for(predicate: Py): Coroutine<Py> {
    let result: Py = call(predicate);
    while (!truth(result)) {
      yield* this.wait();
      result = call(predicate);
    }
    return result;
  }

  /** Wakes `n` waiters, the first ones first. They go on when they get the lock. @throws RuntimeError when the lock is not held */
  notify(n: Py = 1): null {
    if (!this.locked()) throw new RuntimeError("cannot notify on un-acquired lock");
    this.#notify(seconds(n, ">="));
    return null;
  }

  /** Wakes all waiters. */
  notify_all(): null {
    return this.notify(this._waiters.size);
  }

  #notify(n: number): void {
    let left = n;
    for (let future = this._waiters.first; future !== undefined && left > 0; future = future.after) {
      if (future.done()) continue;
      left--;
      future.set_result(false);
    }
  }

  *__aenter__(): Coroutine<null> {
    yield* this.acquire();
    return null;
  }

  *__aexit__(_type: Py, _exception: Py, _traceback: Py): Coroutine<null> {
    this.release();
    return null;
  }

  __repr__(): string {
    return lockText(this, this.locked() ? "locked" : "unlocked", this._waiters.size);
  }
}

nativeDef(Condition, "Condition", "(lock=)");
classDef(Condition, "Condition", {
  locked: "()",
  acquire: "()",
  release: "()",
  wait: "async ()",
  wait_for: "async (predicate)",
  notify: "(n=)",
  notify_all: "()",
  __aenter__: "async ()",
  __aexit__: "async (exc_type, exc, tb)",
});

/**
 * A counter of permits. Who asks while others wait queues behind them, even when there are permits.
 */
export class Semaphore extends LoopBound {
  static readonly $class = true;
  static $name = "Semaphore";
  static $module = "asyncio.locks";

  readonly _waiters: WaiterList = new WaiterList();
  _value: number;

  /** @throws ValueError when `value` is negative */
  constructor(value: Py = 1) {
    super();
    const permits = seconds(value, "<");
    if (permits < 0) throw new ValueError("Semaphore initial value must be >= 0");
    this._value = permits;
  }

  /** Whether asking now would wait: there is no permit, or somebody waits. */
  locked(): boolean {
    return this._value === 0 || !this._waiters.allCancelled();
  }

  /** Takes a permit, at once when there is one and nobody waits. Always True. Cancelled after it was granted, it gives the permit back. */
  *acquire(): Coroutine<boolean> {
    if (!this.locked()) {
      this._value--;
      return true;
    }
    const waiters = this._waiters;
    const future = waiters.append(this._get_loop());
    try {
      try {
        yield* future;
      } finally {
        waiters.remove(future);
      }
    } catch (error) {
      if (isCancellation(error) && future.done() && !future.cancelled()) this._value++;
      throw error;
    } finally {
      // Whoever came meanwhile had to queue.
      while (this._value > 0 && this.#wakeNext());
    }
    return true;
  }

  /** Gives a permit back: the first waiter that was not woken gets it. */
  release(): null {
    this._value++;
    this.#wakeNext();
    return null;
  }

  #wakeNext(): boolean {
    const future = this._waiters.firstPending();
    if (future === undefined) return false;
    this._value--;
    future.set_result(true);
    return true;
  }

  *__aenter__(): Coroutine<null> {
    yield* this.acquire();
    return null;
  }

  *__aexit__(_type: Py, _exception: Py, _traceback: Py): Coroutine<null> {
    this.release();
    return null;
  }

  __repr__(): string {
    return lockText(this, this.locked() ? "locked" : `unlocked, value:${this._value}`, this._waiters.size);
  }
}

nativeDef(Semaphore, "Semaphore", "(value=)");
classDef(Semaphore, "Semaphore", lockMembers);

/** A semaphore whose permits cannot exceed their initial number. */
export class BoundedSemaphore extends Semaphore {
  static override $name = "BoundedSemaphore";
  static override $module = "asyncio.locks";

  readonly _bound_value: number;

  constructor(value: Py = 1) {
    super(value);
    this._bound_value = this._value;
  }

  /** Gives a permit back. @throws ValueError when all are there already */
  override release(): null {
    if (this._value >= this._bound_value) throw new ValueError("BoundedSemaphore released too many times");
    return super.release();
  }
}

nativeDef(BoundedSemaphore, "BoundedSemaphore", "(value=)");
classDef(BoundedSemaphore, "BoundedSemaphore", { release: "()" });
