import type { WaitOptions } from "@portalis/runtime";
import { PENDING, type Waiter, WaitOperation } from "@portalis/runtime/kernel";
import type { Future } from "./futures.js";
import { TaskSteps } from "./task-steps.js";

/** What a task of asyncio checks and notes when it begins to wait for a future. */
export interface WaitsForFuture {
  /** Why it must not wait for this future, as an exception; `undefined` when it may. */
  _refusal(future: Future): unknown;
  /** Called when the task stands in the future's list. */
  _waits(future: Future): void;
}

/**
 * One wait for a future. A pending future keeps the waiter in its list of callbacks, so that wake-ups and callbacks are queued in the order
 * in which they were registered; a done one gives its result without suspension.
 */
export class FutureWait<T> extends WaitOperation<T> {
  readonly #future: Future<T>;

  constructor(future: Future<T>, options?: WaitOptions) {
    super(options);
    this.#future = future;
  }

  override attempt(): T | typeof PENDING {
    return this.#future.done() ? this.#future.result() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    const future = this.#future;
    const owner: WaitsForFuture | undefined = waiter instanceof TaskSteps ? waiter.owner : undefined;
    const refusal = owner?._refusal(future);
    if (refusal !== undefined) {
      waiter.fail(refusal);
      return;
    }
    waiter.parking = future;
    future._append(waiter);
    owner?._waits(future);
  }

  override complete(): T {
    return this.#future.result();
  }

  override describe(): string {
    return `asyncio's ${this.#future.constructor.name}`;
  }
}
