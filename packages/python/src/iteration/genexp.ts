import type { Py } from "../py.js";
import { generatorDef, type PyGenerator } from "./generator.js";
import { iter } from "./iter.js";

/**
 * A generator expression: `(2 * x for x in xs)`. The first iterable is asked for its iterator at once, as Python does, everything else when the generator runs.
 *
 * @example
 * ```ts
 * sum(
 *   genexp(function* ($0) {
 *     for (const x of $0) yield mul(2, x);
 *     return null;
 *   }, xs),
 * );
 * ```
 */
export function genexp(body: (items: Py) => PyGenerator, items: Py): PyGenerator {
  generatorDef(body, "<genexpr>", "(items, /)");
  return body(iter(items));
}
