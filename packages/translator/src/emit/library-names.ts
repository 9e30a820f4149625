import type * as py from "@portalis/parser";
import type { ClassInfo } from "../analyze/class-info.js";
import { diagnosticCodes } from "../diagnostic-codes.js";
import { builtinExceptions } from "../library/builtins.js";
import { libraryModules } from "../library/modules.js";
import { identifier, propertyName } from "../names.js";
import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";

/** `module.name`, for a name that the library offers. */
export function emitModuleMember(module: string, name: string, node: py.LocatedNode, cx: Context): Expression {
  const library = libraryModules.get(module);
  if (library === undefined) return cx.refused(diagnosticCodes.module, node, `the module '${module}'`);
  const exception = library.exceptions.get(name);
  if (exception !== undefined && builtinExceptions.has(exception)) return cx.helper(exception);
  if (library.functions.has(name) || library.constants.has(name) || exception !== undefined)
    return b.member(cx.imports.module(module), propertyName(name));
  const isType = library.types === "all" || library.types.has(name);
  const hint = isType ? "it can be used in annotations and as a decorator or base class only" : library.hints.get(name);
  return cx.refused(diagnosticCodes.moduleName, node, `${module}.${name}`, hint);
}

/** An exception class by the name of its type: `ValueError`, `asyncio.CancelledError`. */
export function emitExceptionClass(name: string, cx: Context): Expression {
  const dot = name.indexOf(".");
  return dot < 0 ? cx.helper(name) : b.member(cx.imports.module(name.slice(0, dot)), name.slice(dot + 1));
}

/** The JavaScript name of a class of the program. */
export function className(info: ClassInfo, cx: Context): string {
  const name = identifier(info.name);
  const isPlain = cx.module.placement.declares(info.node) === "const" && !info.isDecorated;
  return isPlain ? name : `${name}$`;
}
