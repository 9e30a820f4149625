import { blockWithin, functionScope, isWithin, type Binding, type BindingKind, type Reference, type Variable } from "./scope.js";

/** A part of a scope in which a variable begins anew. */
export interface Region {
  /** The binding with which it begins. */
  readonly head: Binding;
  readonly bindings: readonly Binding[];
  readonly reads: readonly Reference[];
}

const declarable: ReadonlySet<BindingKind> = new Set(["assign", "for", "with", "except", "function", "class", "comprehension", "pattern"]);

/**
 * Splits the uses of a variable into regions, each within one block and beginning with a binding; `undefined` if that cannot be done.
 * Uses in inner functions may come earlier in the text: JavaScript itself refuses to read a variable before its declaration has run.
 */
export function findRegions(
  variable: Variable,
  bindings: readonly Binding[],
  references: readonly Reference[],
): readonly Region[] | undefined {
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
    regions.push({
      head,
      bindings: inside.filter((reference) => isBinding(reference, bindings)),
      reads: inside.filter((reference) => !isBinding(reference, bindings)),
    });
    rest = rest.filter((reference) => !inside.includes(reference));
  }
  return regions;
}

function isBinding(reference: Reference, bindings: readonly Binding[]): reference is Binding {
  return (bindings as readonly Reference[]).includes(reference);
}
