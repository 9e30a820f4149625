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
      return iteratorName(value) ?? className(value.constructor ?? Object);
    default:
      return typeof value;
  }
}

/** The iterators of JavaScript that stand for Python's have no class of their own. */
function iteratorName(value: Py): string | undefined {
  switch (value[Symbol.toStringTag]) {
    case "Array Iterator":
      return "list_iterator";
    case "String Iterator":
      return "str_iterator";
    case "Generator":
      return "generator";
    case "Map Iterator":
    case "Set Iterator":
      return "iterator";
    default:
      return undefined;
  }
}

function functionTypeName(value: Py): string {
  if (value.$class === true || value.$builtin === true) return "type";
  if (value.$self !== undefined) return value.$native === true ? "builtin_function_or_method" : "method";
  return value.$native === true ? "builtin_function_or_method" : "function";
}
