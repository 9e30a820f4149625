import { nativeDef } from "../calls/def.js";
import { truth } from "../operators/truth.js";
import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { int } from "./int.js";

/** Python's type `bool`, which derives from `int`. Its instances are JavaScript's booleans. */
export const bool: BuiltinType<(value?: Py) => boolean, object> = /* @__PURE__ */ builtinType(
  nativeDef((value: Py = false): boolean => truth(value), "bool", "(object=, /)"),
  { name: "bool", check: (value: Py) => typeof value === "boolean", base: () => int },
);
