import type * as py from "@portalis/parser";
import {
  blockWithin,
  functionScope,
  isWithin,
  type Binding,
  type BindingKind,
  type Reference,
  type Scope,
  type Variable,
} from "./scope.js";

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
  }

  /** How a binding declares its variable, or `undefined` if it only assigns. */
  declares(node: py.Node): "const" | "let" | undefined {
    return this.declaring.get(node);
  }

  /** Whether a variable is declared at the top of its scope, without a value. */
  isHoisted(variable: Variable): boolean {
    return this.hoisted.has(variable);
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
    for (const { head, bindings: inside } of found) this.declaring.set(head.node, inside === 1 ? "const" : "let");
  }
}

/** A part of a scope in which a variable begins anew. */
interface Region {
  readonly head: Binding;
  readonly bindings: number;
}

const declarable: ReadonlySet<BindingKind> = new Set(["assign", "for", "with", "except", "function", "class", "comprehension"]);

/**
 * Splits the uses of a variable into regions, each within one block and beginning with a binding; `undefined` if that cannot be done.
 * Uses in inner functions may come earlier in the text: JavaScript itself refuses to read a variable before its declaration has run.
 */
function findRegions(variable: Variable, bindings: readonly Binding[], references: readonly Reference[]): readonly Region[] | undefined {
  const { scope } = variable;
  const own = functionScope(scope);
  const isInner = (reference: Reference): boolean => functionScope(reference.scope) !== own;
  const regions: Region[] = [];
  let rest = [...references];
  while (rest.length > 0) {
    const head = rest.find((reference) => !isInner(reference));
    if (head === undefined || !isBinding(head, bindings) || !declarable.has(head.kind) || head.scope !== scope) return undefined;
    const inside = rest.filter((reference) => isWithin(blockWithin(reference, scope), head.block));
    const isCaptured = inside.some(isInner);
    if (isCaptured && head.block.loops > 0) return undefined;
    if (isCaptured && rest.length > inside.length) return undefined;
    regions.push({ head, bindings: inside.filter((reference) => isBinding(reference, bindings)).length });
    rest = rest.filter((reference) => !inside.includes(reference));
  }
  return regions;
}

function isBinding(reference: Reference, bindings: readonly Binding[]): reference is Binding {
  return (bindings as readonly Reference[]).includes(reference);
}
