import { className } from "./class-name.js";
import { TypeError } from "./exceptions/builtin-exceptions.js";
import { iter } from "./iteration/iter.js";
import type { Py } from "./py.js";
import { repr } from "./text/repr.js";

/**
 * The base of the classes of a translated program, Python's `object`.
 *
 * Making an instance calls `__init__` with the arguments. Python's special methods are JavaScript methods of the same names. Subclasses declare
 * their fields (`declare x: Py;`) and never initialise them: an initialiser would run after `__init__` and overwrite what it set.
 *
 * @example
 * ```ts
 * class Point extends PyObject {
 *   declare x: Py;
 *   __init__(x: Py): void {
 *     this.x = x;
 *   }
 * }
 * classDef(Point, "Point", { __init__: "(x)" });
 * ```
 */
export class PyObject {
  /** Marks what is called with `new`. */
  static $class = true;
  static $name = "object";
  static $module = "builtins";

  [name: string]: Py;

  constructor(...args: Py[]) {
    this.__init__(...args);
  }

  __init__(...args: Py[]): Py {
    if (args.length > 0) throw new TypeError(`${className(this.constructor)}() takes no arguments`);
    return null;
  }

  /** JavaScript iterates what Python can iterate. */
  [Symbol.iterator](): Iterator<Py> {
    return iter(this);
  }

  /** For JavaScript: what `repr` shows. */
  toString(): string {
    return repr(this);
  }
}
