import { call, callMethod } from "../calls/call.js";
import { def } from "../calls/def.js";
import { className } from "../class-name.js";
import { AttributeError, TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { attributeName, propertyName } from "../names.js";
import { eq } from "../operators/eq.js";
import { hash } from "../operators/hash.js";
import { ge, gt, le, lt } from "../operators/compare.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { containerRepr, repr } from "../text/repr.js";
import { tupleOf } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import type { Field } from "./field.js";

/** Options of the `dataclass` decorator. */
export interface DataclassOptions {
  readonly init?: boolean;
  readonly repr?: boolean;
  readonly eq?: boolean;
  readonly order?: boolean;
  readonly unsafe_hash?: boolean;
  readonly frozen?: boolean;
  readonly match_args?: boolean;
  readonly kw_only?: boolean;
  readonly slots?: boolean;
}

/** Raised by an assignment to a field of a frozen dataclass. */
export class FrozenInstanceError extends AttributeError {
  static override $name = "FrozenInstanceError";
  static override $module = "dataclasses";
}

/**
 * Makes a class a dataclass, after `classDef`: `__init__`, `__repr__`, `__eq__` and, by its options, ordering, hashing and frozen fields. What the class defines itself stays.
 *
 * @throws TypeError where CPython's decorator does: a field without default after one with, options that contradict what the class defines
 *
 * @example
 * ```ts
 * class Point extends PyObject {}
 * classDef(Point, "Point");
 * dataclassDef(Point, [field("x"), field("y", { default: 0 })]);
 * repr(new Point(1)); // "Point(x=1, y=0)"
 * ```
 */
export function dataclassDef<C>(cls: C, own: readonly Field[], options: DataclassOptions = {}): C {
  const owner = cls as Py;
  const fields = allFields(
    owner,
    own.map((each) => (options.kw_only === true && each.kw_only === undefined ? { ...each, kw_only: true } : each)),
  );
  define(owner, "$fields", fields);
  define(owner, "$frozen", options.frozen === true);
  for (const each of own) if (each.default !== undefined) define(owner, propertyName(each.name), each.default, true);
  const { prototype } = owner;
  const add = (name: string, method: Py, signature: string): void => {
    if (Object.hasOwn(prototype as object, name)) return;
    def(method, `${className(owner)}.${name}`, signature);
    method.$receiver = 1;
    define(prototype, name, method);
  };
  const hasOwnEq = Object.hasOwn(prototype as object, "__eq__");
  const hasOwnHash = Object.hasOwn(prototype as object, "__hash__") && !(hasOwnEq && prototype.__hash__ === null);
  if (options.init !== false) addInit(fields, add);
  if (options.repr !== false) add("__repr__", reprOf(fields), "()");
  if (options.eq !== false) add("__eq__", equality(fields), "(other, /)");
  if (options.order === true) addOrder(owner, fields, options, add);
  if (options.match_args !== false)
    define(
      owner,
      "__match_args__",
      tupleOf(fields.filter((each) => each.init !== false && each.kw_only !== true).map((each) => each.name)),
    );
  addHash(owner, fields, options, hasOwnHash);
  if (options.frozen === true) addFrozen(add);
  return cls;
}

/** The fields of the bases, then the class's own; one of the same name takes the place of the base's. */
function allFields(cls: Py, own: readonly Field[]): readonly Field[] {
  const fields = new Map<string, Field>();
  const inherited = Object.getPrototypeOf(cls).$fields as readonly Field[] | undefined;
  for (const each of [...(inherited ?? []), ...own]) fields.set(each.name, each);
  let optional: string | undefined;
  for (const each of fields.values()) {
    if (each.init === false || each.kw_only === true) continue;
    if (hasDefault(each)) optional = each.name;
    else if (optional !== undefined) throw new TypeError(`non-default argument '${each.name}' follows default argument '${optional}'`);
  }
  for (const each of own) {
    const kind = each.default;
    if (typeof kind === "object" && kind !== null && (kind.__hash__ === null || (Array.isArray(kind) && typeName(kind) === "list"))) {
      throw new ValueError(`mutable default <class '${typeName(kind)}'> for field ${each.name} is not allowed: use default_factory`);
    }
  }
  return [...fields.values()];
}

function hasDefault(field: Field): boolean {
  return field.default !== undefined || field.default_factory !== undefined;
}

type Add = (name: string, method: Py, signature: string) => void;

function addInit(fields: readonly Field[], add: Add): void {
  const taken = fields.filter((each) => each.init !== false);
  const positional = taken.filter((each) => each.kw_only !== true);
  const named = taken.filter((each) => each.kw_only === true);
  const text = [...positional, ...(named.length > 0 ? [{ name: "*" }] : []), ...named]
    .map((each) => each.name + (hasDefault(each) ? "=" : ""))
    .join(", ");
  const initialize = function (this: Py, ...args: Py[]): null {
    const only: Record<string, Py> = named.length > 0 ? (args[positional.length] ?? {}) : {};
    fields.forEach((each) => {
      let value: Py = each.init === false ? undefined : each.kw_only === true ? only[each.name] : args[positional.indexOf(each)];
      if (value === undefined && each.default_factory !== undefined) value = call(each.default_factory);
      if (value === undefined) value = each.default;
      if (value === undefined) return;
      Object.defineProperty(this, propertyName(each.name), { value, writable: true, enumerable: true, configurable: true });
    });
    if (typeof this.__post_init__ === "function") callMethod(this, this.__post_init__, [], undefined);
    return null;
  };
  add("__init__", initialize, `(${text})`);
}

function reprOf(fields: readonly Field[]): Py {
  const shown = fields.filter((each) => each.repr !== false);
  return function (this: Py): string {
    return containerRepr(this, "...", () => {
      const parts = shown.map((each) => `${each.name}=${repr(this[propertyName(each.name)])}`);
      return `${(this.constructor.$qualname as string | undefined) ?? className(this.constructor)}(${parts.join(", ")})`;
    });
  };
}

function valuesOf(object: Py, fields: readonly Field[]): Py {
  return tupleOf(fields.map((each) => object[propertyName(each.name)]));
}

function equality(fields: readonly Field[]): Py {
  const compared = fields.filter((each) => each.compare !== false);
  return function (this: Py, other: Py): Py {
    if (this === other) return true;
    if (typeof other !== "object" || other === null || other.constructor !== this.constructor) return NotImplemented;
    return eq(valuesOf(this, compared), valuesOf(other, compared));
  };
}

function addOrder(cls: Py, fields: readonly Field[], options: DataclassOptions, add: Add): void {
  if (options.eq === false) throw new ValueError("eq must be true if order is true");
  const compared = fields.filter((each) => each.compare !== false);
  for (const [name, compare] of [
    ["__lt__", lt],
    ["__le__", le],
    ["__gt__", gt],
    ["__ge__", ge],
  ] as const) {
    if (Object.hasOwn(cls.prototype as object, name)) {
      throw new TypeError(`Cannot overwrite attribute ${name} in class ${className(cls)}. Consider using functools.total_ordering`);
    }
    const method = function (this: Py, other: Py): Py {
      if (typeof other !== "object" || other === null || other.constructor !== this.constructor) return NotImplemented;
      return compare(valuesOf(this, compared), valuesOf(other, compared));
    };
    add(name, method, "(other, /)");
  }
}

/** CPython's table: a hash of the fields where they cannot change, none where they can. */
function addHash(cls: Py, fields: readonly Field[], options: DataclassOptions, hasOwnHash: boolean): void {
  const isEq = options.eq !== false;
  if (options.unsafe_hash === true || (isEq && options.frozen === true && !hasOwnHash)) {
    if (options.unsafe_hash === true && hasOwnHash) throw new TypeError(`Cannot overwrite attribute __hash__ in class ${className(cls)}`);
    const hashed = fields.filter((each) => each.hash ?? each.compare !== false);
    define(cls.prototype, "__hash__", function (this: Py): Py {
      return hash(valuesOf(this, hashed));
    });
  } else if (isEq && !hasOwnHash) define(cls.prototype, "__hash__", null);
}

function addFrozen(add: Add): void {
  const frozen = (verb: string): Py =>
    function (this: Py, name: string): never {
      throw new FrozenInstanceError(`cannot ${verb} field ${repr(attributeName(name))}`);
    };
  add("__setattr__", frozen("assign to"), "(name, value, /)");
  add("__delattr__", frozen("delete"), "(name, /)");
}

function define(target: Py, key: string, value: Py, enumerable = false): void {
  Object.defineProperty(target, key, { value, writable: true, configurable: true, enumerable });
}
