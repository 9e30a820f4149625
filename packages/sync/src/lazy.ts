import type { Operation, WaitOptions, Work } from "@portalis/runtime";
import { OnceCell, type OnceCellStatistics } from "./once-cell.js";

/**
 * A value with its recipe: made at the first `get()`, once.
 *
 * @example
 * ```ts
 * import { Lazy } from "@portalis/sync";
 *
 * const answer = new Lazy(async () => 42);
 * await answer.get(); // => 42
 * ```
 */
export class Lazy<T> {
  readonly #cell: OnceCell<T> = new OnceCell<T>();
  readonly #init: () => Work<T>;

  /** @param init makes the value; called again only when it failed before */
  constructor(init: Extract<Work<T>, (...args: never[]) => unknown>) {
    this.#init = () => init;
  }

  /**
   * Gives the value; the first call makes it, the others wait for that. When the making throws, that caller gets the error and the next
   * one tries again.
   *
   * **Cancel safety.** As `OnceCell.getOrInit`.
   *
   * **Order**: as `OnceCell.getOrInit`.
   *
   * **Closing**: there is nothing to close.
   *
   * @throws what the recipe throws, to the one for whom it ran
   * @example
   * ```ts
   * import { Lazy } from "@portalis/sync";
   *
   * let made = 0;
   * const lazy = new Lazy(() => ++made);
   * const values = [await lazy.get(), await lazy.get()]; // => [1, 1]
   * ```
   */
  get(options?: WaitOptions): Operation<T> {
    return this.#cell.getOrInit(this.#init(), options);
  }

  /** Whether the value was made. */
  get isSet(): boolean {
    return this.#cell.isSet;
  }

  /** A look inside, for tests and dashboards. */
  statistics(): OnceCellStatistics {
    return this.#cell.statistics();
  }
}
