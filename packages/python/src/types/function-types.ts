import type { Py } from "../py.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { typeName } from "./type-name.js";

function functionType(name: string): BuiltinType<() => never, object> {
  const convert = (): never => {
    throw new globalThis.TypeError(`cannot create '${name}' instances`);
  };
  return builtinType(convert, { name, check: (value: Py) => typeof value === "function" && typeName(value) === name });
}

const types = {
  function: /* @__PURE__ */ functionType("function"),
  method: /* @__PURE__ */ functionType("method"),
  builtin_function_or_method: /* @__PURE__ */ functionType("builtin_function_or_method"),
};

/** The types of functions and methods. */
export const functionTypes: { of(value: Py): Py } = {
  /** The type of a function that is not a type itself. */
  of: (value: Py): Py => types[typeName(value) as keyof typeof types],
};
