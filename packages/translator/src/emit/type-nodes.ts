import type { FunctionInfo } from "../analyze/function-info.js";
import type { PyType } from "../analyze/types.js";
import { identifier } from "../names.js";
import { arrayType, namedType, type TypeNode } from "../tree/types.js";
import { isShared } from "./class-shape.js";
import type { Context } from "./context.js";

/** The TypeScript type of a proven Python type; `Py` where nothing better is certain. */
export function typeNode(type: PyType, cx: Context): TypeNode {
  switch (type.kind) {
    case "none":
      return namedType("null");
    case "str":
      return namedType("string");
    case "bool":
      return namedType("boolean");
    case "list":
      return arrayType(anything(cx));
    case "dict":
      return cx.imports.type("Dict");
    case "set":
      return cx.imports.type("PySet");
    case "tuple":
      return cx.imports.type("Tuple");
    case "instance": {
      const { variable } = type.info;
      const isVisible = variable?.onlyBinding !== undefined && variable.scope.kind === "module" && !cx.module.placement.isHoisted(variable);
      return isVisible && variable.onlyBinding.order < cx.module.programStart ? namedType(identifier(type.info.name)) : anything(cx);
    }
    case "library":
      return cx.imports.moduleType(type.name);
    case "coroutine":
      return cx.imports.type("Coroutine", typeNode(type.result, cx));
    default:
      return anything(cx);
  }
}

/** The type of a variable that is assigned more than once: wide enough for TypeScript not to narrow it. */
export function variableTypeNode(type: PyType, cx: Context): TypeNode {
  return type.kind === "list" || type.kind === "instance" || type.kind === "library" ? typeNode(type, cx) : anything(cx);
}

/** The type of what a function returns. */
export function returnTypeNode(info: FunctionInfo, cx: Context): TypeNode {
  const result = isShared(info) ? anything(cx) : typeNode(cx.inference.facts.resultType(info), cx);
  if (info.isAsync && info.isGenerator) return cx.imports.type("PyAsyncGenerator");
  if (info.isGenerator) return cx.imports.type("PyGenerator");
  return info.isCoroutine ? cx.imports.type("Coroutine", result) : result;
}

/** `Py`. */
export function anything(cx: Context): TypeNode {
  return cx.imports.type("Py");
}
