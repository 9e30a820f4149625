import type * as ast from "../ast.js";
import { errorAt, type TreeSource } from "../compile-error.js";
import { hasFutureAnnotations } from "../checks/future-imports.js";
import { nodeFields } from "../node-fields.js";
import type { ScopeKind } from "../symtable.js";
import { MAX_NESTING } from "../token-cursor.js";
import { mangle } from "./mangle.js";
import * as raw from "./raw-scope.js";
import { RawScope, type ComprehensionName } from "./raw-scope.js";

type Definition = ast.FunctionDef | ast.AsyncFunctionDef;
type ComprehensionNode = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp;

const comprehensionNames: Readonly<Record<ComprehensionNode["type"], readonly [string, ComprehensionName]>> = {
  ListComp: ["listcomp", "list comprehension"],
  SetComp: ["setcomp", "set comprehension"],
  DictComp: ["dictcomp", "dict comprehension"],
  GeneratorExp: ["genexpr", "generator expression"],
};

/** Collects the scopes of a module and the names in each, in CPython's order, and finds the mistakes CPython finds meanwhile. */
export class ScopeBuilder {
  readonly scopes: Map<ast.Node, RawScope> = new Map<ast.Node, RawScope>();
  readonly top: RawScope;
  readonly #source: TreeSource;
  readonly #futureAnnotations: boolean;
  #scope: RawScope;
  #className: string | undefined;
  #depth = 0;

  constructor(tree: ast.Mod, source: TreeSource) {
    this.#source = source;
    this.#futureAnnotations = tree.type !== "Expression" && hasFutureAnnotations(tree.body);
    this.top = new RawScope("module", "top", tree, null);
    this.#scope = this.top;
    this.scopes.set(tree, this.top);
    this.#children(tree);
  }

  #fail(message: string, node: ast.Located): never {
    throw errorAt(this.#source, message, node);
  }

  // ------------------------------------------------------------------------------------------------ scopes

