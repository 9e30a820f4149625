import { nativeDef } from "../calls/def.js";
import { className } from "../class-name.js";
import { ValueError } from "../exceptions/builtin-exceptions.js";
import { add } from "../operators/add.js";
import { same } from "../operators/eq.js";
import { intOf } from "../operators/integers.js";
import { PyObject } from "../object.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { Tuple } from "../types/tuple.js";

/** A value that `enumDef` numbers itself: Python's `enum.auto()`. */
export class auto extends PyObject {
  static override $name = "auto";
  static override $module = "enum";
}

/**
 * Python's `enum.Enum`. Its classes are completed by {@link enumDef}; then `Color(1)`, `Color["RED"]`, `len(Color)` and iterating over the class work.
 */
export class Enum extends PyObject {
  static override $name = "Enum";
  static override $module = "enum";

  declare name: Py;
  declare value: Py;

  constructor(...args: Py[]) {
    super();
    const members = new.target.$members;
    if (members !== undefined) return memberOf(new.target, args[0]) as Enum;
  }

  /** Members by name, aliases too; on completed classes. */
  static $members: Map<string, Py> | undefined;

  override __init__(): Py {
    return null;
  }

  __repr__(): string {
    return `<${className(this.constructor)}.${this.name}: ${repr(this.value)}>`;
  }

  __str__(): string {
    return `${className(this.constructor)}.${this.name}`;
  }
}

function memberOf(cls: Py, value: Py): Py {
  for (const member of (cls.$members as Map<string, Py>).values()) if (member === value || same(member.value, value)) return member;
  if (typeof cls._missing_ === "function") {
    const made: Py = cls._missing_(value);
    if (made !== null) return made;
  }
  throw new ValueError(`${repr(value)} is not a valid ${className(cls)}`);
}

/**
 * Completes an enumeration, after `classDef`: the class attributes of these names become its members. Equal values are aliases of the first.
 *
 * @example
 * ```ts
 * class Color extends Enum {
 *   static RED: Py = 1;
 * }
 * classDef(Color, "Color", { RED: "attribute" });
 * enumDef(Color, ["RED"]);
 * ```
 */
export function enumDef<C>(cls: C, names: readonly string[]): C {
  const owner = cls as Py;
  const members = new Map<string, Py>();
  let last: Py = 0;
  for (const name of names) {
    const given: Py = owner[name];
    const value: Py = given instanceof auto || given === auto ? nextValue(owner, last) : given;
    last = intOf(value) === undefined ? last : value;
    const known: Py = [...members.values()].find((member: Py) => same(member.value, value));
    const member: Py = known ?? Object.create(owner.prototype as object);
    if (known === undefined) {
      fixed(member, "name", name);
      fixed(member, "value", value);
      fixed(member, "_name_", name);
      fixed(member, "_value_", value);
      if (owner.prototype.__init__ !== Enum.prototype.__init__) member.__init__(...(value instanceof Tuple ? value : [value]));
    }
    members.set(name, member);
    Object.defineProperty(owner, name, { value: member, enumerable: true, configurable: true });
  }
  Object.defineProperty(owner, "$members", { value: members, configurable: true });
  return cls;
}

function fixed(member: Py, name: string, value: Py): void {
  Object.defineProperty(member, name, { value, enumerable: true, configurable: true, writable: true });
}

function nextValue(_cls: Py, last: Py): Py {
  return add(last, 1);
}

/** Python's `enum.unique`: refuses aliases. */
export function unique(cls: Py): Py {
  const aliases = [...(cls.$members as Map<string, Py>)].filter(([name, member]) => member.name !== name);
  if (aliases.length > 0) {
    throw new ValueError(
      `duplicate values found in <enum '${className(cls)}'>: ${aliases.map(([name, member]) => `${name} -> ${String(member.name)}`).join(", ")}`,
    );
  }
  return cls;
}

nativeDef(unique, "unique", "(enumeration)");
