import type { Py } from "../py.js";

/**
 * `str` and `repr` for the exception classes, set by the modules that define them.
 *
 * Everything raises exceptions, so the classes must not import what raises: a class cannot extend one that is not evaluated yet.
 */
export const texts: { str: (value: Py) => string; repr: (value: Py) => string } = { str: String, repr: String };
