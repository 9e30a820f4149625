import { nativeDef } from "../calls/def.js";
import { className, moduleName } from "../class-name.js";
import { RecursionError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { texts } from "../exceptions/texts.js";
import { identity } from "../identity.js";
import type { Py } from "../py.js";
import { PyFloat } from "../types/py-float.js";
import { Tuple } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import { floatRepr } from "./float-repr.js";
import { asciiOnly, strRepr } from "./str-repr.js";

/** Containers whose repr is being made: one that holds itself is shown as `[...]`. */
const open: object[] = [];

/**
 * Python's `repr(value)`.
 *
 * @example
 * ```ts
 * repr([1, F(2), "x", null]); // "[1, 2.0, 'x', None]"
 * ```
 */
export function repr(value: Py): string {
  switch (typeof value) {
    case "string":
      return strRepr(value);
    case "number":
      return Number.isInteger(value) ? String(value) : floatRepr(value);
    case "bigint":
      return bigRepr(value);
    case "boolean":
      return value ? "True" : "False";
    case "function":
      return functionRepr(value);
    case "object":
      return value === null ? "None" : objectRepr(value);
    default:
      return `<JavaScript ${typeof value}>`;
  }
}

texts.repr = repr;

/** CPython refuses to write ints of more than 4300 digits, since that takes long there. */
function bigRepr(value: bigint): string {
  const text = String(value);
  if (text.length > 4300 && text.length - (value < 0n ? 1 : 0) > 4300) {
    throw new ValueError(
      "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit",
    );
  }
  return text;
}

/** Python's `ascii(value)`: the repr with everything beyond ASCII escaped. */
export function ascii(value: Py): string {
  return asciiOnly(repr(value));
}

/** The repr of a container; `cut` stands for the container inside of itself. */
export function containerRepr(container: object, cut: string, inner: () => string): string {
  if (open.includes(container)) return cut;
  if (open.length > 1000) throw new RecursionError("maximum recursion depth exceeded while getting the repr of an object");
  open.push(container);
  try {
    return inner();
  } finally {
    open.pop();
  }
}

/** The items of a sequence as its repr shows them. */
export function itemsRepr(items: Iterable<Py>): string {
  const parts: string[] = [];
  for (const item of items) parts.push(repr(item));
  return parts.join(", ");
}

/** What an object without a repr of its own shows: `<__main__.C object at 0x...>`. */
export function defaultRepr(value: Py): string {
  const module = moduleName(value.constructor);
  const prefix = module === "builtins" ? "" : `${module}.`;
  return `<${prefix}${className(value.constructor)} object at ${address(value)}>`;
}

/** An address as CPython shows one: distinct for distinct objects. */
export function address(value: Py): string {
  return `0x${(0x7f0000000000 + identity(value) * 16).toString(16).padStart(12, "0")}`;
}

function objectRepr(value: Py): string {
  if (Array.isArray(value)) {
    if (value instanceof Tuple) {
      if (typeof (value as Py).__repr__ === "function") return (value as Py).__repr__() as string;
      return containerRepr(value, "(...)", () => (value.length === 1 ? `(${repr(value[0])},)` : `(${itemsRepr(value)})`));
    }
    return containerRepr(value, "[...]", () => `[${itemsRepr(value)}]`);
  }
  if (value instanceof PyFloat) return floatRepr(value.value);
  if (typeof value.__repr__ === "function") {
    const text: Py = value.__repr__();
    if (typeof text !== "string") throw new TypeError(`__repr__ returned non-string (type ${typeName(text)})`);
    return text;
  }
  if (typeof value.$type === "string" && value.$function !== undefined) {
    const f: Py = value.$function;
    return `<${value.$type as string} object ${(f.$qualname as string | undefined) ?? className(f)} at ${address(value)}>`;
  }
  return value.constructor?.$class === true ? defaultRepr(value) : `<${typeName(value)} object at ${address(value)}>`;
}

function functionRepr(value: Py): string {
  const name = className(value);
  if (value.$class === true || value.$builtin === true) {
    const module = moduleName(value);
    return `<class '${module === "builtins" ? "" : `${module}.`}${name}'>`;
  }
  if (value.$self !== undefined) {
    if (value.$native === true) return `<built-in method ${name} of ${typeName(value.$self)} object at ${address(value.$self)}>`;
    return `<bound method ${(value.$qualname as string | undefined) ?? name} of ${repr(value.$self)}>`;
  }
  return value.$native === true
    ? `<built-in function ${name}>`
    : `<function ${(value.$qualname as string | undefined) ?? name} at ${address(value)}>`;
}

nativeDef(repr, "repr", "(obj, /)");
nativeDef(ascii, "ascii", "(obj, /)");
