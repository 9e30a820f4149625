import type * as ast from "../ast.js";
import { errorAt, type TreeSource } from "../compile-error.js";
import { nodeFields } from "../node-fields.js";
import type { Scope } from "../symtable.js";
import { checkPatterns } from "./check-patterns.js";
import { futureImports, hasFutureAnnotations, isFutureImport } from "./future-imports.js";

/** CPython's limit. */
const MAX_BLOCKS = 21;

/** What surrounds a statement or expression. */
interface Context {
  /** `class` and `module` are no function; a comprehension is what it stands in, unless it is a generator expression. */
  readonly function: "none" | "function" | "async" | "generator expression";
  /** The innermost of the blocks that matter to `break`. */
  readonly block: "none" | "loop" | "except*";
  /** Whether an `except*` block is around, in this function. */
  readonly inExceptStar: boolean;
  readonly blocks: number;
  readonly scope: Scope | undefined;
}

/**
 * Finds the mistakes that CPython's code generator finds, in its order.
 *
 * @throws PySyntaxError
 */
export function checkTree(tree: ast.Mod, scopes: ReadonlyMap<ast.Node, Scope>, source: TreeSource): void {
  const allowed = new Set<ast.Stmt>(tree.type === "Expression" ? [] : futureImports(tree.body));
  const context: Context = { function: "none", block: "none", inExceptStar: false, blocks: 0, scope: scopes.get(tree) };
  new TreeChecker(scopes, source, allowed).children(tree, context);
}

class TreeChecker {
  readonly #scopes: ReadonlyMap<ast.Node, Scope>;
  readonly #source: TreeSource;
  readonly #allowedFuture: ReadonlySet<ast.Stmt>;
  readonly #futureAnnotations: boolean;

  constructor(scopes: ReadonlyMap<ast.Node, Scope>, source: TreeSource, allowedFuture: ReadonlySet<ast.Stmt>) {
    this.#scopes = scopes;
    this.#source = source;
    this.#allowedFuture = allowedFuture;
    this.#futureAnnotations = hasFutureAnnotations([...allowedFuture]);
  }

  #fail(message: string, node: ast.Located): never {
    throw errorAt(this.#source, message, node);
  }

  children(node: ast.Node, context: Context): void {
    for (const field of nodeFields[node.type]) this.#field((node as unknown as Readonly<Record<string, unknown>>)[field], context);
  }

