import { asyncGenerator } from "../iteration/async-generator.js";
import { coroutine } from "../iteration/coroutine.js";
import { generator } from "../iteration/generator.js";
import type { Py } from "../py.js";
import { Bytes, bytes } from "./bytes.js";
import { float } from "./float.js";
import { int } from "./int.js";
import { list } from "./list.js";
import { PyFloat } from "./py-float.js";
import { str } from "./str.js";
import { Tuple } from "./tuple.js";
import { tuple } from "./tuple-type.js";

/** The methods of a value whose JavaScript class cannot carry Python's: functions that take the value first. */
export function methodsOf(value: Py): Readonly<Record<string, Py>> | undefined {
  switch (typeof value) {
    case "string":
      return str.$methods;
    case "number":
      return Number.isInteger(value) ? int.$methods : float.$methods;
    case "bigint":
      return int.$methods;
    case "boolean":
      return int.$methods;
    case "object":
      if (value === null) return undefined;
      if (Array.isArray(value)) return value instanceof Tuple ? tuple.$methods : list.$methods;
      if (value instanceof PyFloat) return float.$methods;
      if (value instanceof Bytes) return bytes.$methods;
      if (value.$generator === true) return generator.$methods;
      if (value.$coroutine === true) return coroutine.$methods;
      if (value.$asyncGenerator === true) return asyncGenerator.$methods;
      return undefined;
    default:
      return undefined;
  }
}
