import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo } from "./function-info.js";

/**
 * What is proven about a Python value.
 *
 * `never` is the start of the search (no value seen yet), `unknown` its end (anything). Types of elements are not followed:
 * a list is shared too easily for that to be proven.
 */
export type PyType =
  | { readonly kind: Simple }
  | { readonly kind: "tuple"; readonly items: readonly PyType[] | undefined }
  /** An iterable, not further known, whose items are tuples of this length: `d.items()`, `enumerate(xs)`. */
  | { readonly kind: "rows"; readonly width: number; readonly temporary: boolean }
  | { readonly kind: "instance"; readonly info: ClassInfo }
  | { readonly kind: "class"; readonly info: ClassInfo }
  | { readonly kind: "function"; readonly info: FunctionInfo }
  | { readonly kind: "method"; readonly info: FunctionInfo }
  | { readonly kind: "coroutine"; readonly result: PyType }
  /** An object of a library class, such as `asyncio.Queue`. */
  | { readonly kind: "library"; readonly name: string }
  /** A built-in exception. */
  | { readonly kind: "exception"; readonly name: string }
  /** A built-in exception class. */
  | { readonly kind: "exceptionClass"; readonly name: string }
  | { readonly kind: "module"; readonly name: string }
  /** A name of a module: a function, a class or a constant. */
  | { readonly kind: "member"; readonly module: string; readonly name: string }
  | { readonly kind: "builtin"; readonly name: string };

type Simple =
  | "never"
  | "unknown"
  | "none"
  | "bool"
  | "int"
  | "float"
  | "str"
  | "bytes"
  | "list"
  | "dict"
  | "set"
  | "range"
  | "generator"
  | "asyncGenerator"
  | "super";

const simple = new Map<string, PyType>();

/** A type that has no parts; always the same object. */
export function simpleType(kind: Simple): PyType {
  let type = simple.get(kind);
  if (type === undefined) {
    type = { kind };
    simple.set(kind, type);
  }
  return type;
}

export const unknown: PyType = simpleType("unknown");
export const never: PyType = simpleType("never");
export const none: PyType = simpleType("none");

/** Whether two types say the same. */
export function sameType(a: PyType, b: PyType): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  switch (a.kind) {
    case "tuple":
      return sameItems(a.items, (b as typeof a).items);
    case "rows":
      return a.width === (b as typeof a).width && a.temporary === (b as typeof a).temporary;
    case "instance":
    case "class":
    case "function":
    case "method":
      return a.info === (b as typeof a).info;
    case "coroutine":
      return sameType(a.result, (b as typeof a).result);
    case "library":
    case "exception":
    case "exceptionClass":
    case "module":
    case "builtin":
      return a.name === (b as typeof a).name;
    case "member":
      return a.name === (b as typeof a).name && a.module === (b as typeof a).module;
    default:
      return true;
  }
}

function sameItems(a: readonly PyType[] | undefined, b: readonly PyType[] | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.length === b.length && a.every((item, index) => sameType(item, b[index] ?? unknown));
}

/** The least that holds for values of both types. */
export function joinTypes(a: PyType, b: PyType): PyType {
  if (a.kind === "never") return b;
  if (b.kind === "never") return a;
  if (sameType(a, b)) return a;
  if (a.kind === "tuple" && b.kind === "tuple") {
    const [left, right] = [a.items, b.items];
    if (left === undefined || left.length !== right?.length) return { kind: "tuple", items: undefined };
    return { kind: "tuple", items: left.map((item, index) => joinTypes(item, right[index] ?? unknown)) };
  }
  if (a.kind === "coroutine" && b.kind === "coroutine") return { kind: "coroutine", result: joinTypes(a.result, b.result) };
  if (a.kind === "instance" && b.kind === "instance") {
    const common = a.info.lineage.find((info) => b.info.lineage.includes(info));
    return common === undefined ? unknown : { kind: "instance", info: common };
  }
  return unknown;
}

/** A bound on the size of a type, so that the search ends: deep tuples and coroutines are cut off. */
export function boundType(type: PyType, depth = 3): PyType {
  if (type.kind === "tuple" && type.items !== undefined) {
    return depth === 0
      ? { kind: "tuple", items: undefined }
      : { kind: "tuple", items: type.items.map((item) => boundType(item, depth - 1)) };
  }
  if (type.kind === "coroutine") return { kind: "coroutine", result: depth === 0 ? unknown : boundType(type.result, depth - 1) };
  return type;
}

/** The type that a table of the library names: `int`, `asyncio.Task`, `rows:2`, `None`. */
export function typeNamed(name: string): PyType {
  switch (name) {
    case "none":
    case "bool":
    case "int":
    case "float":
    case "str":
    case "bytes":
    case "list":
    case "dict":
    case "set":
    case "range":
    case "never":
      return simpleType(name);
    case "tuple":
      return { kind: "tuple", items: undefined };
    case "rows":
      return { kind: "rows", width: 2, temporary: true };
    default:
      return name.includes(".") ? { kind: "library", name } : unknown;
  }
}

/** Numbers, strings and the like: operators on them cannot run code of the program. */
export function isPlainValue(type: PyType): boolean {
  return ["none", "bool", "int", "float", "str", "bytes"].includes(type.kind);
}

/** bool, int and float. */
export function isNumber(type: PyType): boolean {
  return type.kind === "bool" || type.kind === "int" || type.kind === "float";
}
