import { nativeDef } from "../calls/def.js";
import { isPlainObject } from "../calls/kwargs.js";
import { fieldsOf, replaceFields, taken } from "../dataclasses/instances.js";
import { propertyName } from "../names.js";
import type { Py } from "../py.js";
import { Dict } from "../types/dict.js";
import { type Tuple, tupleOf } from "../types/tuple.js";

export { FrozenInstanceError } from "../dataclasses/dataclass-def.js";

/** Python's `dataclasses.replace(obj, **changes)`: a new instance with some fields changed. */
export function replace(obj: Py, changes: Readonly<Record<string, Py>> = {}): Py {
  return replaceFields(obj, changes);
}

/** Python's `dataclasses.asdict(obj)`: the fields by name, dataclasses inside of them too. */
export function asdict(obj: Py): Dict {
  const fields = fieldsOf(obj, "asdict() should be called on dataclass instances");
  return Dict.from(fields.map((each) => [each.name, taken(obj[propertyName(each.name)], asdict, (pairs) => Dict.from(pairs))]));
}

/** Python's `dataclasses.astuple(obj)`: the values of the fields, dataclasses inside of them too. */
export function astuple(obj: Py): Tuple {
  const fields = fieldsOf(obj, "astuple() should be called on dataclass instances");
  return tupleOf(fields.map((each) => taken(obj[propertyName(each.name)], astuple, (pairs) => Dict.from(pairs))));
}

/** Python's `dataclasses.is_dataclass(obj)`: for classes and instances. */
export function is_dataclass(obj: Py): boolean {
  if (isPlainObject(obj) || obj === null || obj === undefined) return false;
  return (typeof obj === "function" ? obj.$fields : obj.constructor?.$fields) !== undefined;
}

nativeDef(replace, "replace", "(obj, /, **changes)");
nativeDef(asdict, "asdict", "(obj)");
nativeDef(astuple, "astuple", "(obj)");
nativeDef(is_dataclass, "is_dataclass", "(obj)");
