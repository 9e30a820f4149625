import type { Buffer } from "./buffer.js";

/** A buffer whose next value is the newest one. */
export class StackBuffer<T> implements Buffer<T> {
  readonly #values: T[] = [];

  get size(): number {
    return this.#values.length;
  }

  push(value: T): void {
    this.#values.push(value);
  }

  shift(): T {
    return this.#values.pop() as T;
  }

  keep(count: number): void {
    this.#values.splice(0, Math.max(0, this.#values.length - count));
  }
}
