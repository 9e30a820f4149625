import { AsyncError, ClosedError, type Operation, type WaitOptions } from "@portalis/runtime";
import type { Buffer } from "./buffer.js";
import { checkCapacity } from "./check-capacity.js";
import { HeapBuffer } from "./heap-buffer.js";
import { GetOperation, PutOperation, QueueJoinOperation } from "./queue-operations.js";
import { QueueState } from "./queue-state.js";
import { RingBuffer } from "./ring-buffer.js";
import { checkSendable, type Sendable } from "./sendable.js";
import { StackBuffer } from "./stack-buffer.js";

/** How an `AsyncQueue` is made. */
export interface QueueOptions<T> {
  /**
   * Which value is next: the oldest (`"fifo"`, the default), the newest (`"lifo"`), or the smallest by a comparison as for `Array.sort`;
   * equal ones leave in the order in which they came.
   */
  readonly order?: "fifo" | "lifo" | ((a: T, b: T) => number) | undefined;
  /** How many values the queue holds at most. Default: no limit. */
  readonly maxSize?: number | undefined;
}

/** What `AsyncQueue.statistics()` tells. */
export interface QueueStatistics {
  readonly maxSize: number;
  /** How many values are in the queue. */
  readonly size: number;
  /** How many values were put in and are not reported done. */
  readonly unfinished: number;
  /** How many wait for a place. */
  readonly waitingToPut: number;
  /** How many wait for a value. */
  readonly waitingToGet: number;
  /** How many wait in `join()`. */
  readonly joining: number;
}

/**
 * A queue of work with one face for both sides, and with a count of what is not yet done: `join()` waits until every value that was put in
 * has been taken out and reported by `taskDone()`.
 *
 * Prefer `mpsc` where producers and consumers are different parts of a program: its ends say who may do what, and closing tells both.
 *
 * @example
 * ```ts
 * import { AsyncQueue } from "@portalis/channels";
 * import { type Coroutine, spawn } from "@portalis/runtime";
 *
 * const queue = new AsyncQueue<number>({ order: (a, b) => a - b });
 * for (const n of [3, 1, 2]) queue.tryPut(n);
 * const seen: number[] = [];
 * function* work(): Coroutine<void> {
 *   for (;;) {
 *     seen.push(yield* queue.get());
 *     queue.taskDone();
 *   }
 * }
 * const worker = spawn(work());
 * await queue.join();
 * worker.abort();
 * seen; // => [1, 2, 3]
 * ```
 */
export class AsyncQueue<T extends Sendable> {
  readonly #state: QueueState<T>;

  /** @throws RangeError unless `maxSize` is left out, `Infinity`, or a whole number of at least 1 */
  constructor({ order = "fifo", maxSize = Infinity }: QueueOptions<T> = {}) {
    if (maxSize !== Infinity) checkCapacity(maxSize, "make a queue");
    this.#state = new QueueState<T>(maxSize, bufferFor(order));
  }

