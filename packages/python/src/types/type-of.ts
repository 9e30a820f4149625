import { PyObject } from "../object.js";
import type { Py } from "../py.js";
import { bool } from "./bool.js";
import { Bytes, bytes } from "./bytes.js";
import { float } from "./float.js";
import { functionTypes } from "./function-types.js";
import { int } from "./int.js";
import { list } from "./list.js";
import { NoneType } from "./none-type.js";
import { PyFloat } from "./py-float.js";
import { str } from "./str.js";
import { Tuple } from "./tuple.js";
import { tuple } from "./tuple-type.js";
import { type } from "./type.js";

/** The type of a value as a value: what `type(value)` gives. */
export function typeOf(value: Py): Py {
  switch (typeof value) {
    case "string":
      return str;
    case "number":
      return Number.isInteger(value) ? int : float;
    case "bigint":
      return int;
    case "boolean":
      return bool;
    case "function":
      return value.$class === true || value.$builtin === true ? type : functionTypes.of(value);
    default:
      if (value === null) return NoneType;
      if (Array.isArray(value)) {
        if (value instanceof Tuple) return value.constructor === Tuple ? tuple : value.constructor;
        return list;
      }
      if (value instanceof PyFloat) return float;
      if (value instanceof Bytes) return bytes;
      return value.constructor?.$type ?? value.constructor ?? PyObject;
  }
}
