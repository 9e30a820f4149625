import type * as py from "@portalis/parser";
import { findRegions } from "./regions.js";
import type { Reference, Scope, Variable } from "./scope.js";

/** Where the JavaScript variables of a scope are declared. */
export class Placement {
  /** Bindings that declare their variable where they stand. */
  private readonly declaring = new Map<py.Node, "const" | "let">();
  private readonly hoisted = new Set<Variable>();

  /** Finds the places for all variables of a scope. Those of functions that may be read before they are assigned are checked, so they go to the top. */
  place(scope: Scope, isSplit: (reference: Reference) => boolean, unproven: ReadonlySet<py.Node>): void {
    for (const variable of scope.variables.values()) {
      const isUnproven = scope.kind === "function" && variable.reads.some((read) => unproven.has(read.node));
      this.placeVariable(variable, isSplit, isUnproven);
    }
    this.hoistTogether(scope);
  }

  /** How a binding declares its variable, or `undefined` if it only assigns. */
  declares(node: py.Node): "const" | "let" | undefined {
    return this.declaring.get(node);
  }

  /** Whether a variable is declared at the top of its scope, without a value. */
  isHoisted(variable: Variable): boolean {
    return this.hoisted.has(variable);
  }

  /** Regions of one name share the variable if one of them has to be declared at the top. */
  private hoistTogether(scope: Scope): void {
    const variables = [...scope.variables.values()];
    const names = new Set(variables.filter((variable) => this.hoisted.has(variable)).map((variable) => variable.name));
    for (const variable of variables) {
      if (!names.has(variable.name)) continue;
      this.hoisted.add(variable);
      for (const binding of variable.bindings) this.declaring.delete(binding.node);
    }
  }

  private placeVariable(variable: Variable, isSplit: (reference: Reference) => boolean, isUnproven: boolean): void {
    const bindings = variable.bindings.filter((binding) => binding.kind !== "annotation");
    if (bindings.length === 0 || bindings.some((binding) => binding.kind === "parameter" || binding.kind === "import")) return;
    const references = [...bindings, ...variable.reads].sort((a, b) => a.order - b.order);
    const crossesProgram = variable.scope.kind === "module" && new Set(references.map(isSplit)).size > 1 && bindings.some(isSplit);
    const isHoisted = crossesProgram || (isUnproven && bindings.some((binding) => binding.kind !== "function"));
    const found = isHoisted ? undefined : findRegions(variable, bindings, references);
    if (found === undefined) {
      this.hoisted.add(variable);
      return;
    }
    for (const { head, bindings: inside } of found) this.declaring.set(head.node, inside.length === 1 ? "const" : "let");
  }
}
