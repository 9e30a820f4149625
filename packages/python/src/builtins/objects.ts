import { nativeDef } from "../calls/def.js";
import { callable } from "../calls/call.js";
import { lineageOf } from "../calls/getattr.js";
import { identity } from "../identity.js";
import { attributeName } from "../names.js";
import type { Py } from "../py.js";
import { methodsOf } from "../types/methods-of.js";

/** Python's `id(obj)`: a number that the object has for itself. */
export function id(obj: Py): number {
  return identity(obj);
}

/** Python's `dir(obj)`: the names of its attributes, those with a leading underscore left out. */
export function dir(obj: Py): string[] {
  const names = new Set<string>();
  const methods = methodsOf(obj);
  if (methods !== undefined) for (const name of Object.keys(methods)) names.add(name);
  else if (obj !== null && (typeof obj === "object" || typeof obj === "function")) {
    for (const name of Object.keys(obj as object)) names.add(name);
    const cls: Py = typeof obj === "function" ? obj : obj.constructor;
    if (cls?.$class === true)
      for (const base of lineageOf(cls)) for (const name of Object.getOwnPropertyNames(base.prototype as object)) names.add(name);
  }
  return [...names]
    .filter((name) => !/^[_$]|^constructor$|^toString$/.test(name))
    .map(attributeName)
    .sort();
}

nativeDef(id, "id", "(obj, /)");
nativeDef(dir, "dir", "(obj=, /)");
nativeDef(callable, "callable", "(obj, /)");
