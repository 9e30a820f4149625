import { AttributeError } from "../exceptions/builtin-exceptions.js";
import { attributeName, propertyName } from "../names.js";
import { identity } from "../identity.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { defaultRepr } from "../text/repr.js";
import { boundMethod } from "./bound-method.js";

/**
 * `super()` of a method of class `cls`, for names that are not known to be in the base: `invoke(superOf(C, this), "m", a)`.
 *
 * `self` is an instance, or the class itself in a class method.
 */
export function superOf(cls: Py, self: Py): Py {
  const base: Py = Object.getPrototypeOf(cls);
  const home: Py = typeof self === "function" ? base : base.prototype;
  return new Proxy(Object.create(null) as object, {
    get(_target, property) {
      if (typeof property === "symbol") return undefined;
      if (property.startsWith("$")) return property === "$type" ? "super" : undefined;
      const value: Py = Reflect.get(home as object, propertyName(property), self);
      if (typeof value !== "function" || value.$class === true) return value ?? defaultOf(property, self);
      return boundMethod(value, self);
    },
    has: (_target, property) => typeof property === "string" && propertyName(property) in home,
    getPrototypeOf: () => null,
  });
}

/** What `object` has for every class, so that it can be called on. */
function defaultOf(property: string, self: Py): Py {
  const name = attributeName(property);
  switch (name) {
    case "__init__":
    case "__init_subclass__":
      return (): null => null;
    case "__setattr__":
      return (attribute: string, value: Py): null => {
        Reflect.set(self as object, propertyName(attribute), value);
        return null;
      };
    case "__eq__":
      return (other: Py): Py => (self === other ? true : NotImplemented);
    case "__hash__":
      return (): number => identity(self) * 16;
    case "__repr__":
    case "__str__":
      return (): string => defaultRepr(self);
    case "constructor":
      return undefined;
    default:
      throw new AttributeError(`'super' object has no attribute '${name}'`);
  }
}
