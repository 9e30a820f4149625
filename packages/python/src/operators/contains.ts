import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { typeName } from "../types/type-name.js";
import { intOf } from "./integers.js";
import { same } from "./eq.js";
import { truth } from "./truth.js";

/**
 * Python's `item in container`.
 *
 * @example
 * ```ts
 * contains("banana", "nan"); // true
 * ```
 */
export function contains(container: Py, item: Py): boolean {
  if (Array.isArray(container)) {
    for (const each of container) if (same(each, item)) return true;
    return false;
  }
  if (typeof container === "string") {
    if (typeof item !== "string") throw new TypeError(`'in <string>' requires string as left operand, not ${typeName(item)}`);
    return container.includes(item);
  }
  if (container instanceof Bytes) {
    if (item instanceof Bytes) return container.$find(item, 0, container.length) >= 0;
    const byte = intOf(item);
    if (byte === undefined) throw new TypeError(`a bytes-like object is required, not '${typeName(item)}'`);
    if (byte < 0 || byte > 255) throw new ValueError("byte must be in range(0, 256)");
    return container.includes(Number(byte));
  }
  if (typeof container === "object" && container !== null) {
    if (typeof container.__contains__ === "function") return truth(container.__contains__(item));
    if (
      typeof container.__iter__ === "function" ||
      typeof container.__getitem__ === "function" ||
      typeof container[Symbol.iterator] === "function"
    ) {
      for (const each of iter(container)) if (same(each, item)) return true;
      return false;
    }
  }
  if (typeof container === "function" && container.$members instanceof Map) {
    return [...(container.$members as Map<string, Py>).values()].some((member: Py) => member === item || same(member.value, item));
  }
  throw new TypeError(`argument of type '${typeName(container)}' is not iterable`);
}
