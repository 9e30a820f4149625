import { IndexError, KeyError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { Dict } from "../types/dict.js";
import { iter } from "../iteration/iter.js";
import { badIndex, resolveSlice, Slice, sliceItems } from "../types/slice.js";
import { isBasic } from "../types/str/code-points.js";
import { Tuple, tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { smallIndexOf } from "./index-of.js";
import { intOf } from "./integers.js";

/**
 * Python's `container[key]`.
 *
 * @throws IndexError, KeyError, or TypeError with CPython's texts
 *
 * @example
 * ```ts
 * getitem([1, 2, 3], -1); // 3
 * ```
 */
export function getitem(container: Py, key: Py): Py {
  if (typeof key === "number" && Array.isArray(container)) {
    const value: Py = container[key < 0 ? key + container.length : key];
    if (value !== undefined) return value;
  } else if (container instanceof Dict) return container.__getitem__(key);
  return getSlowly(container, key);
}

function getSlowly(container: Py, key: Py): Py {
  if (Array.isArray(container)) {
    if (container instanceof Tuple && typeof (container as Py).__getitem__ === "function") return (container as Py).__getitem__(key);
    const kind = container instanceof Tuple ? "tuple" : "list";
    if (key instanceof Slice) {
      const items = sliceItems(container, key);
      return container instanceof Tuple ? tupleOf(items) : items;
    }
    const value: Py = container[position(key, container.length, kind)];
    if (value === undefined) throw new IndexError(`${kind} index out of range`);
    return value;
  }
  if (typeof container === "string") return getText(container, key);
  if (container instanceof Bytes) {
    if (key instanceof Slice) return container.$pick(sliceItems(container, key));
    const value = container[position(key, container.length, "byte")];
    if (value === undefined) throw new IndexError("index out of range");
    return value;
  }
  if (typeof container === "object" && container !== null && typeof container.__getitem__ === "function") return container.__getitem__(key);
  if (typeof container === "function") {
    // A generic such as `list[int]` or `Queue[str]` means its class at run time.
    if (container.$builtin === true) return container;
    if (container.$class === true) {
      if (container.$members instanceof Map) {
        const member: Py = container.$members.get(key);
        if (member === undefined) throw new KeyError(key);
        return member;
      }
      if (typeof container.__class_getitem__ === "function") return container.__class_getitem__(key);
      throw new TypeError(`type '${String(container.$name)}' is not subscriptable`);
    }
  }
  throw new TypeError(`'${typeName(container)}' object is not subscriptable`);
}

function getText(text: string, key: Py): string {
  if (key instanceof Slice) {
    if (isBasic(text)) {
      const { start, step, count } = resolveSlice(key, text.length);
      if (step === 1) return text.slice(start, start + count);
      let picked = "";
      for (let i = 0, at = start; i < count; i++, at += step) picked += text.charAt(at);
      return picked;
    }
    return sliceItems([...text], key).join("");
  }
  const chars = isBasic(text) ? text : [...text];
  const value = chars[position(key, chars.length, "string")];
  if (value === undefined) throw new IndexError("string index out of range");
  return value;
}

/** The position that an index means; outside of the sequence when there is none. */
function position(index: Py, length: number, kind: string): number {
  if (intOf(index) === undefined && typeof index?.__index__ !== "function") {
    if (kind === "string") throw new TypeError(`string indices must be integers, not '${typeName(index)}'`);
    throw badIndex(kind, index);
  }
  const at = smallIndexOf(index);
  return at < 0 ? at + length : at;
}

/**
 * Python's `container[key] = value`.
 *
 * @throws IndexError, or TypeError where items cannot be assigned
 */
export function setitem(container: Py, key: Py, value: Py): void {
  if (Array.isArray(container) && !(container instanceof Tuple)) {
    if (typeof key === "number" && Number.isInteger(key)) {
      const at = key < 0 ? key + container.length : key;
      if (at < 0 || at >= container.length) throw new IndexError("list assignment index out of range");
      container[at] = value;
    } else setInList(container, key, value);
  } else if (container instanceof Dict) container.__setitem__(key, value);
  else {
    if (typeof container !== "object" || container === null || typeof container.__setitem__ !== "function") {
      throw new TypeError(`'${typeName(container)}' object does not support item assignment`);
    }
    container.__setitem__(key, value);
  }
}

function setInList(list: Py[], key: Py, value: Py): void {
  if (!(key instanceof Slice)) {
    const at = position(key, list.length, "list");
    if (at < 0 || at >= list.length) throw new IndexError("list assignment index out of range");
    list[at] = value;
    return;
  }
  const { start, stop, step, count } = resolveSlice(key, list.length);
  if (typeof value !== "string" && (typeof value !== "object" || value === null)) {
    throw new TypeError("must assign iterable to extended slice");
  }
  const items = [...iter(value)];
  if (step === 1) {
    const tail = list.slice(Math.max(start, stop));
    list.length = start;
    for (const item of items) list.push(item);
    for (const item of tail) list.push(item);
    return;
  }
  if (items.length !== count) throw new ValueError(`attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  for (let i = 0, at = start; i < count; i++, at += step) list[at] = items[i];
}

/** Python's `del container[key]`. */
export function delitem(container: Py, key: Py): void {
  if (Array.isArray(container) && !(container instanceof Tuple)) {
    if (key instanceof Slice) {
      const { start, step, count } = resolveSlice(key, container.length);
      const gone = new Set<number>();
      for (let i = 0, at = start; i < count; i++, at += step) gone.add(at);
      const kept = container.filter((_, index) => !gone.has(index));
      container.length = 0;
      for (const item of kept) container.push(item);
      return;
    }
    const at = position(key, container.length, "list");
    if (at < 0 || at >= container.length) throw new IndexError("list assignment index out of range");
    container.splice(at, 1);
    return;
  }
  if (typeof container !== "object" || container === null || typeof container.__delitem__ !== "function") {
    throw new TypeError(`'${typeName(container)}' object doesn't support item deletion`);
  }
  container.__delitem__(key);
}
