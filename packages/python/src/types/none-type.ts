import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";

/** The type of None. */
export const NoneType: BuiltinType<() => null, object> = /* @__PURE__ */ builtinType(() => null, {
  name: "NoneType",
  check: (value: Py) => value === null,
});
