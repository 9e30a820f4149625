import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";
import { bind } from "./bind.js";
import { construct } from "./construct.js";
import type { Marked } from "./def.js";

/**
 * Calls any Python value with positional arguments.
 *
 * @throws TypeError with CPython's text when the value cannot be called or the arguments do not fit
 *
 * @example
 * ```ts
 * call(str, 5); // "5"
 * ```
 */
export function call(f: Py, ...args: Py[]): Py {
  if (typeof f !== "function") return callObject(f, args, undefined);
  const { $signature } = f as Marked;
  if ($signature !== undefined && f.$class !== true) {
    if ($signature.simple && args.length >= $signature.required && args.length <= $signature.positional.length) return f(...args);
    return f(...bind($signature, bindingOf(f), args, undefined));
  }
  return callUnmarked(f, args, undefined);
}

/**
 * Calls any Python value with positional and keyword arguments; `args` may be the result of spreading, `kw` that of {@link kwargs}.
 *
 * @example
 * ```ts
 * callKw(int, ["ff"], { base: 16 }); // 255
 * ```
 */
export function callKw(f: Py, args: readonly Py[], kw: Readonly<Record<string, Py>>): Py {
  if (typeof f !== "function") return callObject(f, args, kw);
  const { $signature } = f as Marked;
  if ($signature !== undefined && f.$class !== true) return f(...bind($signature, bindingOf(f), args, kw));
  return callUnmarked(f, args, kw);
}

/** Calls a method found on an object, binding the arguments by its signature. */
export function callMethod(receiver: Py, method: Py, args: readonly Py[], kw: Readonly<Record<string, Py>> | undefined): Py {
  const { $signature } = method as Marked;
  if ($signature === undefined) {
    if (kw === undefined || Object.keys(kw).length === 0) return method.apply(receiver, args);
    return method.apply(receiver, [...args, kw]);
  }
  if (kw === undefined && $signature.simple && args.length >= $signature.required && args.length <= $signature.positional.length) {
    return method.apply(receiver, args);
  }
  return method.apply(receiver, bind($signature, bindingOf(method), args, kw));
}

/** What messages about a call to this function show. */
export function bindingOf(f: Py): { readonly name: string; readonly receiver: number; readonly native: boolean } {
  const { $qualname, $name, $receiver, $native } = f as Marked;
  return { name: $qualname ?? $name ?? (f.name as string), receiver: $receiver ?? 0, native: $native === true };
}

/** Whether a value can be called: what `callable` says. */
export function callable(value: Py): boolean {
  return typeof value === "function" || (typeof value === "object" && value !== null && typeof value.__call__ === "function");
}

function callUnmarked(f: Py, args: readonly Py[], kw: Readonly<Record<string, Py>> | undefined): Py {
  if (f.$class === true) return construct(f, args, kw);
  const hasKeywords = kw !== undefined && Object.keys(kw).length > 0;
  if (hasKeywords && f.$native !== true && f.$builtin !== true) {
    throw new TypeError(`${bindingOf(f).name}() got an unexpected keyword argument '${Object.keys(kw)[0]}'`);
  }
  if (args.length < (f.length as number) && f.$native !== true && f.$builtin !== true) {
    const missing = (f.length as number) - args.length;
    throw new TypeError(`${bindingOf(f).name || "<lambda>"}() missing ${missing} required positional argument${missing === 1 ? "" : "s"}`);
  }
  return hasKeywords ? f(...args, kw) : f(...args);
}

function callObject(f: Py, args: readonly Py[], kw: Readonly<Record<string, Py>> | undefined): Py {
  const method: Py = typeof f === "object" && f !== null ? f.__call__ : undefined;
  if (typeof method !== "function") throw new TypeError(`'${typeName(f)}' object is not callable`);
  return callMethod(f, method, args, kw);
}
