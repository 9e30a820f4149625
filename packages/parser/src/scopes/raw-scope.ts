import type { Located, Node } from "../ast.js";
import type { PySymbol, Scope, ScopeKind, SymbolScope } from "../symtable.js";

/** What is known about a name in a scope, as bits. */
export const PARAMETER = 1;
export const LOCAL = 2;
export const USED = 4;
export const GLOBAL = 8;
export const NONLOCAL = 16;
export const IMPORTED = 32;
export const ANNOTATED = 64;
export const COMPREHENSION_TARGET = 128;
export const TYPE_PARAMETER = 256;
/** Any of these binds the name. */
export const BOUND: number = LOCAL | PARAMETER | IMPORTED | TYPE_PARAMETER;

/** Which comprehension a scope belongs to, as CPython's messages name it. */
export type ComprehensionName = "list comprehension" | "set comprehension" | "dict comprehension" | "generator expression";

/** A scope while it is being filled. */
export class RawScope implements Scope {
  readonly kind: ScopeKind;
  readonly name: string;
  readonly node: Node;
  readonly parent: RawScope | null;
  readonly children: RawScope[] = [];
  readonly symbols: Map<string, PySymbol> = new Map<string, PySymbol>();
  readonly isNested: boolean;
  isGenerator = false;
  isCoroutine = false;
  hasVarargs = false;
  hasVarkeywords = false;

  readonly flags: Map<string, number> = new Map<string, number>();
  /** The `global` and `nonlocal` statements, for errors. */
  readonly directives: Map<string, Located> = new Map<string, Located>();
  readonly comprehension: ComprehensionName | undefined;
  /** Where in a type parameter's scope we are: `a TypeVar bound`, ... */
  place: string | undefined;
  /** More than 0 inside the iterable of a comprehension. */
  iterableDepth: number;
  /** Whether the target of a comprehension is being visited. */
  inTarget = false;
  /** A scope of type parameters or aliases inside a class sees the names of the class. */
  readonly seesClass: boolean;

  constructor(kind: ScopeKind, name: string, node: Node, parent: RawScope | null, comprehension?: ComprehensionName) {
    this.kind = kind;
    this.name = name;
    this.node = node;
    this.parent = parent;
    this.comprehension = comprehension;
    this.iterableDepth = parent?.iterableDepth ?? 0;
    this.isNested = parent !== null && (parent.isNested || parent.isFunctionLike);
    this.seesClass = isTypeScope(kind) && parent?.kind === "class";
  }

  /** Whether its names are visible in the scopes inside it. */
  get isFunctionLike(): boolean {
    return this.kind !== "module" && this.kind !== "class";
  }

  /** A function, lambda or comprehension, but no scope of type parameters. */
  get isFunction(): boolean {
    return this.kind === "function" || this.kind === "lambda" || this.kind === "comprehension";
  }

  /** Fixes how a name resolves. */
  resolve(name: string, scope: SymbolScope): void {
    const flags = this.flags.get(name) ?? 0;
    this.symbols.set(name, {
      name,
      scope,
      isParameter: (flags & PARAMETER) !== 0,
      isAssigned: (flags & (LOCAL | IMPORTED)) !== 0,
      isReferenced: (flags & USED) !== 0,
      isImported: (flags & IMPORTED) !== 0,
      isAnnotated: (flags & ANNOTATED) !== 0,
      isDeclaredGlobal: (flags & GLOBAL) !== 0,
      isNonlocal: (flags & NONLOCAL) !== 0,
    });
  }
}

/** Scopes of PEP 695: around type parameters, of an alias's value, of a bound or default. */
export function isTypeScope(kind: ScopeKind): boolean {
  return kind === "type_params" || kind === "type_alias" || kind === "type_variable";
}
