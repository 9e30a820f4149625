import { className } from "../class-name.js";
import type { Py } from "../py.js";
import { Tuple } from "./tuple.js";

/** Python's name of the type of a value, as error messages show it. */
export function typeName(value: Py): string {
  switch (typeof value) {
    case "string":
      return "str";
    case "number":
      return Number.isInteger(value) ? "int" : "float";
    case "bigint":
      return "int";
    case "boolean":
      return "bool";
    case "function":
      return functionTypeName(value);
    case "object":
      if (value === null) return "NoneType";
      if (Array.isArray(value)) return value instanceof Tuple ? "tuple" : "list";
      if (typeof value.$type === "string") return value.$type as string;
      return value.constructor === undefined ? "object" : className(value.constructor);
    default:
      return typeof value;
  }
}

function functionTypeName(value: Py): string {
  if (value.$class === true || value.$builtin === true) return "type";
  if (value.$self !== undefined) return value.$native === true ? "builtin_function_or_method" : "method";
  return value.$native === true ? "builtin_function_or_method" : "function";
}
