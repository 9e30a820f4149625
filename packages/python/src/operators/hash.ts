import { nativeDef } from "../calls/def.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import { identity } from "../identity.js";
import type { Py } from "../py.js";
import { Bytes } from "../types/bytes.js";
import { type Int, PyFloat } from "../types/py-float.js";
import { Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { demote } from "./integers.js";

const PRIME = (1n << 61n) - 1n;
const MASK = (1n << 64n) - 1n;

/**
 * Python's `hash(value)`. Numbers and tuples of numbers have CPython's hashes (64 bit); strings have one of their own, the same in every run.
 *
 * @throws TypeError for lists, dicts, sets and instances that are not hashable
 */
export function hash(value: Py): Int {
  switch (typeof value) {
    case "number":
      return Number.isInteger(value) ? (value === -1 ? -2 : value) : hashFraction(value);
    case "string":
      return hashText(value);
    case "boolean":
      return value ? 1 : 0;
    case "bigint":
      return hashInteger(value);
    case "function":
      return value.$self === undefined ? identity(value) : identity(value.$self) ^ identity(value.$function);
    case "object":
      if (value === null) return 0xfca86420;
      return hashObject(value);
    default:
      return identity(value);
  }
}

/** The complaint about a key that cannot be one. */
export function unhashable(value: Py): TypeError {
  return new TypeError(`unhashable type: '${typeName(value)}'`);
}

function hashObject(value: Py): Int {
  if (value instanceof PyFloat) return hashInteger(BigInt(value.value));
  if (Array.isArray(value)) {
    if (value instanceof Tuple) return hashTuple(value);
    throw unhashable(value);
  }
  if (value instanceof Bytes) return hashText(String.fromCharCode(...value));
  const method: Py = value.__hash__;
  if (typeof method === "function") {
    const result: Py = method.call(value);
    if (typeof result === "boolean") return Number(result);
    if (typeof result === "bigint") return BigInt.asIntN(64, result) === result ? result : hashInteger(result);
    if (typeof result !== "number" || !Number.isInteger(result)) throw new TypeError("__hash__ method should return an integer");
    return result === -1 ? -2 : result;
  }
  if (method === null) throw unhashable(value);
  return identity(value) * 16;
}

function hashInteger(value: bigint): Int {
  const size = value < 0n ? -value : value;
  const rest = size % PRIME;
  const result = value < 0n ? -rest : rest;
  return result === -1n ? -2 : demote(result);
}

/** CPython's `_Py_HashDouble` for what is not an integer. */
function hashFraction(value: number): Int {
  if (Number.isNaN(value)) return 0;
  if (!Number.isFinite(value)) return value > 0 ? 314159 : -314159;
  let mantissa = Math.abs(value);
  let exponent = 0;
  while (mantissa >= 1) {
    mantissa /= 2;
    exponent += 1;
  }
  while (mantissa < 0.5) {
    mantissa *= 2;
    exponent -= 1;
  }
  let x = 0n;
  while (mantissa !== 0) {
    x = ((x << 28n) & PRIME) | (x >> 33n);
    mantissa *= 268435456;
    exponent -= 28;
    const part = Math.trunc(mantissa);
    mantissa -= part;
    x += BigInt(part);
    if (x >= PRIME) x -= PRIME;
  }
  const turn = BigInt(exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61));
  x = ((x << turn) & PRIME) | (x >> (61n - turn));
  const result = value < 0 ? -x : x;
  return result === -1n ? -2 : demote(result);
}

/** CPython's tuple hash, which follows xxHash. */
function hashTuple(items: Tuple): Int {
  let sum = 2870177450012600261n;
  for (const item of items) {
    sum = (sum + BigInt.asUintN(64, BigInt(hash(item))) * 14029467366897019727n) & MASK;
    sum = ((sum << 31n) | (sum >> 33n)) & MASK;
    sum = (sum * 11400714785074694791n) & MASK;
  }
  sum = (sum + (BigInt(items.length) ^ (2870177450012600261n ^ 3527539n))) & MASK;
  return sum === MASK ? 1546275796 : demote(BigInt.asIntN(64, sum));
}

function hashText(text: string): number {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low + text.charCodeAt(i), 0x85ebca6b) ^ (low >>> 13);
  }
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}

nativeDef(hash, "hash", "(obj, /)");
