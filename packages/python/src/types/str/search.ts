import { TypeError, ValueError } from "../../exceptions/builtin-exceptions.js";
import type { Py } from "../../py.js";
import { resolveSlice, slice } from "../slice.js";
import { Tuple } from "../tuple.js";
import { typeName } from "../type-name.js";
import { pointOffset, textLength, unitOffset } from "./code-points.js";

/** The part of a string that a search looks at, in code units. */
interface Window {
  readonly start: number;
  readonly stop: number;
  /** The start lies behind the end, so that not even an empty string is found. */
  readonly empty: boolean;
}

function windowOf(text: string, start: Py, stop: Py): Window {
  if ((start === undefined || start === null) && (stop === undefined || stop === null))
    return { start: 0, stop: text.length, empty: false };
  const length = textLength(text);
  const positions = resolveSlice(slice(start ?? null, stop ?? null), length);
  const beyond = typeof start === "number" && start > length;
  return {
    start: unitOffset(text, positions.start),
    stop: unitOffset(text, positions.stop),
    empty: beyond || positions.start > positions.stop,
  };
}

function needText(name: string, value: Py): asserts value is string {
  if (typeof value !== "string") throw new TypeError(`${name} argument 1 must be str, not ${typeName(value)}`);
}

/** Python's `str.find`: the position of `sub`, or -1. */
export function find(text: string, sub: Py, start?: Py, stop?: Py): number {
  needText("find()", sub);
  const window = windowOf(text, start, stop);
  if (window.empty) return -1;
  const at = text.indexOf(sub, window.start);
  return at < 0 || at + sub.length > window.stop ? -1 : pointOffset(text, at);
}

/** Python's `str.rfind`: the last position of `sub`, or -1. */
export function rfind(text: string, sub: Py, start?: Py, stop?: Py): number {
  needText("rfind()", sub);
  const window = windowOf(text, start, stop);
  if (window.empty || window.stop - sub.length < window.start) return -1;
  const at = text.lastIndexOf(sub, window.stop - sub.length);
  return at < window.start ? -1 : pointOffset(text, at);
}

/** Python's `str.index`: as {@link find}, but a missing `sub` is a ValueError. */
export function index(text: string, sub: Py, start?: Py, stop?: Py): number {
  const at = find(text, sub, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}

/** Python's `str.rindex`. */
export function rindex(text: string, sub: Py, start?: Py, stop?: Py): number {
  const at = rfind(text, sub, start, stop);
  if (at < 0) throw new ValueError("substring not found");
  return at;
}

/** Python's `str.count`: how often `sub` occurs without overlap. */
export function count(text: string, sub: Py, start?: Py, stop?: Py): number {
  needText("count()", sub);
  const window = windowOf(text, start, stop);
  if (window.empty) return 0;
  const part = text.slice(window.start, window.stop);
  return sub === "" ? textLength(part) + 1 : part.split(sub).length - 1;
}

/** Python's `str.startswith`; `prefix` may be a tuple. */
export function startswith(text: string, prefix: Py, start?: Py, stop?: Py): boolean {
  const window = windowOf(text, start, stop);
  const part = text.slice(window.start, window.stop);
  return anyOf("startswith", prefix, (each) => !window.empty && part.startsWith(each));
}

/** Python's `str.endswith`; `suffix` may be a tuple. */
export function endswith(text: string, suffix: Py, start?: Py, stop?: Py): boolean {
  const window = windowOf(text, start, stop);
  const part = text.slice(window.start, window.stop);
  return anyOf("endswith", suffix, (each) => !window.empty && part.endsWith(each));
}

function anyOf(name: string, affix: Py, test: (affix: string) => boolean): boolean {
  if (affix instanceof Tuple) {
    return affix.some((each: Py) => {
      if (typeof each !== "string") throw new TypeError(`tuple for ${name} must only contain str, not ${typeName(each)}`);
      return test(each);
    });
  }
  if (typeof affix !== "string") throw new TypeError(`${name} first arg must be str or a tuple of str, not ${typeName(affix)}`);
  return test(affix);
}
