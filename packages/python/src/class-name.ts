import type { Py } from "./py.js";

/** Python's name of a class or function object: what `__name__` gives. */
export function className(object: Py): string {
  if (Object.hasOwn(object as object, "$name")) return (object as { readonly $name: string }).$name;
  return (object as { readonly name: string }).name;
}

/** Python's name of the module of a class; `__main__` for classes of a program. */
export function moduleName(object: Py): string {
  return (object as { readonly $module?: string }).$module ?? "__main__";
}

/** A class's name as reports show it: with its module, unless it is built in or the program's own. */
export function qualifiedName(object: Py): string {
  const module = moduleName(object);
  return module === "__main__" || module === "builtins" ? className(object) : `${module}.${className(object)}`;
}
