import { identity } from "../identity.js";
import { eq } from "../operators/eq.js";
import { hash, unhashable } from "../operators/hash.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { Bytes } from "./bytes.js";
import { PyFloat } from "./py-float.js";
import { Tuple } from "./tuple.js";

/**
 * Gives equal keys one representative, so that a JavaScript `Map` can hold Python's keys.
 *
 * Strings, numbers and objects that are equal to themselves only represent themselves. `True` and `1.0` are represented by `1`. Tuples and bytes are found through a text
 * that is the same for equal ones; objects with `__hash__` through their hash and `==`. The representative of the latter two is the key that came first.
 */
export class KeyTable {
  #texts: Map<string, Py> | undefined;
  #buckets: Map<Py, Py[]> | undefined;

  /** The representative of a key if there is one that is in the table, or that needs no table; else `undefined`. */
  find(key: Py): Py {
    if (typeof key === "string" || typeof key === "number") return key;
    const simple = simpleKey(key);
    if (simple !== undefined) return simple;
    const text = keyText(key);
    if (text !== undefined) return this.#texts?.get(text);
    const bucket = this.#buckets?.get(hash(key));
    return bucket?.find((other) => other === key || truth(eq(other, key)));
  }

  /** The representative of a key that is put into the map. */
  claim(key: Py): Py {
    if (typeof key === "string" || typeof key === "number") return key;
    const simple = simpleKey(key);
    if (simple !== undefined) return simple;
    const text = keyText(key);
    if (text !== undefined) {
      this.#texts ??= new Map();
      const first = this.#texts.get(text);
      if (first !== undefined) return first;
      this.#texts.set(text, key);
      return key;
    }
    this.#buckets ??= new Map<Py, Py[]>();
    const code = hash(key);
    const bucket = this.#buckets.get(code);
    if (bucket === undefined) {
      this.#buckets.set(code, [key]);
      return key;
    }
    const first: Py = bucket.find((other) => other === key || truth(eq(other, key)));
    if (first !== undefined) return first;
    bucket.push(key);
    return key;
  }

  /** Forgets a representative whose key has left the map. */
  release(representative: Py): void {
    if (typeof representative !== "object" || representative === null) return;
    const text = keyText(representative);
    if (text !== undefined) {
      this.#texts?.delete(text);
      return;
    }
    if (this.#buckets === undefined || simpleKey(representative) !== undefined) return;
    const code = hash(representative);
    const bucket = this.#buckets.get(code);
    if (bucket === undefined) return;
    if (bucket.length === 1) this.#buckets.delete(code);
    else bucket.splice(bucket.indexOf(representative), 1);
  }

  /** Forgets everything. */
  clear(): void {
    this.#texts = undefined;
    this.#buckets = undefined;
  }
}

/** The representative of a key that needs no table; `undefined` for tuples, bytes and objects with a hash of their own. */
function simpleKey(key: Py): Py {
  switch (typeof key) {
    case "boolean":
      return key ? 1 : 0;
    case "object":
      if (key === null) return key;
      if (key instanceof PyFloat) return Number.isSafeInteger(key.value) ? key.value + 0 : BigInt(key.value);
      if (Array.isArray(key)) {
        if (key instanceof Tuple) return undefined;
        throw unhashable(key);
      }
      if (key.__hash__ === undefined) return key instanceof Bytes ? undefined : key;
      if (key.__hash__ === null) throw unhashable(key);
      return undefined;
    case "function":
      return key.$self === undefined ? key : undefined;
    default:
      return key;
  }
}

/** A text that equal tuples and bytes share and unequal ones do not; `undefined` where an item has a hash of its own. */
function keyText(key: Py): string | undefined {
  if (Array.isArray(key)) {
    if (!(key instanceof Tuple)) throw unhashable(key);
    let text = "(";
    for (const item of key) {
      const part = itemText(item);
      if (part === undefined) return undefined;
      text += `${part},`;
    }
    return `${text})`;
  }
  return key instanceof Bytes ? `b${key.join()}` : undefined;
}

function itemText(item: Py): string | undefined {
  switch (typeof item) {
    case "string":
      return `s${item.length}:${item}`;
    case "number":
    case "bigint":
      return String(item);
    case "boolean":
      return item ? "1" : "0";
    case "object":
      if (item === null) return "n";
      if (item instanceof PyFloat) return String(Number.isSafeInteger(item.value) ? item.value + 0 : BigInt(item.value));
      if (Array.isArray(item) || item instanceof Bytes) return keyText(item);
      if (item.__hash__ === null) throw unhashable(item);
      return item.__hash__ === undefined ? `o${identity(item)}` : undefined;
    default:
      return typeof item === "function" && item.$self !== undefined ? undefined : `o${identity(item)}`;
  }
}
