import type { Node } from "./ast.js";

/** What kind of code a {@link Scope} holds. */
export type ScopeKind = "module" | "function" | "class" | "lambda" | "comprehension" | "type_params" | "type_alias" | "type_variable";

/**
 * How a name resolves in a scope.
 *
 * - `local`: bound here and used by no inner function.
 * - `cell`: bound here and used by an inner function.
 * - `free`: bound in an enclosing function.
 * - `global_explicit`: declared with `global`.
 * - `global_implicit`: bound nowhere around: a global or a builtin.
 */
export type SymbolScope = "local" | "cell" | "free" | "global_explicit" | "global_implicit";

/** A name in one scope. */
export interface PySymbol {
  readonly name: string;
  readonly scope: SymbolScope;
  readonly isParameter: boolean;
  /** Bound in this scope by assignment, import, `def`, `class`, `for`, `with`, `except`, `match`, `del`, ... */
  readonly isAssigned: boolean;
  /** Read in this scope. */
  readonly isReferenced: boolean;
  readonly isImported: boolean;
  readonly isAnnotated: boolean;
  /** Declared with `global`. */
  readonly isDeclaredGlobal: boolean;
  /** Declared with `nonlocal`. */
  readonly isNonlocal: boolean;
}

/** One scope: a module, function, class, lambda, comprehension or the type parameters around one. */
export interface Scope {
  readonly kind: ScopeKind;
  /** CPython's name: `top`, the function's or class's name, `lambda`, `genexpr`, `listcomp`, ... */
  readonly name: string;
  /** The node that opens the scope. */
  readonly node: Node;
  readonly parent: Scope | null;
  readonly children: readonly Scope[];
  readonly symbols: ReadonlyMap<string, PySymbol>;
  /** Contains `yield`. */
  readonly isGenerator: boolean;
  /** An `async def`, or a comprehension that awaits. */
  readonly isCoroutine: boolean;
  /** Directly or indirectly inside a function. */
  readonly isNested: boolean;
  readonly hasVarargs: boolean;
  readonly hasVarkeywords: boolean;
}

/** The scopes of a module. */
export interface SymbolTable {
  readonly top: Scope;
  /** The scope a node opens: module, `FunctionDef`, `Lambda`, `ClassDef`, comprehension; undefined for others. */
  scopeOf(node: Node): Scope | undefined;
}
