/**
 * A Python value of unknown type.
 *
 * `null` is None, booleans are bool, integral numbers and bigints are int, fractional numbers and {@link PyFloat} are float,
 * strings are str, arrays are list; everything else is an instance of a class of this package or of a translated program.
 * `undefined` is never a Python value: it means "argument not given".
 */
export type Py = any;

/** A class used as a base whose shape TypeScript should not check: `class B extends (A as PyClass)`. */
export type PyClass = new (...args: Py[]) => Py;