  #inside(scope: RawScope, visit: () => void): void {
    const outer = this.#scope;
    this.#scope = scope;
    visit();
    this.#scope = outer;
  }

  #open(kind: ScopeKind, name: string, node: ast.Node, visit: () => void, comprehension?: ComprehensionName): RawScope {
    const scope = new RawScope(kind, name, node, this.#scope, comprehension);
    this.#scope.children.push(scope);
    // The scope of type parameters shares its node with the function or class inside it, which keeps the node.
    if (kind !== "type_params" && kind !== "type_variable") this.scopes.set(node, scope);
    this.#inside(scope, visit);
    return scope;
  }

  #define(name: string, flag: number, node: ast.Located, scope = this.#scope): void {
    const id = mangle(name, this.#className);
    let flags = scope.flags.get(id) ?? 0;
    if ((flag & flags & raw.PARAMETER) !== 0) this.#fail(`duplicate argument '${name}' in function definition`, node);
    if ((flag & flags & raw.TYPE_PARAMETER) !== 0) this.#fail(`duplicate type parameter '${name}'`, node);
    flags |= flag;
    if (scope.inTarget) {
      if ((flags & (raw.GLOBAL | raw.NONLOCAL)) !== 0) {
        this.#fail(`comprehension inner loop cannot rebind assignment expression target '${name}'`, node);
      }
      flags |= raw.COMPREHENSION_TARGET;
    }
    scope.flags.set(id, flags);
    // A name that any scope declares global is one of the module.
    if ((flag & raw.GLOBAL) !== 0) this.top.flags.set(id, (this.top.flags.get(id) ?? 0) | raw.GLOBAL);
  }

  #use(name: string, node: ast.Located): void {
    this.#define(name, raw.USED, node);
    // `super()` finds its class by the hidden variable `__class__`.
    if (name === "super" && this.#scope.isFunctionLike) this.#define("__class__", raw.USED, node);
  }

  // ---------------------------------------------------------------------------------------------- visiting

  #all(nodes: readonly (ast.Node | null)[]): void {
    for (const node of nodes) this.#visit(node);
  }

  /** What most nodes do: visit their fields in order. */
  #children(node: ast.Node): void {
    for (const field of nodeFields[node.type]) {
      const value = (node as unknown as Readonly<Record<string, unknown>>)[field];
      if (Array.isArray(value)) {
        for (const item of value as unknown[]) if (isNode(item)) this.#visit(item);
      } else if (isNode(value)) this.#visit(value);
    }
  }

  #visit(node: ast.Node | null): void {
    if (node === null) return;
    if (++this.#depth > MAX_NESTING) this.#fail("too many nested expressions or blocks", "lineno" in node ? node : startOfFile);
    this.#node(node);
    this.#depth--;
  }

  #node(node: ast.Node): void {
    switch (node.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.#function(node);
        return;
      case "ClassDef":
        this.#class(node);
        return;
      case "TypeAlias":
        this.#typeAlias(node);
        return;
      case "Lambda":
        this.#all(node.args.defaults);
        this.#all(node.args.kw_defaults);
        this.#open("lambda", "lambda", node, () => {
          this.#parameters(node.args);
          this.#visit(node.body);
        });
        return;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.#comprehension(node);
        return;
      case "comprehension":
        this.#clause(node);
        return;
      case "AnnAssign":
        this.#annotated(node);
        return;
      case "BinOp":
        this.#binary(node);
        return;
      case "If":
        this.#if(node);
        return;
      case "Global":
      case "Nonlocal":
        this.#directive(node);
        return;
      case "alias":
        this.#alias(node);
        return;
      case "NamedExpr":
        this.#named(node);
        return;
      case "Name":
        if (node.ctx === "Load") this.#use(node.id, node);
        else this.#define(node.id, raw.LOCAL, node);
        return;
      case "Yield":
      case "YieldFrom":
        this.#yield(node);
        return;
      case "Await":
        this.#refuseInType("await expression", node);
        this.#visit(node.value);
        this.#scope.isCoroutine = true;
        return;
      case "ExceptHandler":
        this.#visit(node.exc_type);
        if (node.name !== null) this.#define(node.name, raw.LOCAL, node);
        this.#all(node.body);
        return;
      case "MatchAs":
        this.#visit(node.pattern);
        if (node.name !== null) this.#define(node.name, raw.LOCAL, node);
        return;
      case "MatchStar":
        if (node.name !== null) this.#define(node.name, raw.LOCAL, node);
        return;
      case "MatchMapping":
        this.#children(node);
        if (node.rest !== null) this.#define(node.rest, raw.LOCAL, node);
        return;
      case "TypeVar":
      case "TypeVarTuple":
      case "ParamSpec":
        this.#typeParameter(node);
        return;
      default:
        this.#children(node);
    }
  }

  /** A long sum is deep on its left: it is walked down in a loop. */
  #binary(node: ast.BinOp): void {
    const rights: ast.Expr[] = [];
    let left: ast.Expr = node;
    while (left.type === "BinOp") {
      rights.push(left.right);
      left = left.left;
    }
    this.#visit(left);
    for (let at = rights.length - 1; at >= 0; at--) this.#visit(rights[at] as ast.Expr);
  }

  /** A chain of `elif`s is walked in a loop. */
  #if(node: ast.If): void {
    let arm: ast.If | undefined = node;
    while (arm !== undefined) {
      this.#visit(arm.test);
      this.#all(arm.body);
      const [first, second]: readonly ast.Stmt[] = arm.orelse;
      if (second === undefined && first?.type === "If") arm = first;
      else {
        this.#all(arm.orelse);
        arm = undefined;
      }
    }
  }

  #function(node: Definition): void {
    this.#define(node.name, raw.LOCAL, node);
    this.#all(node.args.defaults);
    this.#all(node.args.kw_defaults);
    this.#all(node.decorator_list);
    this.#withTypeParameters(node, () => {
      this.#annotations(node);
      const scope = this.#open("function", node.name, node, () => {
        this.#parameters(node.args);
        this.#all(node.body);
      });
      if (node.type === "AsyncFunctionDef") scope.isCoroutine = true;
    });
  }

  #class(node: ast.ClassDef): void {
    this.#define(node.name, raw.LOCAL, node);
    this.#all(node.decorator_list);
    const outer = this.#className;
    this.#withTypeParameters(node, () => {
      if (node.type_params.length > 0) this.#className = node.name;
      this.#all(node.bases);
      this.#all(node.keywords);
      this.#className = node.name;
      this.#open("class", node.name, node, () => this.#all(node.body));
    });
    this.#className = outer;
  }

  #withTypeParameters(node: Definition | ast.ClassDef | ast.TypeAlias, visit: () => void): void {
    if (node.type_params.length === 0) {
      visit();
      return;
    }
    const name = node.type === "TypeAlias" ? node.name.id : node.name;
    this.#open("type_params", name, node, () => {
      if (node.type === "ClassDef") this.#className = node.name;
      this.#all(node.type_params);
      visit();
    });
  }

  #typeParameter(node: ast.TypeParam): void {
    this.#define(node.name, raw.TYPE_PARAMETER | raw.LOCAL, node);
    if (node.type === "TypeVar" && node.bound !== null) {
      const place = node.bound.type === "Tuple" ? "a TypeVar constraint" : "a TypeVar bound";
      this.#typeVariable(node, node.bound, place);
    }
    if (node.default_value !== null) this.#typeVariable(node, node.default_value, `a ${node.type} default`);
  }

  #typeVariable(node: ast.TypeParam, value: ast.Expr, place: string): void {
    this.#open("type_variable", node.name, node, () => {
      this.#scope.place = place;
      this.#visit(value);
    });
  }

  #typeAlias(node: ast.TypeAlias): void {
    this.#visit(node.name);
    this.#withTypeParameters(node, () => {
      this.#open("type_alias", node.name.id, node, () => this.#visit(node.value));
    });
  }

  #parameters({ posonlyargs, args, vararg, kwonlyargs, kwarg }: ast.Arguments): void {
    for (const parameter of [...posonlyargs, ...args, ...kwonlyargs]) this.#define(parameter.arg, raw.PARAMETER, parameter);
    if (vararg !== null) {
      this.#define(vararg.arg, raw.PARAMETER, vararg);
      this.#scope.hasVarargs = true;
    }
    if (kwarg !== null) {
      this.#define(kwarg.arg, raw.PARAMETER, kwarg);
      this.#scope.hasVarkeywords = true;
    }
  }

  #annotations({ args, returns }: Definition): void {
    const { posonlyargs, args: plain, vararg, kwarg, kwonlyargs } = args;
    for (const parameter of [...posonlyargs, ...plain, vararg, kwarg, ...kwonlyargs]) this.#annotation(parameter?.annotation ?? null);
    this.#annotation(returns);
  }

  /** With `from __future__ import annotations` they are never evaluated and use no names. */
  #annotation(annotation: ast.Expr | null): void {
    if (annotation === null) return;
    if (!this.#futureAnnotations) {
      this.#visit(annotation);
      return;
    }
    const unevaluated = new RawScope("type_alias", "_annotation", annotation, this.#scope);
    unevaluated.place = "an annotation";
    this.#inside(unevaluated, () => this.#visit(annotation));
  }

  #annotated(node: ast.AnnAssign): void {
    const { target } = node;
    if (target.type === "Name") {
      const flags = this.#scope.flags.get(mangle(target.id, this.#className)) ?? 0;
      if ((flags & (raw.GLOBAL | raw.NONLOCAL)) !== 0 && this.#scope !== this.top && node.simple === 1) {
        this.#fail(`annotated name '${target.id}' can't be ${(flags & raw.GLOBAL) !== 0 ? "global" : "nonlocal"}`, node);
      }
      if (node.simple === 1) this.#define(target.id, raw.ANNOTATED | raw.LOCAL, target);
      else if (node.value !== null) this.#define(target.id, raw.LOCAL, target);
    } else this.#visit(target);
    this.#annotation(node.annotation);
    this.#visit(node.value);
  }

  #directive(node: ast.Global | ast.Nonlocal): void {
    const word = node.type === "Global" ? "global" : "nonlocal";
    for (const name of node.names) {
      const id = mangle(name, this.#className);
      const flags = this.#scope.flags.get(id) ?? 0;
      if ((flags & raw.PARAMETER) !== 0) this.#fail(`name '${name}' is parameter and ${word}`, node);
      if ((flags & raw.USED) !== 0) this.#fail(`name '${name}' is used prior to ${word} declaration`, node);
      if ((flags & raw.ANNOTATED) !== 0) this.#fail(`annotated name '${name}' can't be ${word}`, node);
      if ((flags & raw.LOCAL) !== 0) this.#fail(`name '${name}' is assigned to before ${word} declaration`, node);
      this.#define(name, word === "global" ? raw.GLOBAL : raw.NONLOCAL, node);
      if (!this.#scope.directives.has(id)) this.#scope.directives.set(id, node);
    }
  }

  #alias(node: ast.Alias): void {
    const name = node.asname ?? node.name;
    if (name !== "*") this.#define(name.split(".", 1)[0] ?? name, raw.IMPORTED, node);
    else if (this.#scope.kind !== "module") this.#fail("import * only allowed at module level", node);
  }

  // --------------------------------------------------------------------------------- comprehensions, yield

  #comprehension(node: ComprehensionNode): void {
    const [outermost, ...others] = node.generators;
    if (outermost === undefined) return;
    // The outermost iterable is evaluated in the scope around.
    this.#scope.iterableDepth++;
    this.#visit(outermost.iter);
    this.#scope.iterableDepth--;
    const [name, comprehension] = comprehensionNames[node.type];
    const isGenerator = node.type === "GeneratorExp";
    const scope = this.#open(
      "comprehension",
      name,
      node,
      () => {
        if (outermost.is_async === 1) this.#scope.isCoroutine = true;
        this.#target(outermost.target);
        this.#all(outermost.ifs);
        this.#all(others);
        if (node.type === "DictComp") {
          this.#visit(node.value);
          this.#visit(node.key);
        } else this.#visit(node.elt);
      },
      comprehension,
    );
    scope.isGenerator = isGenerator;
    if (scope.isCoroutine && !isGenerator) this.#scope.isCoroutine = true;
  }

  #clause(node: ast.Comprehension): void {
    this.#target(node.target);
    this.#scope.iterableDepth++;
    this.#visit(node.iter);
    this.#scope.iterableDepth--;
    this.#all(node.ifs);
    if (node.is_async === 1) this.#scope.isCoroutine = true;
  }

  #target(target: ast.Expr): void {
    this.#scope.inTarget = true;
    this.#visit(target);
    this.#scope.inTarget = false;
  }

  #yield(node: ast.Yield | ast.YieldFrom): void {
    this.#refuseInType("yield expression", node);
    this.#visit(node.value);
    this.#scope.isGenerator = true;
    if (this.#scope.comprehension !== undefined) this.#fail(`'yield' inside ${this.#scope.comprehension}`, node);
  }

  #named(node: ast.NamedExpr): void {
    this.#refuseInType("named expression", node);
    if (this.#scope.iterableDepth > 0) this.#fail("assignment expression cannot be used in a comprehension iterable expression", node);
    if (this.#scope.comprehension !== undefined) this.#bindOutside(node.target);
    this.#visit(node.value);
    this.#visit(node.target);
  }

  /** `:=` in a comprehension binds in the nearest function or module around it (PEP 572). */
  #bindOutside(target: ast.Name): void {
    const id = mangle(target.id, this.#className);
    for (let scope: RawScope | null = this.#scope; scope !== null; scope = scope.parent) {
      const flags = scope.flags.get(id) ?? 0;
      if (scope.comprehension !== undefined) {
        if ((flags & raw.COMPREHENSION_TARGET) !== 0 && (flags & (raw.LOCAL | raw.GLOBAL)) !== 0) {
          this.#fail(`assignment expression cannot rebind comprehension iteration variable '${target.id}'`, target);
        }
        continue;
      }
      if (scope.isFunction || scope.kind === "module") {
        const isGlobal = scope.kind === "module" || (flags & raw.GLOBAL) !== 0;
        this.#define(target.id, isGlobal ? raw.GLOBAL : raw.NONLOCAL, target);
        if (!this.#scope.directives.has(id)) this.#scope.directives.set(id, target);
        this.#define(target.id, scope.kind === "module" ? raw.GLOBAL : raw.LOCAL, target, scope);
        return;
      }
      const places = {
        class: "in a class body",
        type_params: "within the definition of a generic",
        type_alias: "in a type alias",
        type_variable: "in a TypeVar bound",
      } as const;
      const place = scope.kind in places ? places[scope.kind as keyof typeof places] : "here";
      this.#fail(`assignment expression within a comprehension cannot be used ${place}`, target);
    }
  }

  #refuseInType(what: string, node: ast.Located): void {
    const { kind, place } = this.#scope;
    if (!raw.isTypeScope(kind)) return;
    const where = place ?? (kind === "type_alias" ? "a type alias" : "the definition of a generic");
    this.#fail(`${what} cannot be used within ${where}`, node);
  }
}

const startOfFile: ast.Located = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 };

function isNode(value: unknown): value is ast.Node {
  return typeof value === "object" && value !== null && "type" in value;
}
