import type { Coroutine, Operation, WaitOptions, Work } from "@portalis/runtime";
import { operation, perform } from "@portalis/runtime/kernel";
import { AsyncMutex } from "./mutex.js";

/** What `OnceCell.statistics()` tells. */
export interface OnceCellStatistics {
  readonly isSet: boolean;
  /** How many wait for the one that makes the value. */
  readonly waiting: number;
}

/**
 * A value that is made once, by the first who needs it, while the others wait for it.
 *
 * @example
 * ```ts
 * import { type Coroutine } from "@portalis/runtime";
 * import { OnceCell } from "@portalis/sync";
 * import { joinAll } from "@portalis/task";
 * import { sleep } from "@portalis/time";
 *
 * const config = new OnceCell<string>();
 * let made = 0;
 * function* load(): Coroutine<string> {
 *   made++;
 *   yield* sleep(1);
 *   return "loaded";
 * }
 * await joinAll([config.getOrInit(load), config.getOrInit(load)]); // => ["loaded", "loaded"]
 * made; // => 1
 * ```
 */
export class OnceCell<T> {
  readonly #mutex: AsyncMutex = new AsyncMutex();
  #content: { readonly value: T } | undefined;

  /**
   * Gives the value; makes it with `work` when there is none and nobody is making it, else waits for that.
   *
   * The work of the first caller is the one that runs; when it throws or is aborted the cell stays empty, its caller gets the error, and
   * the next waiter tries with its own work.
   *
   * **Cancel safety.** A cancelled wait leaves the queue. Aborting the task that makes the value aborts the making, after whose cleanup
   * the next waiter tries.
   *
   * **Order**: first come, first served among those who may make the value. Constant time besides the work.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws what the caller's own work throws
   * @example
   * ```ts
   * import { OnceCell } from "@portalis/sync";
   *
   * const cell = new OnceCell<number>();
   * const values = [await cell.getOrInit(() => 1), await cell.getOrInit(() => 2)]; // => [1, 1]
   * ```
   */
  getOrInit(work: Work<T>, options?: WaitOptions): Operation<T> {
    return operation(() => this.#getOrInit(work, options));
  }

  /** The value, or `undefined` while there is none. Never waits. */
  get(): T | undefined {
    return this.#content?.value;
  }

  /** Whether the value was made. */
  get isSet(): boolean {
    return this.#content !== undefined;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): OnceCellStatistics {
    return { isSet: this.isSet, waiting: this.#mutex.statistics().waiting };
  }

  *#getOrInit(work: Work<T>, options: WaitOptions | undefined): Coroutine<T> {
    if (options?.signal?.aborted === true) throw options.signal.reason;
    if (this.#content !== undefined) return this.#content.value;
    const guard = yield* this.#mutex.lock(options);
    try {
      // The one before may have made it while this one waited.
      this.#content ??= { value: yield* perform(work) };
      return this.#content.value;
    } finally {
      guard.release();
    }
  }
}
