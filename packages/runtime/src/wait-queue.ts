import type { Parking } from "./parking.js";
import type { Waiter } from "./waiter.js";

/**
 * The one wait list under all primitives: first in, first out, intrusive. Push, shift and remove take constant time and allocate nothing.
 *
 * @example
 * ```ts
 * class Gate {
 *   readonly #waiters = new WaitQueue();
 *   open(): void {
 *     for (let waiter = this.#waiters.shift(); waiter !== undefined; waiter = this.#waiters.shift()) waiter.grant();
 *   }
 * }
 * ```
 */
export class WaitQueue implements Parking {
  #head: Waiter | undefined = undefined;
  #tail: Waiter | undefined = undefined;
  #size = 0;

  get isEmpty(): boolean {
    return this.#head === undefined;
  }

  get size(): number {
    return this.#size;
  }

  /** Parks `waiter` behind all others. */
  push(waiter: Waiter): void {
    const tail = this.#tail;
    waiter.parking = this;
    waiter.previous = tail;
    this.#tail = waiter;
    if (tail === undefined) this.#head = waiter;
    else tail.next = waiter;
    this.#size++;
  }

  /** Parks `waiter` in front of all others. */
  unshift(waiter: Waiter): void {
    const head = this.#head;
    waiter.parking = this;
    waiter.next = head;
    this.#head = waiter;
    if (head === undefined) this.#tail = waiter;
    else head.previous = waiter;
    this.#size++;
  }

  /** The waiter whose turn is next. It stays. */
  peek(): Waiter | undefined {
    return this.#head;
  }

  /** Takes the first waiter out. Grant it or fail it: nobody else knows of it now. */
  shift(): Waiter | undefined {
    const head = this.#head;
    if (head !== undefined) this.remove(head);
    return head;
  }

  /** Takes the last waiter out. */
  pop(): Waiter | undefined {
    const tail = this.#tail;
    if (tail !== undefined) this.remove(tail);
    return tail;
  }

  remove(waiter: Waiter): void {
    const { previous } = waiter;
    const next = waiter.next as Waiter | undefined;
    if (previous === undefined) this.#head = next;
    else previous.next = next;
    if (next === undefined) this.#tail = previous;
    else next.previous = previous;
    waiter.next = undefined;
    waiter.previous = undefined;
    waiter.parking = undefined;
    this.#size--;
  }

  /** The waiters from front to back. Do not change the queue meanwhile. */
  *[Symbol.iterator](): Generator<Waiter, void, undefined> {
    for (let waiter = this.#head; waiter !== undefined; waiter = waiter.next as Waiter | undefined) yield waiter;
  }
}
