import type { Py } from "@portalis/python";

/**
 * Splits the keyword arguments off: what is keyword-only in Python comes as one plain object at the end. No Python value is a plain object.
 */
export function splitOptions(args: readonly Py[]): { readonly args: readonly Py[]; readonly options: Readonly<Record<string, Py>> } {
  const last: Py = args.at(-1);
  if (typeof last !== "object" || last === null || Object.getPrototypeOf(last) !== Object.prototype) return { args, options: {} };
  return { args: args.slice(0, -1), options: last as Record<string, Py> };
}
