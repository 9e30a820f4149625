import { isinstance } from "./builtins/isinstance.js";
import { getattr } from "./calls/getattr.js";
import { className } from "./class-name.js";
import { TypeError } from "./exceptions/builtin-exceptions.js";
import { deque } from "./modules/collections/deque.js";
import { contains } from "./operators/contains.js";
import { delitem, getitem } from "./operators/getitem.js";
import type { Py } from "./py.js";
import { bool } from "./types/bool.js";
import { bytes } from "./types/bytes.js";
import { Dict, dict } from "./types/dict.js";
import { float } from "./types/float.js";
import { int } from "./types/int.js";
import { list } from "./types/list.js";
import { Range } from "./types/range.js";
import { frozenset, set } from "./types/set.js";
import { str } from "./types/str.js";
import { tuple } from "./types/tuple-type.js";

/** Types whose only positional sub-pattern is the value itself (PEP 634). */
const selfMatching: ReadonlySet<Py> = /* @__PURE__ */ new Set<Py>([bool, bytes, dict, float, frozenset, int, list, set, str, tuple]);

/**
 * The items of a sequence for a pattern `[a, b, *rest]`: of a list, a tuple, a range or a deque, but never of a str or bytes.
 *
 * @param count how many items the pattern names beside its star
 * @param star whether there may be more
 * @returns all items, or `undefined` when the value does not match
 *
 * @example
 * ```ts
 * matchSequence([1, 2, 3], 1, true); // [1, 2, 3]
 * matchSequence("abc", 3); // undefined
 * ```
 */
export function matchSequence(value: Py, count: number, star = false): Py[] | undefined {
  if (!(Array.isArray(value) || value instanceof Range || value instanceof deque)) return undefined;
  const items = Array.from(value as Iterable<Py>);
  return items.length === count || (star && items.length > count) ? items : undefined;
}

/**
 * The values of a mapping for a pattern `{key: a, **rest}`.
 *
 * @param rest whether a new dict of what the keys leave over comes last
 * @returns the values in the order of the keys, or `undefined` when the value is no mapping or a key is missing
 *
 * @example
 * ```ts
 * matchMapping(D(["x", 1], ["y", 2]), ["x"], true); // [1, {'y': 2}]
 * ```
 */
export function matchMapping(value: Py, keys: readonly Py[], rest = false): Py[] | undefined {
  if (!(value instanceof Dict) || !keys.every((key) => contains(value, key))) return undefined;
  const found: Py[] = keys.map((key): Py => getitem(value, key));
  if (!rest) return found;
  const left: Py = dict(value);
  for (const key of keys) delitem(left, key);
  return [...found, left];
}

/**
 * The attributes of an instance for a pattern `C(a, name=b)`.
 *
 * @param count how many positional sub-patterns there are: they mean the attributes that `C.__match_args__` names
 * @param names the attributes of the keyword sub-patterns
 * @returns the positional ones, then the named ones; `undefined` when the value is no instance or lacks one
 * @throws TypeError when the class takes fewer positional sub-patterns, or is no class
 *
 * @example
 * ```ts
 * matchClass("text", str, 1, []); // ["text"]
 * ```
 */
export function matchClass(value: Py, cls: Py, count: number, names: readonly string[]): Py[] | undefined {
  if (typeof cls !== "function") throw new TypeError("called match pattern must be a class");
  if (!isinstance(value, cls)) return undefined;
  const positional = positionalNames(cls, count);
  const found: Py[] = positional === undefined && count === 1 ? [value] : [];
  for (const name of [...(positional ?? []), ...names]) {
    const attribute: Py = getattr(value, name, missing);
    if (attribute === missing) return undefined;
    found.push(attribute);
  }
  return found;
}

const missing: Py = { missing: true };

/** The attributes that positional sub-patterns mean; `undefined` where the only one is the value itself. */
function positionalNames(cls: Py, count: number): readonly string[] | undefined {
  if (count === 0) return [];
  if (selfMatching.has(cls)) {
    if (count > 1) throw new TypeError(`${className(cls)}() accepts 1 positional sub-pattern (${count} given)`);
    return undefined;
  }
  const names: Py[] = getattr(cls, "__match_args__", []);
  if (count > names.length) {
    throw new TypeError(
      `${className(cls)}() accepts ${names.length} positional sub-pattern${names.length === 1 ? "" : "s"} (${count} given)`,
    );
  }
  return names.slice(0, count) as string[];
}
