import { className } from "../class-name.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { propertyName } from "../names.js";
import type { Py } from "../py.js";
import { T } from "../types/tuple.js";
import { typeName } from "../types/type-name.js";
import type { Field } from "./field.js";

/** What `dataclasses.replace` makes: a new instance with some fields changed. */
export function replaceFields(object: Py, changes: Readonly<Record<string, Py>>): Py {
  const fields = fieldsOf(object, "replace() should be called on dataclass instances");
  const args: Py[] = [];
  const only: Record<string, Py> = {};
  for (const each of fields) {
    if (each.init === false) {
      if (Object.hasOwn(changes, each.name))
        throw new ValueError(`field ${each.name} is declared with init=False, it cannot be specified with replace()`);
      continue;
    }
    const value: Py = Object.hasOwn(changes, each.name) ? changes[each.name] : object[propertyName(each.name)];
    if (each.kw_only === true) only[each.name] = value;
    else args.push(value);
  }
  const unknown = Object.keys(changes).find((name) => !fields.some((each) => each.name === name));
  if (unknown !== undefined)
    throw new TypeError(`${className(object.constructor)}.__init__() got an unexpected keyword argument '${unknown}'`);
  if (Object.keys(only).length > 0) args.push(only);
  return new object.constructor(...args);
}

/** The fields of a dataclass or of an instance of one. */
export function fieldsOf(object: Py, complaint: string): readonly Field[] {
  const fields = (typeof object === "function" ? object.$fields : object?.constructor?.$fields) as readonly Field[] | undefined;
  if (fields === undefined) throw new TypeError(complaint);
  return fields;
}

/** An item of a field, with dataclasses inside of it taken apart. */
export function taken(value: Py, convert: (object: Py) => Py, dictOf: (pairs: [Py, Py][]) => Py): Py {
  if (typeof value === "object" && value !== null) {
    if (value.constructor?.$fields !== undefined) return convert(value);
    if (Array.isArray(value)) {
      const items = value.map((item: Py) => taken(item, convert, dictOf));
      return typeName(value) === "list" ? items : T(...items);
    }
    if (typeof value.items === "function" && value.$map !== undefined) {
      return dictOf([...value.items()].map(([key, item]: [Py, Py]) => [taken(key, convert, dictOf), taken(item, convert, dictOf)]));
    }
  }
  return value;
}
