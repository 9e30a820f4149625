import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { className } from "../class-name.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { propertyName } from "../names.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { Dict } from "./dict.js";
import { T, Tuple, tupleOf } from "./tuple.js";
import { typeName } from "./type-name.js";

/** A tuple whose items have names: the base of what `collections.namedtuple` makes. */
export class NamedTuple extends Tuple {
  static $class = true;
  static $name = "tuple";
  static $module = "builtins";
  /** The names of the items. */
  static _fields: Tuple = T();

  /** An instance of a class made for one value, such as `sys.version_info`. */
  static make(name: string, module: string, fields: readonly string[], values: readonly Py[]): Py {
    const cls = namedTupleClass(name, fields, [], module);
    return new cls(...values);
  }

  __repr__(): string {
    const cls: Py = this.constructor;
    const parts = [...(cls._fields as Tuple)].map((name: string, index) => `${name}=${repr(this[index])}`);
    return `${className(cls)}(${parts.join(", ")})`;
  }

  /** The items by name. */
  _asdict(): Dict {
    const fields: Tuple = (this.constructor as Py)._fields;
    return Dict.from([...fields].map((name: string, index) => [name, this[index]]));
  }

  /** A copy with some items changed. */
  _replace(changes: Readonly<Record<string, Py>> = {}): Py {
    const cls: Py = this.constructor;
    const unknown = Object.keys(changes).filter((name) => !(cls._fields as Tuple).includes(name));
    if (unknown.length > 0) throw new TypeError(`Got unexpected field names: ${repr(unknown)}`);
    return new cls(
      ...[...(cls._fields as Tuple)].map((name: string, index) => (Object.hasOwn(changes, name) ? changes[name] : this[index])),
    );
  }
}

nativeDef((NamedTuple.prototype as Py)._asdict, "_asdict", "()");
nativeDef((NamedTuple.prototype as Py)._replace, "_replace", "(**changes)");

/**
 * A class of named tuples.
 *
 * @param defaults values of the last fields
 * @throws ValueError for names that are no identifiers, or that come twice
 */
export function namedTupleClass(
  name: string,
  fields: readonly string[],
  defaults: readonly Py[],
  module = "__main__",
): new (...args: Py[]) => Py {
  fields.forEach((field, index) => {
    if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(field))
      throw new ValueError(`Type names and field names must be valid identifiers: ${repr(field)}`);
    if (field.startsWith("_")) throw new ValueError(`Field names cannot start with an underscore: ${repr(field)}`);
    if (fields.indexOf(field) !== index) throw new ValueError(`Encountered duplicate field name: ${repr(field)}`);
  });
  const required = fields.length - defaults.length;
  const cls = class extends NamedTuple {
    static override $name = name;
    static override $module = module;
    static override _fields = tupleOf(fields);
    static readonly _field_defaults: Dict = Dict.from(defaults.map((value: Py, index) => [fields[required + index], value]));

    constructor(...args: Py[]) {
      super();
      fields.forEach((_, index) => {
        const value: Py = args[index] ?? (args[index] === undefined ? defaults[index - required] : null);
        if (value === undefined) {
          throw new TypeError(
            `${name}.__new__() missing ${required - args.length} required positional argument${required - args.length === 1 ? "" : "s"}: ${fields
              .slice(args.length, required)
              .map((each) => `'${each}'`)
              .join(required - args.length === 2 ? " and " : ", ")}`,
          );
        }
        this.push(value);
      });
      if (args.length > fields.length)
        throw new TypeError(`${name}.__new__() takes ${fields.length + 1} positional arguments but ${args.length + 1} were given`);
    }

    /** An instance of the items of an iterable. */
    static _make(items: Py): Py {
      const values = [...iter(items)];
      if (values.length !== fields.length) throw new TypeError(`Expected ${fields.length} arguments, got ${values.length}`);
      return new cls(...values);
    }
  };
  fields.forEach((field, index) => {
    Object.defineProperty(cls.prototype, propertyName(field), {
      configurable: true,
      get(this: Py) {
        return this[index];
      },
    });
  });
  nativeDef(cls, name, `(${fields.map((field, index) => (index < required ? field : `${field}=`)).join(", ")})`);
  return cls;
}

/** The names of fields: a sequence of texts, or one text with blanks or commas between them. */
export function fieldNames(names: Py): string[] {
  if (typeof names === "string")
    return names
      .replaceAll(",", " ")
      .split(/\s+/)
      .filter((each) => each !== "");
  if (isPlainObject(names)) throw new TypeError("field names must be a text or a sequence");
  return [...iter(names)].map((each: Py) => {
    if (typeof each !== "string") throw new TypeError(`Type names and field names must be strings, not ${typeName(each)}`);
    return each;
  });
}
