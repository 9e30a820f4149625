import type { Operation, WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";

class Turn extends WaitOperation<void> {
  readonly #sequencer: Sequencer;
  readonly position: number;

  constructor(sequencer: Sequencer, position: number, options: WaitOptions | undefined) {
    super(options);
    this.#sequencer = sequencer;
    this.position = position;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#sequencer.next === this.position ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#sequencer.park(this.position, waiter);
  }

  override describe(): string {
    return `Sequencer.turn(${this.position})`;
  }
}

/**
 * Forces an order onto tasks: each waits for its turn and says when it is through.
 *
 * @example
 * ```ts
 * const order = new Sequencer();
 * function* second(): Coroutine<void> {
 *   yield* order.turn(1); // after whoever has turn 0 has called done()
 *   order.done();
 * }
 * ```
 */
export class Sequencer {
  readonly #waiting = new Map<number, WaitQueue>();
  #next = 0;

  /** The position whose turn it is. */
  get next(): number {
    return this.#next;
  }

  /**
   * Waits until it is the turn of `position`, counted from 0.
   *
   * @throws RangeError at once for a position that has passed
   */
  turn(position: number, options?: WaitOptions): Operation<void> {
    if (!Number.isInteger(position) || position < this.#next) {
      throw new RangeError(`Cannot wait for turn ${position}: it never comes. The next one is ${this.#next}.`);
    }
    return new Turn(this, position, options);
  }

  /** Ends the current turn: the next position may go on. */
  done(): void {
    const queue = this.#waiting.get(++this.#next);
    if (queue === undefined) return;
    this.#waiting.delete(this.#next);
    for (let waiter = queue.shift(); waiter !== undefined; waiter = queue.shift()) waiter.grant();
  }

  /** @internal */
  park(position: number, waiter: Waiter): void {
    let queue = this.#waiting.get(position);
    if (queue === undefined) this.#waiting.set(position, (queue = new WaitQueue()));
    queue.push(waiter);
  }
}
