import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { Bytes } from "../types/bytes.js";
import { PyFloat } from "../types/py-float.js";
import { compareText } from "../types/str/code-points.js";
import { Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { same } from "./eq.js";

/** Python's `a < b`. */
export function lt(a: Py, b: Py): boolean {
  if (typeof a === "number" && typeof b === "number") return a < b;
  return ordered(a, b, "<", "__lt__", "__gt__", (x, y) => x < y, lt);
}

/** Python's `a <= b`. */
export function le(a: Py, b: Py): boolean {
  if (typeof a === "number" && typeof b === "number") return a <= b;
  return ordered(a, b, "<=", "__le__", "__ge__", (x, y) => x <= y, le);
}

/** Python's `a > b`. */
export function gt(a: Py, b: Py): boolean {
  if (typeof a === "number" && typeof b === "number") return a > b;
  return ordered(a, b, ">", "__gt__", "__lt__", (x, y) => x > y, gt);
}

/** Python's `a >= b`. */
export function ge(a: Py, b: Py): boolean {
  if (typeof a === "number" && typeof b === "number") return a >= b;
  return ordered(a, b, ">=", "__ge__", "__le__", (x, y) => x >= y, ge);
}

type Primitive = number | bigint;

function ordered(
  a: Py,
  b: Py,
  symbol: string,
  method: string,
  reflected: string,
  test: (x: Primitive, y: Primitive) => boolean,
  compare: (x: Py, y: Py) => boolean,
): boolean {
  if (typeof a === "string" && typeof b === "string") return test(compareText(a, b), 0);
  if (Array.isArray(a) && Array.isArray(b) && a instanceof Tuple === b instanceof Tuple) return orderedItems(a, b, test, compare);
  const x = numeric(a);
  const y = x === undefined ? undefined : numeric(b);
  // JavaScript compares bigints and numbers exactly.
  if (x !== undefined && y !== undefined) return test(x, y);
  if (a instanceof Bytes && b instanceof Bytes) return orderedItems(a, b, test, compare);
  const result = byMethods(a, b, method, reflected);
  if (result !== undefined) return result;
  throw new TypeError(`'${symbol}' not supported between instances of '${typeName(a)}' and '${typeName(b)}'`);
}

function numeric(value: Py): Primitive | undefined {
  switch (typeof value) {
    case "number":
    case "bigint":
      return value;
    case "boolean":
      return value ? 1 : 0;
    default:
      return value instanceof PyFloat ? value.value : undefined;
  }
}

/** The first items that differ decide; if there are none, the lengths do. */
function orderedItems(
  a: ArrayLike<Py>,
  b: ArrayLike<Py>,
  test: (x: Primitive, y: Primitive) => boolean,
  compare: (x: Py, y: Py) => boolean,
): boolean {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) if (!same(a[i], b[i])) return compare(a[i], b[i]);
  return test(a.length, b.length);
}

function byMethods(a: Py, b: Py, method: string, reflected: string): Py {
  const forward: Py = typeof a === "object" && a !== null ? a[method] : undefined;
  const backward: Py = typeof b === "object" && b !== null ? b[reflected] : undefined;
  const derived =
    typeof backward === "function" && typeof a === "object" && a !== null && a.constructor !== b.constructor && b instanceof a.constructor;
  const attempts: (() => Py)[] = [];
  if (typeof forward === "function") attempts.push(() => forward.call(a, b));
  if (typeof backward === "function") attempts[derived ? "unshift" : "push"](() => backward.call(b, a));
  for (const attempt of attempts) {
    const result: Py = attempt();
    if (result !== NotImplemented) return result;
  }
  return undefined;
}