  /**
   * Puts a value in; waits for a place while the queue is full, first come first served.
   *
   * **Cancel safety.** A cancelled put has put nothing in, also when a place had just been granted. With `{ signal }`, an abort before the
   * grant rejects with the signal's reason; after the grant the signal no longer matters and the value is in.
   *
   * **Order**: first come, first served for places. Constant time, O(log n) in a queue that compares.
   *
   * **Closing**: `shutdown()` fails those who wait with a `ClosedError`.
   *
   * @throws ClosedError when the queue is shut down, before or during the wait
   * @throws TypeError at once, for `undefined`
   * @example
   * ```ts
   * import { AsyncQueue } from "@portalis/channels";
   *
   * const queue = new AsyncQueue<string>({ order: "lifo" });
   * await queue.put("first");
   * await queue.put("second");
   * queue.tryGet(); // => "second"
   * ```
   */
  put(value: T, options?: WaitOptions): Operation<void> {
    checkSendable(value);
    return new PutOperation(this.#state, this, value, options);
  }

  /**
   * Puts a value in if there is room now and nobody waits for it.
   *
   * @returns false when the queue is full
   * @throws ClosedError when the queue is shut down
   */
  tryPut(value: T): boolean {
    checkSendable(value);
    if (this.isClosed) throw new ClosedError("Cannot put: the queue is shut down.");
    if (!this.#state.hasRoom(1)) return false;
    this.#state.put(value);
    return true;
  }

  /**
   * Takes the next value out; waits while there is none, first come first served.
   *
   * **Cancel safety.** A cancelled get has taken nothing: a value that had just been granted is there for the next one.
   *
   * **Order**: first come, first served; which value comes is the queue's `order`. Constant time, O(log n) in a queue that compares.
   *
   * **Closing**: after `shutdown()` what is left comes first, then a `ClosedError`, to those who wait too.
   *
   * @throws ClosedError when the queue is shut down and what was left is taken
   * @example
   * ```ts
   * import { AsyncQueue } from "@portalis/channels";
   *
   * const queue = new AsyncQueue<number>({ order: (a, b) => a - b });
   * for (const n of [2, 1]) queue.tryPut(n);
   * [await queue.get(), await queue.get()]; // => [1, 2]
   * ```
   */
  get(options?: WaitOptions): Operation<T> {
    return new GetOperation(this.#state, options);
  }

  /** Takes the next value out if there is one that nobody waits for; `undefined` when there is none, also after a shutdown. */
  tryGet(): T | undefined {
    return this.#state.hasValue ? this.#state.take() : undefined;
  }

  /**
   * Reports that the work on one value that was taken out is done.
   *
   * @throws AsyncError when it is called more often than values were put in
   */
  taskDone(): void {
    if (this.#state.unfinished === 0) throw new AsyncError("Cannot report a task as done: all that were put in are done already.");
    this.#state.done(1);
  }

  /**
   * Waits until every value that was put in is reported done. Ready at once when that is so.
   *
   * **Cancel safety.** A cancelled wait changes nothing.
   *
   * **Order**: those who wait are woken in the order of asking, all at once. Constant time.
   *
   * **Closing**: `shutdown({ immediate: true })` counts what it drops as done.
   *
   * @throws nothing of its own
   * @example
   * ```ts
   * import { AsyncQueue } from "@portalis/channels";
   *
   * const queue = new AsyncQueue<string>();
   * await queue.join(); // nothing is unfinished
   * queue.unfinished; // => 0
   * ```
   */
  join(options?: WaitOptions): Operation<void> {
    return new QueueJoinOperation(this.#state, options);
  }

  /**
   * Takes no more values: every put, also one that waits, throws a `ClosedError`. What is left can be taken out, then `get` throws too. With
   * `immediate` what is left is dropped and counts as done. A second call can add `immediate`.
   */
  shutdown(options: { readonly immediate?: boolean | undefined } = {}): void {
    if (!this.isClosed) this.#state.receiverClosed();
    if (options.immediate === true) this.#state.drop();
  }

  /** How many values are in the queue. */
  get size(): number {
    return this.#state.buffer.size;
  }

  /** How many values the queue holds at most; `Infinity` when there is no limit. */
  get maxSize(): number {
    return this.#state.capacity;
  }

  /** How many values were put in and are not reported done. */
  get unfinished(): number {
    return this.#state.unfinished;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): QueueStatistics {
    const { capacity, size, waitingToSend, waitingToReceive } = this.#state.statistics();
    const { unfinished, joinWaiters } = this.#state;
    return { maxSize: capacity, size, unfinished, waitingToPut: waitingToSend, waitingToGet: waitingToReceive, joining: joinWaiters.size };
  }

  /** Whether the queue is shut down. */
  get isClosed(): boolean {
    return this.#state.receivers === 0;
  }
}

function bufferFor<T>(order: "fifo" | "lifo" | ((a: T, b: T) => number)): Buffer<T> {
  if (order === "fifo") return new RingBuffer<T>();
  return order === "lifo" ? new StackBuffer<T>() : new HeapBuffer<T>(order);
}
