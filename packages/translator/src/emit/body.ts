import { identifier } from "../names.js";
import type { Scope } from "../analyze/scope.js";
import type { Statement } from "../tree/statements.js";
import type { Context } from "./context.js";
import { anything } from "./type-nodes.js";

/** `let` statements for the variables of scopes that have no better place, and for the temporaries of the function. */
export function declareTemporaries(cx: Context, scopes: readonly Scope[]): Statement[] {
  const names = scopes.flatMap((scope) => hoistedNames(scope, cx));
  const all = [...names, ...cx.frame.temporaries];
  return all.length === 0 ? [] : [{ kind: "variables", names: all, type: anything(cx) }];
}

/** JavaScript names of the variables that are declared at the top of a scope. */
export function hoistedNames(scope: Scope, cx: Context): string[] {
  const hoisted = [...scope.variables.values()].filter((variable) => cx.module.placement.isHoisted(variable));
  return [...new Set(hoisted.map((variable) => identifier(variable.name)))];
}
