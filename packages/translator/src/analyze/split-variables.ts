import type * as py from "@portalis/parser";
import type { Program } from "./program.js";
import { findRegions } from "./regions.js";
import { Variable, type Scope } from "./scope.js";

/**
 * Makes a variable of each region of a variable: two loops over `i` have nothing to do with each other, so what is proven about one
 * is not spoilt by the other.
 */
export function splitVariables(program: Program, variableOf: Map<py.Node, Variable>): void {
  for (const scope of new Set<Scope>([program.module, ...program.scopeOf.values()])) {
    if (scope.kind === "class") continue;
    for (const variable of [...scope.variables.values()]) split(variable, scope, variableOf);
  }
  for (const info of [...program.functions, ...program.classes]) info.variable = variableOf.get(info.node);
}

function split(variable: Variable, scope: Scope, variableOf: Map<py.Node, Variable>): void {
  if (variable.bindings.some((binding) => ["parameter", "import", "annotation", "delete"].includes(binding.kind))) return;
  const references = [...variable.bindings, ...variable.reads].sort((a, b) => a.order - b.order);
  const regions = findRegions(variable, variable.bindings, references) ?? [];
  for (const [index, region] of regions.entries()) {
    const part = index === 0 ? variable : new Variable(variable.name, scope);
    if (index > 0) scope.variables.set(`${variable.name}#${index + 1}`, part);
    part.bindings.splice(0, Infinity, ...region.bindings);
    part.reads.splice(0, Infinity, ...region.reads);
    for (const reference of [...region.bindings, ...region.reads]) variableOf.set(reference.node, part);
  }
}
