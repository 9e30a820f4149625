/**
 * Values as JSON, for a console that is on the other side of a connection: `decodeValues` makes of them what Node's console
 * shows as it would have shown the originals.
 *
 * Strings, finite numbers, booleans and null are themselves; everything else is an array that begins with its kind. An object
 * has a number, by which it is meant when it comes again.
 */

/** Deeper than any console shows, unless it is asked to. */
const DEPTH = 8;
/** One more than a console shows. */
const ITEMS = 101;

/** @returns {unknown[]} */
export function encodeValues(values) {
  const numbers = new Map();
  return values.map((value) => encode(value, 0, numbers));
}

function encode(value, depth, numbers) {
  switch (typeof value) {
    case "string":
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value : ["number", Object.is(value, -0) ? "-0" : String(value)];
    case "bigint":
      return ["bigint", String(value)];
    case "symbol":
      return ["symbol", value.description ?? null];
    case "undefined":
      return ["undefined"];
    default:
      return value === null ? null : encodeObject(value, depth, numbers);
  }
}

function encodeObject(value, depth, numbers) {
  const known = numbers.get(value);
  if (known !== undefined) return ["again", known];
  const number = numbers.size;
  numbers.set(value, number);
  const inner = (member) => encode(member, depth + 1, numbers);
  const name = nameOf(value);
  const deep = depth >= DEPTH;
  const properties = (skip) => (deep ? [] : encodeProperties(value, skip, inner));
  if (typeof value === "function")
    return ["function", number, value.name, /^class\b/.test(Function.prototype.toString.call(value)), properties()];
  if (value instanceof Error) {
    const cause = Object.hasOwn(value, "cause") ? [inner(value.cause)] : [];
    return ["error", number, name ?? "Error", String(value.name), String(value.message), String(value.stack ?? value), cause, properties()];
  }
  if (value instanceof Date) return ["date", number, value.getTime()];
  if (value instanceof RegExp) return ["regexp", number, value.source, value.flags];
  if (value instanceof Promise) return ["unknown", number, "Promise", "<pending>"];
  if (value instanceof WeakMap || value instanceof WeakSet) return ["unknown", number, name, "<items unknown>"];
  if (Array.isArray(value)) {
    const items = deep ? [] : Array.from({ length: Math.min(value.length, ITEMS) }, (_, i) => (i in value ? inner(value[i]) : ["hole"]));
    return ["array", number, name, value.length, items, properties((key) => /^\d+$/.test(key))];
  }
  if (value instanceof Map)
    return ["map", number, name, deep ? [] : [...value].map(([key, member]) => [inner(key), inner(member)]), properties()];
  if (value instanceof Set) return ["set", number, name, deep ? [] : [...value].map(inner), properties()];
  if (ArrayBuffer.isView(value) && "length" in value)
    return ["numbers", number, name, [...value].map((member) => (Object.is(member, -0) ? "-0" : String(member)))];
  const tag = Object.hasOwn(value, Symbol.toStringTag) ? undefined : value[Symbol.toStringTag];
  return ["object", number, name, typeof tag === "string" && tag !== "" && tag !== name ? tag : null, properties()];
}

/** The own properties that a console shows: the enumerable ones. An accessor is not called. */
function encodeProperties(value, skip = () => false, inner) {
  const entries = [];
  for (const key of Reflect.ownKeys(value)) {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    if (!property?.enumerable || (typeof key === "string" && skip(key))) continue;
    const shown = "value" in property ? inner(property.value) : ["accessor", property.get !== undefined, property.set !== undefined];
    entries.push([typeof key === "symbol" ? ["symbol", key.description ?? null] : key, shown]);
  }
  return entries;
}

/** The name of the class; null for what has no prototype. */
function nameOf(value) {
  for (let at = value; at !== null; at = Object.getPrototypeOf(at)) {
    const constructor = Reflect.getOwnPropertyDescriptor(at, "constructor")?.value;
    if (typeof constructor === "function" && constructor.name !== "") return constructor.name;
  }
  return null;
}
