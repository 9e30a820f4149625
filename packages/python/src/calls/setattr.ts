import { nativeDef } from "./def.js";
import { className } from "../class-name.js";
import { BaseException } from "../exceptions/base-exception.js";
import { AttributeError, TypeError } from "../exceptions/builtin-exceptions.js";
import { propertyName } from "../names.js";
import { PyObject } from "../object.js";
import type { Py } from "../py.js";
import { typeName } from "../types/type-name.js";
import { lookup, missingAttribute } from "./getattr.js";

/**
 * Writes an attribute: `o.name = value`. Setters of properties and `__setattr__` are respected.
 *
 * @throws AttributeError when the attribute cannot be written
 */
export function setattr(o: Py, name: string, value: Py): null {
  if (typeof o === "function") return setOnFunction(o, name, value);
  if (o === null || typeof o !== "object" || !hasAttributes(o)) {
    if (lookup(o, name) !== undefined) throw new AttributeError(`'${typeName(o)}' object attribute '${name}' is read-only`);
    throw new AttributeError(`'${typeName(o)}' object has no attribute '${name}' and no __dict__ for setting new attributes`);
  }
  if (typeof o.__setattr__ === "function") {
    o.__setattr__(name, value);
    return null;
  }
  return setOwn(o, name, value);
}

/** What `object.__setattr__` does: a property's setter, else the instance's own attribute. */
export function setOwn(o: Py, name: string, value: Py): null {
  const key = propertyName(name);
  const accessor = accessorOf(o, key);
  if (accessor !== undefined && accessor.set === undefined)
    throw new AttributeError(`property '${name}' of '${typeName(o)}' object has no setter`);
  if (!Reflect.set(o as object, key, value)) throw new AttributeError(`cannot assign to field '${name}'`);
  return null;
}

/**
 * Deletes an attribute: `del o.name`.
 *
 * @throws AttributeError when the instance has no such attribute of its own
 */
export function delattr(o: Py, name: string): null {
  const key = propertyName(name);
  if (typeof o === "object" && o !== null && typeof o.__delattr__ === "function") {
    o.__delattr__(name);
    return null;
  }
  if (typeof o === "function" && o.$attributes?.delete(name) === true) return null;
  if ((typeof o !== "object" && typeof o !== "function") || o === null || !Object.hasOwn(o as object, key)) throw missingAttribute(o, name);
  if (!Reflect.deleteProperty(o as object, key)) throw new AttributeError(name);
  return null;
}

function setOnFunction(f: Py, name: string, value: Py): null {
  if (f.$builtin === true || (f.$class === true && f.$module === "builtins")) {
    throw new TypeError(`cannot set '${name}' attribute of immutable type '${className(f)}'`);
  }
  if (f.$class !== true) {
    if (name === "__name__" || name === "__qualname__") f[name === "__name__" ? "$name" : "$qualname"] = value;
    else (f.$attributes ??= new Map<string, Py>()).set(name, value);
    return null;
  }
  const key = propertyName(name);
  // A function put on a class is a method of its instances.
  if (typeof value === "function" && value.$class !== true && value.$self === undefined) {
    f.prototype[key] = function (this: Py, ...args: Py[]): Py {
      return value(this, ...args);
    };
    return null;
  }
  (f.$attributeNames ??= new Set<string>()).add(key);
  Object.defineProperty(f, key, { value, writable: true, configurable: true, enumerable: true });
  return null;
}

function hasAttributes(o: Py): boolean {
  return o instanceof PyObject || o instanceof BaseException || o.$open === true;
}

function accessorOf(o: Py, key: string): PropertyDescriptor | undefined {
  for (let owner: Py = o; owner !== null && owner !== undefined; owner = Object.getPrototypeOf(owner)) {
    const descriptor = Object.getOwnPropertyDescriptor(owner as object, key);
    if (descriptor !== undefined) return descriptor.get === undefined ? undefined : descriptor;
  }
  return undefined;
}

nativeDef(setattr, "setattr", "(obj, name, value, /)");
nativeDef(delattr, "delattr", "(obj, name, /)");
