import { nativeDef } from "../calls/def.js";
import { IndexError, StopIteration, TypeError } from "../exceptions/builtin-exceptions.js";
import { call, callable, callMethod } from "../calls/call.js";
import { eq } from "../operators/eq.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";

/**
 * Python's `iter(value)`: an iterator for `for...of` and {@link next}.
 *
 * Strings give code points. Objects of a program are asked for `__iter__`, then for `__getitem__` with 0, 1, 2 and so on.
 * With a second argument the iterator calls `value` until it gives something equal to `sentinel`.
 *
 * @throws TypeError when the value cannot be iterated
 *
 * @example
 * ```ts
 * for (const item of iter(values)) print(item);
 * ```
 */
export function iter(value: Py, sentinel?: Py): IterableIterator<Py> {
  if (sentinel !== undefined) return new SentinelIterator(value, sentinel);
  if (Array.isArray(value)) return value.values();
  if (typeof value === "string") return value[Symbol.iterator]();
  if (typeof value === "object" && value !== null) {
    const method: Py = value.__iter__;
    if (typeof method === "function") return iteratorOf(callMethod(value, method, [], undefined));
    if (typeof value.__getitem__ === "function") return new ItemIterator(value);
    const native: Py = value[Symbol.iterator];
    if (typeof native === "function" && value.$coroutine !== true && typeof value.__init__ !== "function") return native.call(value);
  }
  if (typeof value === "function" && value.$members instanceof Map) return new Set<Py>(value.$members.values() as Iterable<Py>).values();
  throw new TypeError(`'${typeName(value)}' object is not iterable`);
}

/** The iterator behind a Python iterator: its own when it is one of JavaScript, else one that calls `__next__`. */
function iteratorOf(value: Py): IterableIterator<Py> {
  if (typeof value === "object" && value !== null) {
    if (typeof value.__next__ === "function") return new NextIterator(value);
    if (typeof value.next === "function") return value;
  }
  throw new TypeError(`iter() returned non-iterator of type '${typeName(value)}'`);
}

/** An iterator of JavaScript over a Python object with `__next__`. */
class NextIterator implements IterableIterator<Py> {
  readonly #iterator: Py;

  constructor(iterator: Py) {
    this.#iterator = iterator;
  }

  next(): IteratorResult<Py> {
    try {
      return { value: this.#iterator.__next__(), done: false };
    } catch (error) {
      if (error instanceof StopIteration) return { value: error.value, done: true };
      throw error;
    }
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** Iterates over an object that has only `__getitem__`. */
class ItemIterator implements IterableIterator<Py> {
  readonly #object: Py;
  #index = 0;

  constructor(object: Py) {
    this.#object = object;
  }

  next(): IteratorResult<Py> {
    try {
      const value: Py = this.#object.__getitem__(this.#index);
      this.#index += 1;
      return { value, done: false };
    } catch (error) {
      if (error instanceof IndexError || error instanceof StopIteration) return { value: undefined, done: true };
      throw error;
    }
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/** `iter(function, sentinel)`. */
class SentinelIterator implements IterableIterator<Py> {
  readonly #function: Py;
  readonly #sentinel: Py;
  #done = false;

  constructor(f: Py, sentinel: Py) {
    if (!callable(f)) throw new TypeError("iter(v, w): v must be callable");
    this.#function = f;
    this.#sentinel = sentinel;
  }

  next(): IteratorResult<Py> {
    if (this.#done) return { value: undefined, done: true };
    const value: Py = call(this.#function);
    if (value === this.#sentinel || truth(eq(value, this.#sentinel))) {
      this.#done = true;
      return { value: undefined, done: true };
    }
    return { value, done: false };
  }

  [Symbol.iterator](): this {
    return this;
  }
}

/**
 * Iterates without closing the iterator when the loop is left: what a `for` over a named iterator does.
 *
 * `for...of` closes a generator on `break`; CPython does so only when nothing else holds it.
 */
export function keep(value: Py): Iterable<Py> {
  const iterator = iter(value);
  return { [Symbol.iterator]: () => ({ next: () => iterator.next() }) };
}

nativeDef(iter, "iter", "(object, sentinel=, /)");
