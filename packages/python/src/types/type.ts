import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { typeOf } from "./type-of.js";

/**
 * Python's `type(value)`: the type of a value. Making classes with it is not offered.
 *
 * @example
 * ```ts
 * type(1) === int; // true
 * ```
 */
export const type: BuiltinType<(value: Py) => Py, object> = /* @__PURE__ */ builtinType((value: Py): Py => typeOf(value), {
  name: "type",
  check: (value: Py) => typeof value === "function" && (value.$class === true || value.$builtin === true),
});
