import type * as py from "@portalis/parser";
import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo } from "./function-info.js";

/** What opens a scope of names. A lambda is a function; every comprehension has a scope of its own. */
export type ScopeKind = "module" | "function" | "class" | "comprehension";

/** A list of statements, nested in others of the same JavaScript function. */
export interface Block {
  readonly parent: Block | undefined;
  /** How many loops of the function are around it. */
  readonly loops: number;
  /** The statements; those at the top of a function or module, or in the arms of a compound statement. */
  readonly statements: readonly py.Stmt[];
}

/** A place where a name is used. */
export interface Reference {
  readonly node: py.Node;
  readonly scope: Scope;
  readonly block: Block;
  /** Its place in the order of evaluation: larger is later, as far as the text tells. */
  readonly order: number;
}

/** Where the value of a binding comes from. */
export type Source =
  | { readonly from: "expression"; readonly expression: py.Expr }
  | { readonly from: "item"; readonly of: Source; readonly asynchronous: boolean }
  | { readonly from: "part"; readonly of: Source; readonly index: number; readonly count: number; readonly starred: boolean }
  | { readonly from: "augmented"; readonly statement: py.AugAssign }
  | { readonly from: "function"; readonly info: FunctionInfo }
  | { readonly from: "class"; readonly info: ClassInfo }
  | { readonly from: "import"; readonly module: string; readonly name: string | undefined }
  | { readonly from: "parameter"; readonly info: FunctionInfo; readonly index: number }
  | { readonly from: "enter"; readonly manager: py.Expr; readonly asynchronous: boolean }
  | { readonly from: "exception"; readonly type: py.Expr | undefined }
  | { readonly from: "nothing" }
  | { readonly from: "unknown" };

/** The kind of place that binds a name. */
export type BindingKind =
  | "assign"
  | "augmented"
  | "annotation"
  | "for"
  | "comprehension"
  | "with"
  | "except"
  | "import"
  | "function"
  | "class"
  | "parameter"
  | "delete"
  | "walrus"
  | "pattern";

/** A place that gives a name a value, or takes it away. */
export interface Binding extends Reference {
  readonly kind: BindingKind;
  readonly source: Source;
  /** The statement it belongs to. */
  readonly statement: py.Node;
}

/** A variable of a Python program: one name in one scope. */
export class Variable {
  readonly name: string;
  readonly scope: Scope;
  readonly bindings: Binding[] = [];
  readonly reads: Reference[] = [];

  constructor(name: string, scope: Scope) {
    this.name = name;
    this.scope = scope;
  }

  /** Whether a function, lambda or generator inside the scope uses it. */
  get isCaptured(): boolean {
    return [...this.bindings, ...this.reads].some((reference) => functionScope(reference.scope) !== functionScope(this.scope));
  }

  /** The only binding, if there is exactly one. */
  get onlyBinding(): Binding | undefined {
    return this.bindings.length === 1 ? this.bindings[0] : undefined;
  }
}

/** A scope of names. */
export class Scope {
  readonly kind: ScopeKind;
  readonly node: py.Node;
  readonly parent: Scope | undefined;
  /** The block of the parent in which the scope's node stands. */
  readonly place: Block | undefined;
  /** The nearest class around, whose name private names take. */
  readonly className: string | undefined;
  readonly variables: Map<string, Variable>;
  readonly globals: Set<string>;
  readonly nonlocals: Set<string>;
  readonly children: Scope[] = [];
  functionInfo: FunctionInfo | undefined;
  classInfo: ClassInfo | undefined;

  constructor(kind: ScopeKind, node: py.Node, parent: Scope | undefined, place: Block | undefined, className: string | undefined) {
    this.kind = kind;
    this.node = node;
    this.parent = parent;
    this.place = place;
    this.className = className;
    parent?.children.push(this);
    this.variables = new Map();
    this.globals = new Set();
    this.nonlocals = new Set();
  }

  /** The variable of this name in this very scope, made if there is none. */
  declare(name: string): Variable {
    let variable = this.variables.get(name);
    if (variable === undefined) {
      variable = new Variable(name, this);
      this.variables.set(name, variable);
    }
    return variable;
  }

  /** The module's scope. */
  get module(): Scope {
    return this.parent === undefined ? this : this.parent.module;
  }

  /** The variable that a name means here, or `undefined` for built-in and unknown names. */
  lookup(name: string): Variable | undefined {
    if (this.globals.has(name)) return this.module.variables.get(name);
    const own = this.nonlocals.has(name) ? undefined : this.variables.get(name);
    if (own !== undefined) return own;
    for (let scope = this.parent; scope !== undefined; scope = scope.parent) {
      if (scope.kind === "class") continue;
      if (scope.globals.has(name)) return scope.module.variables.get(name);
      const variable = scope.nonlocals.has(name) ? undefined : scope.variables.get(name);
      if (variable !== undefined) return variable;
    }
    return undefined;
  }
}

/** The scope whose code runs as one function: comprehensions and class bodies run inside the one around them. */
export function functionScope(scope: Scope): Scope {
  let current = scope;
  while (
    current.parent !== undefined &&
    (current.kind === "class" || (current.kind === "comprehension" && current.node.type !== "GeneratorExp"))
  ) {
    current = current.parent;
  }
  return current;
}

/** The block of `scope` in which a reference stands, directly or inside a nested scope. */
export function blockWithin(reference: Reference, scope: Scope): Block {
  let block = reference.block;
  for (let current: Scope | undefined = reference.scope; current !== undefined && current !== scope; current = current.parent) {
    block = current.place ?? block;
  }
  return block;
}

/** Whether a block is another one or lies in it. */
export function isWithin(inner: Block, outer: Block): boolean {
  for (let block: Block | undefined = inner; block !== undefined; block = block.parent) {
    if (block === outer) return true;
  }
  return false;
}
