import { nativeDef } from "./def.js";
import { className, moduleName } from "../class-name.js";
import { BaseException } from "../exceptions/base-exception.js";
import { AttributeError } from "../exceptions/builtin-exceptions.js";
import { propertyName } from "../names.js";
import type { Py } from "../py.js";
import { Dict } from "../types/dict.js";
import { methodsOf } from "../types/methods-of.js";
import { typeName } from "../types/type-name.js";
import { typeOf } from "../types/type-of.js";
import { tupleOf } from "../types/tuple.js";
import { boundMethod, boundNative, unboundMethod } from "./bound-method.js";

/**
 * Reads an attribute of any Python value: `o.name`, or `getattr(o, "name", fallback)`.
 *
 * Methods come bound to their receiver. `__getattr__` of the value's class is asked last.
 * @throws AttributeError when there is no such attribute and no fallback
 *
 * @example
 * ```ts
 * getattr("abc", "upper")(); // "ABC"
 * ```
 */
export function getattr(o: Py, name: string, fallback?: Py): Py {
  if (fallback === undefined) {
    const value = lookup(o, name);
    if (value === undefined) throw missingAttribute(o, name);
    return value;
  }
  try {
    return lookup(o, name) ?? fallback;
  } catch (error) {
    if (error instanceof AttributeError) return fallback;
    throw error;
  }
}

/** Whether a value has an attribute. */
export function hasattr(o: Py, name: string): boolean {
  try {
    return lookup(o, name) !== undefined;
  } catch (error) {
    if (error instanceof AttributeError) return false;
    throw error;
  }
}

/** What CPython raises for an attribute that is not there. */
export function missingAttribute(o: Py, name: string): AttributeError {
  const owner =
    typeof o === "function" && (o.$class === true || o.$builtin === true)
      ? `type object '${className(o)}'`
      : isModule(o)
        ? `module '${(o.$module as string | undefined) ?? "?"}'`
        : `'${typeName(o)}' object`;
  const error = new AttributeError(`${owner} has no attribute '${name}'`);
  error.name = name;
  error["obj"] = o;
  return error;
}

/** The attribute or `undefined`. */
export function lookup(o: Py, name: string): Py {
  const methods = methodsOf(o);
  if (methods !== undefined) return lookupBuiltin(o, name, methods);
  if (typeof o === "function") return lookupFunction(o, name);
  if (o === null || typeof o !== "object") return name === "__class__" ? typeOf(o) : undefined;
  const key = propertyName(name);
  const value: Py = o[key];
  if (
    value === undefined ||
    (o instanceof BaseException && (key === "message" || key === "name" || key === "stack") && !Object.hasOwn(o, key))
  ) {
    return lookupSpecial(o, name);
  }
  if (typeof value === "function" && !Object.hasOwn(o as object, key) && value.$class !== true && !isModule(o)) {
    return isAccessor(o, key) || value.$static === true ? value : boundMethod(value, o);
  }
  return value;
}

function lookupBuiltin(o: Py, name: string, methods: Readonly<Record<string, Py>>): Py {
  const method = methods[name];
  if (method !== undefined) return boundNative(method, o, name);
  if (name === "__class__") return typeOf(o);
  const ofType: Py = typeOf(o).$statics?.[name];
  if (ofType !== undefined) return ofType;
  if (o !== null && typeof o === "object" && Object.hasOwn(o as object, name) && !Array.isArray(o)) return o[name];
  // Named tuples are tuples of a class of their own.
  if (Array.isArray(o) && o.constructor !== Array && name in o && !(name in Array.prototype)) {
    const value: Py = (o as Py)[name];
    return typeof value === "function" ? boundMethod(value, o) : value;
  }
  if (typeof o === "number" || typeof o === "bigint" || typeof o === "boolean" || typeof o.value === "number")
    return numberAttribute(o, name);
  return undefined;
}

function numberAttribute(o: Py, name: string): Py {
  const integral = typeof o !== "object" && (typeof o !== "number" || Number.isInteger(o));
  if (name === "real") return typeof o === "boolean" ? Number(o) : o;
  if (name === "imag" && integral) return 0;
  if (name === "numerator" && integral) return typeof o === "boolean" ? Number(o) : o;
  if (name === "denominator" && integral) return 1;
  return undefined;
}

