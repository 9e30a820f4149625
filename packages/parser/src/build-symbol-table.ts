import type { Mod, Node } from "./ast.js";
import { checkTree } from "./checks/check-tree.js";
import { checkFutureImports } from "./checks/future-imports.js";
import { treeSource } from "./compile-error.js";
import { resolveNames } from "./scopes/resolve-names.js";
import { ScopeBuilder } from "./scopes/scope-builder.js";
import type { Scope, SymbolTable } from "./symtable.js";

/** Where the tree came from, for errors. */
export interface SymbolTableOptions {
  /** Named in errors. Default `"<unknown>"`. */
  readonly filename?: string;
  /** The text that was parsed: it gives errors their `text` and their offsets in code points (otherwise UTF-16 units). */
  readonly source?: string;
}

/**
 * Resolves every name to a scope as CPython's `symtable` does, and finds the mistakes that CPython's compiler finds in a
 * tree: `return` outside a function, `await` outside an async function, `nonlocal` without a binding, repeated arguments,
 * patterns that cannot be reached, ...
 *
 * Names in the table are mangled where Python mangles them (`__x` in `class C` is `_C__x`). Comprehensions keep scopes of
 * their own; the hidden names (`.0`, `.type_params`, ...) are left out, except `__class__` of a method that uses `super`.
 * Linear in the size of the tree for bounded nesting.
 *
 * @throws PySyntaxError for the first mistake, in CPython's order
 *
 * @example
 * ```ts
 * import { buildSymbolTable, parse } from "@portalis/parser";
 *
 * const table = buildSymbolTable(parse("def f(x):\n    return lambda: x\n"));
 * const f = table.top.children[0];
 * console.log(f?.symbols.get("x")?.scope); // cell
 * console.log(f?.children[0]?.symbols.get("x")?.scope); // free
 * ```
 */
export function buildSymbolTable(tree: Mod, options: SymbolTableOptions = {}): SymbolTable {
  const source = treeSource(options.filename, options.source);
  if (tree.type !== "Expression") checkFutureImports(tree.body, source);
  const builder = new ScopeBuilder(tree, source);
  resolveNames(builder.top, source);
  checkTree(tree, builder.scopes, source);
  return {
    top: builder.top,
    scopeOf(node: Node): Scope | undefined {
      return builder.scopes.get(node);
    },
  };
}
