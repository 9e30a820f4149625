import type { Py } from "../py.js";

/**
 * A Python tuple. It is an array, so that indexing and iteration cost what they cost there, but it must not be changed.
 *
 * Make tuples with {@link T}: `new Tuple(5)` would be an array of length five.
 */
export class Tuple extends Array<Py> {
  /** What array methods inherited from JavaScript make is a list, never a tuple by accident. */
  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}

/**
 * Makes a tuple of its arguments.
 *
 * @example
 * ```ts
 * T(1, "a"); // (1, 'a')
 * T(5); // (5,)
 * ```
 */
export function T(...items: Py[]): Tuple {
  if (items.length === 1) {
    const tuple = new Tuple();
    tuple.push(items[0]);
    return tuple;
  }
  return new Tuple(...items);
}

/** Makes a tuple of the items of an array; for many items, where spreading them as arguments could overflow the stack. */
export function tupleOf(items: readonly Py[]): Tuple {
  if (items.length > 1 && items.length < 1000) return new Tuple(...items);
  const tuple = new Tuple();
  for (const item of items) tuple.push(item);
  return tuple;
}