function lookupSpecial(o: Py, name: string): Py {
  if (name === "__class__") return typeOf(o);
  if (name === "__dict__") return Dict.from(Object.entries(o as object).filter(([key]) => !key.startsWith("$")));
  if (name === "__doc__") return o.constructor === undefined ? null : lookupFunction(o.constructor, name);
  if (name === "__module__") return moduleName(o.constructor);
  const statics = o.constructor === undefined ? undefined : staticAttribute(o.constructor, name);
  if (statics !== undefined) return statics;
  const hook: Py = o.__getattr__;
  return typeof hook === "function" ? hook.call(o, name) : undefined;
}

function lookupFunction(f: Py, name: string): Py {
  switch (name) {
    case "__name__":
      return className(f);
    case "__qualname__":
      return f.$qualname ?? className(f);
    case "__module__":
      return moduleName(f);
    case "__doc__":
      return f.$attributes?.get(name) ?? (f.$class === true ? staticAttribute(f, name) : undefined) ?? null;
    case "__class__":
      return typeOf(f);
    case "__self__":
      return f.$self;
    case "__func__":
      return f.$function;
    case "__mro__":
      return f.$class === true ? tupleOf(lineageOf(f)) : undefined;
    case "__bases__":
      return f.$class === true ? tupleOf(lineageOf(f).slice(1, 2)) : undefined;
  }
  const attribute: Py = f.$attributes?.get(name);
  if (attribute !== undefined) return attribute;
  if (f.$class === true) return staticAttribute(f, name) ?? prototypeAttribute(f, name);
  if (f.$builtin === true) return f.$statics[name] ?? f.$methods[name] ?? typeMember(f, name);
  return undefined;
}

/** Members of built-in types whose instances are of a class of this package: `dict.get`, `set.add`. */
function typeMember(type: Py, name: string): Py {
  const method: Py = type.$instance?.prototype[propertyName(name)];
  return typeof method === "function" ? unboundMethod(method) : undefined;
}

/** Static members of the class or of its bases, JavaScript's own left out. */
function staticAttribute(cls: Py, name: string): Py {
  const key = propertyName(name);
  for (let owner: Py = cls; typeof owner === "function" && owner !== Function.prototype; owner = Object.getPrototypeOf(owner)) {
    if (!Object.hasOwn(owner as object, key)) continue;
    if (["name", "length", "prototype", "captureStackTrace", "stackTraceLimit"].includes(key) && owner.$attributeNames?.has(key) !== true)
      continue;
    const value: Py = Reflect.get(owner as object, key, cls);
    return typeof value === "function" && value.$kind === "class" ? boundMethod(value, cls) : value;
  }
  return undefined;
}

function prototypeAttribute(cls: Py, name: string): Py {
  const key = propertyName(name);
  if (isAccessor(cls.prototype, key)) return undefined;
  const value: Py = cls.prototype[key];
  if (value === undefined || value === null || typeof value !== "function") return undefined;
  return unboundMethod(value);
}

/** A class and its bases, `object` last. */
export function lineageOf(cls: Py): Py[] {
  const lineage: Py[] = [];
  for (let base: Py = cls; typeof base === "function" && base.$class === true; base = Object.getPrototypeOf(base)) lineage.push(base);
  return lineage;
}

function isAccessor(o: Py, key: string): boolean {
  for (let owner: Py = o; owner !== null && owner !== undefined; owner = Object.getPrototypeOf(owner)) {
    const descriptor = Object.getOwnPropertyDescriptor(owner as object, key);
    if (descriptor !== undefined) return descriptor.get !== undefined;
  }
  return false;
}

function isModule(o: Py): boolean {
  return typeof o === "object" && o !== null && (o[Symbol.toStringTag] === "Module" || Object.getPrototypeOf(o) === Object.prototype);
}

nativeDef(getattr, "getattr", "(object, name, default=, /)");
nativeDef(hasattr, "hasattr", "(obj, name, /)");
