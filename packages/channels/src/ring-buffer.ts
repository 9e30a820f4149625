import type { Buffer } from "./buffer.js";

/**
 * A first-in-first-out buffer in an array whose length is a power of two. Both ends take constant time at any length; it grows by
 * doubling and never shrinks below what it once held.
 */
export class RingBuffer<T> implements Buffer<T> {
  #slots: (T | undefined)[] = new Array<T | undefined>(8).fill(undefined);
  #head = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(value: T): void {
    if (this.#size === this.#slots.length) this.#grow();
    this.#slots[(this.#head + this.#size) & (this.#slots.length - 1)] = value;
    this.#size++;
  }

  /** Takes the oldest value out. The buffer must not be empty. */
  shift(): T {
    const value = this.#slots[this.#head] as T;
    this.#slots[this.#head] = undefined;
    this.#head = (this.#head + 1) & (this.#slots.length - 1);
    this.#size--;
    return value;
  }

  keep(count: number): void {
    while (this.#size > count) {
      this.#size--;
      this.#slots[(this.#head + this.#size) & (this.#slots.length - 1)] = undefined;
    }
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Array<T | undefined>(old.length * 2).fill(undefined);
    for (let index = 0; index < this.#size; index++) slots[index] = old[(this.#head + index) & (old.length - 1)];
    this.#slots = slots;
    this.#head = 0;
  }
}
