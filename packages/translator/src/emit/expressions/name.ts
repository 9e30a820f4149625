import type * as py from "@portalis/parser";
import { functionScope, type Variable } from "../../analyze/scope.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { isGiven, refusedBuiltins } from "../../library/builtins.js";
import { libraryModules } from "../../library/modules.js";
import { identifier, propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { className, emitModuleMember } from "../library-names.js";

/** A name that is read. */
export function emitName(node: py.Name, cx: Context): Expression {
  const variable = cx.program.variableOf.get(node);
  if (variable === undefined) return emitBuiltin(node, cx);
  if (variable.scope.kind === "class") return emitClassName(node, variable, cx);
  const imported = variable.bindings.find((binding) => binding.kind === "import")?.source;
  if (imported?.from === "import") {
    if (variable.onlyBinding === undefined)
      return cx.refused(
        diagnosticCodes.names,
        node,
        `the name '${node.id}', which is imported and assigned`,
        "use another name for what is assigned",
      );
    if (!libraryModules.has(imported.module)) return b.keyword("null");
    return imported.name === undefined ? cx.imports.module(imported.module) : emitModuleMember(imported.module, imported.name, node, cx);
  }
  if (isReceiver(variable, cx)) return b.keyword("this", node);
  const name = b.name(identifier(variable.name), node);
  return needsCheck(node, variable, cx) ? check(name, node, variable, cx) : name;
}

/** Whether a variable is the receiver of the method and emitted as `this`. */
export function isReceiver(variable: Variable, cx: Context): boolean {
  return (
    cx.frame.receiver === variable.name && variable.onlyBinding?.kind === "parameter" && variable.scope.functionInfo?.owner !== undefined
  );
}

function needsCheck(node: py.Name, variable: Variable, cx: Context): boolean {
  if (!cx.module.analysis.unproven.has(node)) return false;
  return (
    cx.module.placement.isHoisted(variable) || variable.bindings.some((binding) => binding.kind === "delete" || binding.kind === "except")
  );
}

/** A name that may have no value, with the check that raises Python's error. */
export function check(name: Expression, node: py.Name, variable: Variable, cx: Context): Expression {
  const scope = cx.program.scopeAt.get(node);
  const isLocal = variable.scope.kind === "function" && scope !== undefined && functionScope(scope) === functionScope(variable.scope);
  const helper = isLocal ? "checked" : variable.scope.kind === "function" ? "checkedFree" : "checkedName";
  return cx.callHelper(helper, [name, b.text(node.id)], node);
}

/** A name of a class body, read in the class body. */
function emitClassName(node: py.Name, variable: Variable, cx: Context): Expression {
  const info = variable.scope.classInfo;
  if (info === undefined || cx.module.analysis.unproven.has(node)) {
    return cx.refused(diagnosticCodes.class, node, `the name '${node.id}' in a class body before it is assigned there`, "use another name");
  }
  return b.member(b.name(className(info, cx)), propertyName(variable.name), node);
}

function emitBuiltin(node: py.Name, cx: Context): Expression {
  const { id } = node;
  if (id === "__name__") return b.text("__main__");
  if (refusedBuiltins.has(id)) return cx.refused(diagnosticCodes.builtin, node, `the built-in name '${id}'`, refusedBuiltins.get(id));
  if (isGiven(id)) return { ...cx.helper(id), origin: node };
  return cx.callHelper("unbound", [b.text(id)], node);
}
