import type { FunctionInfo } from "../analyze/function-info.js";
import type { Scope } from "../analyze/scope.js";

/** Whether the receiver of a method can be JavaScript's `this`: it is never assigned, and used in arrow functions at most. */
export function receiverIsThis(info: FunctionInfo): boolean {
  const variable = info.receiver === undefined ? undefined : info.scope.variables.get(info.receiver);
  return variable?.onlyBinding !== undefined && variable.reads.every((read) => keepsThis(read.scope, info.scope));
}

function keepsThis(inner: Scope, method: Scope): boolean {
  for (let scope: Scope | undefined = inner; scope !== method; scope = scope.parent) {
    if (scope === undefined || scope.kind === "class" || scope.node.type === "GeneratorExp") return false;
    if (scope.kind === "function" && scope.node.type !== "Lambda") return false;
  }
  return true;
}
