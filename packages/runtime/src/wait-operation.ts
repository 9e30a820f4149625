import type { AbortSignalLike, WaitOptions } from "./abort-signal-like.js";
import { kernel } from "./kernel-state.js";
import { LightWaiter, type Reaction } from "./light-waiter.js";
import type { Operation } from "./operation.js";
import { RuntimeError } from "./runtime-error.js";
import { type SignalLink, SignalWaits } from "./signal-waits.js";
import { SUSPEND, type Suspension } from "./suspension.js";
import type { Waiter } from "./waiter.js";

/** What {@link WaitOperation.attempt} returns when it cannot be had at once. */
export const PENDING: unique symbol = Symbol("pending");

const NEW = 0;
const STARTED = 1;
const WAITING = 2;
const ENDED = 3;

/**
 * The base of every operation that waits in a list: `lock()`, `recv()`, `join()`, `sleep()`. A subclass says how to take the thing at once,
 * where to park, and how to give a grant back; both ways to wait, `{ signal }` and the rules of cancellation come from here.
 *
 * @example
 * ```ts
 * class Acquire extends WaitOperation<void> {
 *   constructor(readonly semaphore: Semaphore, options?: WaitOptions) { super(options); }
 *   attempt(): void | typeof PENDING { return this.semaphore.tryAcquire() ? undefined : PENDING; }
 *   enqueue(waiter: Waiter): void { this.semaphore.waiters.push(waiter); }
 *   override giveBack(): void { this.semaphore.release(); }
 *   override describe(): string { return "Semaphore.acquire"; }
 * }
 * ```
 */
export abstract class WaitOperation<T> implements Operation<T> {
  // There is one of these for every wait of a program: plain fields are cheaper to make than private names, and these are few.
  declare private phase: number;
  /** Awaited: what gives the result again. */
  declare private again: Promise<T> | LightWaiter | undefined;
  declare private readonly signal: SignalWait | undefined;

  constructor(options?: WaitOptions) {
    this.phase = NEW;
    this.again = undefined;
    this.signal = options?.signal === undefined ? undefined : { signal: options.signal, link: undefined };
  }

  /** Takes it at once, or says {@link PENDING}. Must never overtake a waiter. May throw. */
  abstract attempt(): T | typeof PENDING;

  /** Parks `waiter`, normally by {@link WaitQueue.push}. It may grant it at once. */
  abstract enqueue(waiter: Waiter): void;

  /** The result, from what was handed over with the grant. May throw. */
  complete(granted: unknown): T {
    return granted as T;
  }

  /** Takes a grant back from a task that was cancelled before it ran: hand it on to the next, as if the wait had never been. */
  giveBack(_granted: unknown): void {
    // Most grants need no giving back.
  }

  /** Called when the wait has been taken out of its list without a grant: those behind it may be able to go on now. */
  abandoned(): void {
    // Most lists need nothing.
  }

  /** What this waits for, for dumps and the report of a deadlock: `AsyncMutex.lock`. */
  describe(): string {
    return "an operation";
  }

  [Symbol.iterator](): Iterator<Suspension, T, unknown> {
    if (this.phase !== NEW) throw reused(this);
    this.phase = STARTED;
    return this;
  }

  next(): IteratorResult<Suspension, T> {
    const task = kernel.current;
    if (this.phase === WAITING && task !== undefined) {
      this.unlink();
      task.operation = undefined;
      if (task.granted) {
        this.phase = ENDED;
        return { done: true, value: this.complete(task.takeHandover()) };
      }
    } else if (this.signal?.signal.aborted === true) {
      this.phase = ENDED;
      throw this.signal.signal.reason;
    }
    const value = this.attempt();
    if (value !== PENDING) {
      this.phase = ENDED;
      return { done: true, value };
    }
    if (task === undefined) throw new RuntimeError(`Cannot wait for ${this.describe()}: no task is running. Use await outside tasks.`);
    this.phase = WAITING;
    task.operation = this;
    this.enqueue(task);
    if (this.signal !== undefined) this.watch(task);
    return SUSPEND;
  }

  throw(error: unknown): IteratorResult<Suspension, T> {
    const task = kernel.current;
    const phase = this.phase;
    this.phase = ENDED;
    if (phase === WAITING && task !== undefined) {
      this.unlink();
      task.operation = undefined;
      if (task.granted) this.giveBack(task.takeHandover());
    }
    throw error;
  }

  then<R1 = T, R2 = never>(
    onFulfilled?: ((value: T) => R1 | PromiseLike<R1>) | null,
    onRejected?: ((error: unknown) => R2 | PromiseLike<R2>) | null,
  ): Promise<R1 | R2> {
    const { again } = this;
    if (again !== undefined) return (again instanceof LightWaiter ? (again.promise() as Promise<T>) : again).then(onFulfilled, onRejected);
    try {
      const value = this.begin();
      if (value === PENDING) return this.wait(onFulfilled, onRejected);
      this.again = Promise.resolve(value);
    } catch (error) {
      this.again = Promise.reject(error);
    }
    return this.again.then(onFulfilled, onRejected);
  }

  /**
   * Uses the operation up and takes it at once if it can: the first half of waiting, for operations made of operations. The second half is
   * {@link WaitOperation.enqueue} and {@link WaitOperation.watch} with a waiter of one's own.
   *
   * @throws RuntimeError when the operation was used before, the signal's reason when it is aborted, what `attempt` throws
   */
  begin(): T | typeof PENDING {
    if (this.phase !== NEW) throw reused(this);
    this.phase = ENDED;
    if (this.signal?.signal.aborted === true) throw this.signal.signal.reason;
    return this.attempt();
  }

  /** Lets the signal end the wait of `waiter`, which is parked. */
  watch(waiter: Waiter): void {
    const { signal } = this;
    if (signal !== undefined && waiter.parking !== undefined) signal.link = SignalWaits.add(signal.signal, waiter);
  }

  /** Ends the watch on the signal. */
  unlink(): void {
    const { signal } = this;
    if (signal?.link === undefined) return;
    signal.link.waits.remove(signal.link);
    signal.link = undefined;
  }

  private wait<R1, R2>(
    onFulfilled: ((value: T) => R1 | PromiseLike<R1>) | null | undefined,
    onRejected: ((error: unknown) => R2 | PromiseLike<R2>) | null | undefined,
  ): Promise<R1 | R2> {
    return new Promise((resolve, reject) => {
      const waiter = new LightWaiter(this, { onFulfilled, onRejected, resolve, reject } as Reaction);
      this.again = waiter;
      try {
        this.enqueue(waiter);
        this.watch(waiter);
      } catch (error) {
        // Like a failed wait, so that a second `await` gets the error too.
        waiter.fail(error);
      }
    });
  }
}

/** The signal of a wait, and its place among the waits of that signal. */
interface SignalWait {
  readonly signal: AbortSignalLike;
  link: SignalLink | undefined;
}

function reused(operation: WaitOperation<unknown>): RuntimeError {
  return new RuntimeError(`Cannot wait for ${operation.describe()} twice: this operation was used already. Call the method again.`);
}
