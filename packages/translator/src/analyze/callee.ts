import type * as py from "@portalis/parser";
import { builtinFunctions } from "../library/builtins.js";
import { builtinMethods } from "../library/methods.js";
import { libraryMethods, libraryModules } from "../library/modules.js";
import type { LibraryFunction } from "../library/signature.js";
import { privateName } from "../names.js";
import type { ClassInfo } from "./class-info.js";
import { signatureText, type FunctionInfo } from "./function-info.js";
import type { Inference } from "./infer.js";
import { functionScope } from "./scope.js";

/** What a call calls, as far as it is proven. */
export type Callee =
  | { readonly kind: "function"; readonly info: FunctionInfo }
  | { readonly kind: "class"; readonly info: ClassInfo }
  | { readonly kind: "method"; readonly receiver: py.Expr; readonly info: FunctionInfo }
  | { readonly kind: "super"; readonly name: string; readonly info: FunctionInfo | undefined }
  | { readonly kind: "library"; readonly module: string; readonly name: string; readonly entry: LibraryFunction }
  | {
      readonly kind: "libraryMethod";
      readonly receiver: py.Expr;
      readonly type: string;
      readonly name: string;
      readonly entry: LibraryFunction;
    }
  | { readonly kind: "builtin"; readonly name: string; readonly entry: LibraryFunction }
  | {
      readonly kind: "builtinMethod";
      readonly receiver: py.Expr;
      readonly type: string;
      readonly name: string;
      readonly entry: LibraryFunction;
    }
  | { readonly kind: "exception"; readonly name: string }
  | { readonly kind: "unknownMethod"; readonly receiver: py.Expr; readonly name: string }
  | { readonly kind: "unknown" };

/** What a call calls. */
export function calleeOf(call: py.Call, inference: Inference): Callee {
  const { func } = call;
  if (func.type === "Attribute") {
    const method = methodCallee(func, inference);
    if (method !== undefined) return method;
  }
  const type = inference.typeOf(func);
  switch (type.kind) {
    case "function":
      return { kind: "function", info: type.info };
    case "class":
      return { kind: "class", info: type.info };
    case "exceptionClass":
      return { kind: "exception", name: type.name };
    case "member": {
      const entry = libraryModules.get(type.module)?.functions.get(type.name);
      if (entry !== undefined) return { kind: "library", module: type.module, name: type.name, entry };
      break;
    }
    case "builtin": {
      const entry = builtinFunctions.get(type.name);
      if (entry !== undefined) return { kind: "builtin", name: type.name, entry };
      break;
    }
  }
  // What a module does not have is refused where the name is read.
  if (func.type !== "Attribute" || inference.typeOf(func.value).kind === "module") return { kind: "unknown" };
  return { kind: "unknownMethod", receiver: func.value, name: attributeName(func, inference) };
}

/** The name that an attribute access means, private names renamed. */
export function attributeName(node: py.Attribute, inference: Inference): string {
  return privateName(node.attr, inference.program.scopeAt.get(node)?.className);
}

/** Whether an expression is `super()` without arguments. */
export function isSuperCall(node: py.Expr): boolean {
  return (
    node.type === "Call" && node.func.type === "Name" && node.func.id === "super" && node.args.length === 0 && node.keywords.length === 0
  );
}

/** The method around a place, if the place runs as part of it. */
export function methodAround(node: py.Node, inference: Inference): FunctionInfo | undefined {
  const scope = inference.program.scopeAt.get(node);
  const info = scope === undefined ? undefined : functionScope(scope).functionInfo;
  return info?.owner === undefined ? undefined : info;
}

function methodCallee(func: py.Attribute, inference: Inference): Callee | undefined {
  const name = attributeName(func, inference);
  if (isSuperCall(func.value)) {
    const owner = methodAround(func, inference)?.owner;
    return { kind: "super", name, info: owner?.base?.findMethod(name) };
  }
  const receiver = inference.typeOf(func.value);
  switch (receiver.kind) {
    case "instance": {
      const info = receiver.info.findMethod(name);
      if (info !== undefined && info.role !== "class" && isCertainMethod(receiver.info, info, name, inference))
        return { kind: "method", receiver: func.value, info };
      return { kind: "unknownMethod", receiver: func.value, name };
    }
    case "class": {
      const info = receiver.info.findMethod(name);
      if (info !== undefined && info.role !== "method" && isCertainMethod(receiver.info, info, name, inference))
        return { kind: "method", receiver: func.value, info };
      return { kind: "unknownMethod", receiver: func.value, name };
    }
    case "library": {
      const entry = libraryMethods.get(receiver.name)?.get(name);
      if (entry !== undefined) return { kind: "libraryMethod", receiver: func.value, type: receiver.name, name, entry };
      return { kind: "unknownMethod", receiver: func.value, name };
    }
    case "str":
    case "list":
    case "dict":
    case "set":
    case "tuple": {
      const entry = builtinMethods.get(receiver.kind)?.get(name);
      if (entry !== undefined) return { kind: "builtinMethod", receiver: func.value, type: receiver.kind, name, entry };
      return { kind: "unknownMethod", receiver: func.value, name };
    }
    default:
      return undefined;
  }
}

/** Whether a name on an instance of the class, or of one derived from it, always means a method called like this one. */
function isCertainMethod(info: ClassInfo, method: FunctionInfo, name: string, inference: Inference): boolean {
  const { facts } = inference;
  if (facts.hasDynamicAttributes || facts.storedAttributes.has(name)) return false;
  const shape = shapeOf(method);
  return info.family.every((relative) => {
    if (relative.hasUnknownBase || relative.properties.has(name)) return false;
    const own = relative.methods.get(name);
    if (own === undefined) return !relative.attributes.has(name);
    return shapeOf(own) === shape && !own.hasDecorators;
  });
}

function shapeOf(info: FunctionInfo): string {
  return `${info.role} ${info.isAsync} ${info.isGenerator} ${info.isColoured} ${signatureText(info.parameters)}`;
}
