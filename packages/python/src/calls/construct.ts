import { className } from "../class-name.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { bind } from "./bind.js";
import type { Marked } from "./def.js";

/**
 * Makes an instance of a class, binding the arguments by the signature of its `__init__`.
 *
 * A class of this package that is constructed without `__init__` carries the signature itself.
 */
export function construct(cls: Py, args: readonly Py[], kw?: Readonly<Record<string, Py>>): Py {
  if (cls.$abstract !== undefined) checkAbstract(cls);
  const init: Marked | undefined = cls.prototype.__init__;
  const signature =
    (Object.hasOwn(cls as object, "$signature") ? (cls as Marked).$signature : undefined) ?? init?.$signature ?? (cls as Marked).$signature;
  if (signature === undefined) {
    if (kw !== undefined && Object.keys(kw).length > 0) throw new TypeError(`${className(cls)}() takes no keyword arguments`);
    return new cls(...args);
  }
  if (kw === undefined && signature.simple && args.length >= signature.required && args.length <= signature.positional.length)
    return new cls(...args);
  const qualname = init?.$qualname ?? `${className(cls)}.__init__`;
  return new cls(...bind(signature, { name: qualname, receiver: 1, native: init?.$signature === undefined }, args, kw));
}

/** Refuses to make an instance of a class with abstract methods. */
function checkAbstract(cls: Py): void {
  const missing = [...(cls.$abstract as Set<string>)].filter((name) => cls.prototype[name]?.$abstractMethod === true).sort();
  if (missing.length === 0) return;
  const names = missing.map((name) => `'${name}'`).join(", ");
  throw new TypeError(
    `Can't instantiate abstract class ${className(cls)} without an implementation for abstract method${missing.length === 1 ? "" : "s"} ${names}`,
  );
}