  #field(value: unknown, context: Context): void {
    if (Array.isArray(value)) for (const item of value as unknown[]) this.#field(item, context);
    else if (typeof value === "object" && value !== null && "type" in value) this.#visit(value as ast.Node, context);
  }

  #visit(node: ast.Node, context: Context): void {
    switch (node.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.#function(node, context);
        return;
      case "Lambda":
        this.#signature(node.args, context);
        this.#visit(node.body, this.#functionContext("function", node));
        return;
      case "ClassDef":
        this.#class(node, context);
        return;
      case "Return":
        this.#return(node, context);
        return;
      case "Break":
      case "Continue":
        this.#jump(node, context);
        return;
      case "While":
      case "For":
      case "AsyncFor":
        this.#loop(node, context);
        return;
      case "With":
      case "AsyncWith":
        if (node.type === "AsyncWith" && context.function !== "async") this.#fail("'async with' outside async function", node);
        this.#field(node.items, context);
        this.#field(node.body, this.#deeper(context, node));
        return;
      case "Try":
      case "TryStar":
        this.#try(node, context);
        return;
      case "If":
        this.#if(node, context);
        return;
      case "Match":
        this.#visit(node.subject, context);
        checkPatterns(node, this.#source);
        for (const { guard, body } of node.cases) {
          this.#field(guard, context);
          this.#field(body, context);
        }
        return;
      case "ImportFrom":
        if (isFutureImport(node) && !this.#allowedFuture.has(node)) {
          this.#fail("from __future__ imports must occur at the beginning of the file", node);
        }
        return;
      case "TypeAlias":
        this.#visit(node.name, context);
        this.#typeParameters(node.type_params, node, context);
        return;
      case "AnnAssign":
        this.#annotated(node, context);
        return;
      default:
        this.#expression(node, context);
    }
  }

  #expression(node: ast.Node, context: Context): void {
    switch (node.type) {
      case "Yield":
        if (context.function === "none") this.#fail("'yield' outside function", node);
        break;
      case "YieldFrom":
        if (context.function === "none") this.#fail("'yield from' outside function", node);
        if (context.function === "async") this.#fail("'yield from' inside async function", node);
        break;
      case "Await":
        if (context.function === "none") this.#fail("'await' outside function", node);
        if (context.function === "function") this.#fail("'await' outside async function", node);
        break;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.#comprehension(node, context);
        return;
      case "BinOp":
        this.#binary(node, context);
        return;
      case "Call":
        this.#keywords(node.keywords);
        this.#visit(node.func, context);
        this.#elements(node.args, context);
        this.#field(node.keywords, context);
        return;
      case "List":
      case "Tuple":
        if (node.ctx === "Store" && node.elts.filter((element) => element.type === "Starred").length > 1) {
          this.#fail("multiple starred expressions in assignment", node);
        }
        this.#elements(node.elts, context);
        return;
      case "Set":
        this.#elements(node.elts, context);
        return;
      case "Starred":
        if (node.ctx === "Store") this.#fail("starred assignment target must be in a list or tuple", node);
        this.#fail("can't use starred expression here", node);
        break;
      case "Name":
        if (node.ctx !== "Load") this.#refuseDebug(node.id, node, node.ctx === "Del" ? "delete" : "assign to");
        return;
      case "Attribute":
        this.#visit(node.value, context);
        if (node.ctx !== "Load") this.#refuseDebug(node.attr, node, node.ctx === "Del" ? "delete" : "assign to");
        return;
    }
    this.children(node, context);
  }

  /** Elements that may be starred. */
  #elements(nodes: readonly ast.Expr[], context: Context): void {
    for (const node of nodes) this.#visit(node.type === "Starred" ? node.value : node, context);
  }

  #refuseDebug(name: string, node: ast.Located, what = "assign to"): void {
    if (name === "__debug__") this.#fail(`cannot ${what} __debug__`, node);
  }

  #binary(node: ast.BinOp, context: Context): void {
    const rights: ast.Expr[] = [];
    let left: ast.Expr = node;
    while (left.type === "BinOp") {
      rights.push(left.right);
      left = left.left;
    }
    this.#visit(left, context);
    for (let at = rights.length - 1; at >= 0; at--) this.#visit(rights[at] as ast.Expr, context);
  }

  #if(node: ast.If, context: Context): void {
    let arm: ast.If | undefined = node;
    while (arm !== undefined) {
      this.#visit(arm.test, context);
      this.#field(arm.body, context);
      const [first, second]: readonly ast.Stmt[] = arm.orelse;
      if (second === undefined && first?.type === "If") arm = first;
      else {
        this.#field(arm.orelse, context);
        arm = undefined;
      }
    }
  }

  // --------------------------------------------------------------------------------- functions and classes

  #functionContext(kind: "function" | "async", node: ast.Node): Context {
    return { function: kind, block: "none", inExceptStar: false, blocks: 0, scope: this.#scopes.get(node) };
  }

  #function(node: ast.FunctionDef | ast.AsyncFunctionDef, context: Context): void {
    this.#field(node.decorator_list, context);
    // Type parameters have a scope of their own, which counts as a function.
    const around = this.#typeParameters(node.type_params, node, context);
    this.#signature(node.args, around);
    if (!this.#futureAnnotations) this.#field(node.returns, around);
    this.#field(node.body, this.#functionContext(node.type === "FunctionDef" ? "function" : "async", node));
  }

  #signature(args: ast.Arguments, context: Context): void {
    this.#field(args.defaults, context);
    this.#field(args.kw_defaults, context);
    for (const parameter of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
      if (parameter === null) continue;
      this.#refuseDebug(parameter.arg, parameter);
      const { annotation } = parameter;
      if (!this.#futureAnnotations) this.#field(annotation?.type === "Starred" ? annotation.value : annotation, context);
    }
  }

  #typeParameters(parameters: readonly ast.TypeParam[], node: ast.Node, context: Context): Context {
    let hasDefault = false;
    for (const parameter of parameters) {
      if (parameter.default_value !== null) hasDefault = true;
      else if (hasDefault) this.#fail(`non-default type parameter '${parameter.name}' follows default type parameter`, parameter);
    }
    return parameters.length === 0 ? context : this.#functionContext("function", node);
  }

  #class(node: ast.ClassDef, context: Context): void {
    this.#field(node.decorator_list, context);
    const around = this.#typeParameters(node.type_params, node, context);
    this.#field(node.body, { function: "none", block: "none", inExceptStar: false, blocks: 0, scope: this.#scopes.get(node) });
    this.#keywords(node.keywords);
    this.#elements(node.bases, around);
    this.#field(node.keywords, around);
  }

  #keywords(keywords: readonly ast.Keyword[]): void {
    const seen = new Set<string>();
    const repeated = keywords.find(({ arg }) => {
      if (arg === null) return false;
      if (seen.has(arg)) return true;
      seen.add(arg);
      return false;
    });
    for (const keyword of keywords) if (keyword.arg !== null) this.#refuseDebug(keyword.arg, keyword);
    if (repeated !== undefined) this.#fail(`keyword argument repeated: ${repeated.arg ?? ""}`, repeated);
  }

  #comprehension(node: ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp, context: Context): void {
    const [outermost, ...others] = node.generators;
    this.#field(outermost?.iter, context);
    const isGenerator = node.type === "GeneratorExp";
    const isAsync = this.#scopes.get(node)?.isCoroutine === true;
    if (isAsync && !isGenerator && context.function !== "async" && context.function !== "generator expression") {
      this.#fail("asynchronous comprehension outside of an asynchronous function", node);
    }
    const inside: Context = isGenerator ? { ...context, function: "generator expression" } : context;
    this.#field(outermost?.target, inside);
    this.#field(outermost?.ifs, inside);
    for (const { target, iter, ifs } of others) {
      this.#field(iter, inside);
      this.#field(target, inside);
      this.#field(ifs, inside);
    }
    if (node.type === "DictComp") {
      this.#visit(node.key, inside);
      this.#visit(node.value, inside);
    } else this.#visit(node.elt, inside);
  }

  // -------------------------------------------------------------------------------------------- statements

  #return(node: ast.Return, context: Context): void {
    if (context.function === "none") this.#fail("'return' outside function", node);
    if (node.value !== null && context.function === "async" && context.scope?.isGenerator === true) {
      this.#fail("'return' with value in async generator", node);
    }
    this.#field(node.value, context);
    if (context.inExceptStar) this.#refuseInExceptStar(node.value?.type === "Constant" ? node.value : node);
  }

  #jump(node: ast.Break | ast.Continue, context: Context): void {
    if (context.block === "except*") this.#refuseInExceptStar(node);
    if (context.block === "none") this.#fail(node.type === "Break" ? "'break' outside loop" : "'continue' not properly in loop", node);
  }

  #refuseInExceptStar(node: ast.Located): never {
    this.#fail("'break', 'continue' and 'return' cannot appear in an except* block", node);
  }

  #deeper(context: Context, node: ast.Located): Context {
    if (context.blocks >= MAX_BLOCKS) this.#fail("too many statically nested blocks", node);
    return { ...context, blocks: context.blocks + 1 };
  }

  #loop(node: ast.While | ast.For | ast.AsyncFor, context: Context): void {
    if (node.type === "AsyncFor" && context.function !== "async") this.#fail("'async for' outside async function", node);
    const inside: Context = { ...this.#deeper(context, node), block: "loop" };
    if (node.type === "While") this.#visit(node.test, context);
    else {
      this.#visit(node.iter, context);
      this.#visit(node.target, context);
    }
    this.#field(node.body, inside);
    this.#field(node.orelse, context);
  }

  #try(node: ast.Try | ast.TryStar, context: Context): void {
    const inside = this.#deeper(context, node);
    this.#field(node.body, inside);
    for (const [index, handler] of node.handlers.entries()) {
      if (handler.exc_type === null && index < node.handlers.length - 1) this.#fail("default 'except:' must be last", handler);
      this.#field(handler.exc_type, context);
      if (handler.name !== null) this.#refuseDebug(handler.name, handler);
      const isStar = node.type === "TryStar";
      this.#field(handler.body, isStar ? { ...inside, block: "except*", inExceptStar: true } : inside);
    }
    this.#field(node.orelse, inside);
    this.#field(node.finalbody, context);
  }

  #annotated(node: ast.AnnAssign, context: Context): void {
    this.#field(node.value, context);
    if (node.target.type === "Name") this.#refuseDebug(node.target.id, node);
    if (node.target.type === "Attribute") this.#refuseDebug(node.target.attr, node);
    this.#visit(node.target, context);
    // In a function the annotations of variables are not evaluated.
    if (context.scope?.kind !== "function" && !this.#futureAnnotations) this.#visit(node.annotation, context);
  }
}
