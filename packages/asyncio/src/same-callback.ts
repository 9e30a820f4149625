import type { Py } from "@portalis/python";

/** Whether two values are the same callback. Reading a method twice gives two functions: they are equal when method and receiver are. */
export function sameCallback(a: Py, b: Py): boolean {
  if (a === b) return true;
  if (typeof a !== "function" || typeof b !== "function") return false;
  return a.$function !== undefined && a.$function === b.$function && a.$self === b.$self;
}
