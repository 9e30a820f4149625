import { checkCount } from "./check-count.js";
import type { SemaphoreState } from "./semaphore-state.js";

/** Some permits of an `AsyncSemaphore`, held until they are released. They may be passed on: they belong to this object, not to a task. */
export class Permit implements Disposable {
  readonly #state: SemaphoreState;
  #count: number;

  /** @internal */
  constructor(state: SemaphoreState, count: number) {
    this.#state = state;
    this.#count = count;
  }

  /** How many permits this object holds; 0 after `release()` or `forget()`. */
  get count(): number {
    return this.#count;
  }

  /** Gives the permits back; the first waiters that they are enough for own them at once. Never waits; a second call does nothing. */
  release(): void {
    const count = this.#count;
    if (count === 0) return;
    this.#count = 0;
    this.#state.put(count);
  }

  /**
   * Takes the permits out of the semaphore for good, without giving them back: it has that many fewer from now on. Who
   * waits for more than is left gets a `RangeError`. A second call does nothing.
   */
  forget(): void {
    const count = this.#count;
    this.#count = 0;
    if (count > 0) this.#state.shrink(count);
  }

  /**
   * Moves `count` of the permits into an object of their own.
   *
   * @throws RangeError when this object does not hold that many
   */
  split(count: number): Permit {
    checkCount(count, 0, "split a permit");
    if (count > this.#count) throw new RangeError(`Cannot split ${count} off a permit: it holds ${this.#count}.`);
    this.#count -= count;
    return new Permit(this.#state, count);
  }

  /** The same as `release()`, for `using`. */
  [Symbol.dispose](): void {
    this.release();
  }
}
