import type * as py from "@portalis/parser";
import { privateName } from "../names.js";
import { childrenOf, contains, isNode } from "./children.js";
import { ClassInfo } from "./class-info.js";
import { FunctionInfo, parametersOf, type FunctionNode, type MethodRole } from "./function-info.js";
import type { AttributeStore, Program } from "./program.js";
import { splitVariables } from "./split-variables.js";
import { Scope, type Binding, type BindingKind, type Block, type Source, type Variable } from "./scope.js";

/** Finds the scopes, functions and classes of a program and the variable behind every name. */
export function bindProgram(tree: py.Module): Program {
  return new Binder(tree).run();
}

type Comprehension = py.ListComp | py.SetComp | py.DictComp | py.GeneratorExp;

/** Where the walk stands. */
interface Position {
  readonly scope: Scope;
  readonly block: Block;
  readonly statement: py.Node;
}

interface Pending {
  readonly name: string;
  readonly at: Position;
  readonly node: py.Node;
  readonly binding: { readonly kind: BindingKind; readonly source: Source } | undefined;
}

class Binder implements Program {
  readonly tree: py.Module;
  readonly module: Scope;
  readonly functions: FunctionInfo[] = [];
  readonly classes: ClassInfo[] = [];
  readonly scopeOf = new Map<py.Node, Scope>();
  readonly functionOf = new Map<FunctionNode, FunctionInfo>();
  readonly classOf = new Map<py.ClassDef, ClassInfo>();
  readonly scopeAt = new Map<py.Node, Scope>();
  readonly variableOf = new Map<py.Node, Variable>();
  readonly attributeStores: AttributeStore[] = [];
  readonly orderOf = new Map<py.Stmt, number>();
  private readonly pending: Pending[] = [];

  constructor(tree: py.Module) {
    this.tree = tree;
    this.module = new Scope("module", tree, undefined, undefined, undefined);
  }

  run(): Program {
    this.scopeOf.set(this.tree, this.module);
    this.visitBlock(this.tree.body, this.module, undefined, 0);
    for (const [order, { name, at, node, binding }] of this.pending.entries()) {
      const variable = binding === undefined ? at.scope.lookup(name) : (at.scope.lookup(name) ?? at.scope.module.declare(name));
      if (variable === undefined) continue;
      this.variableOf.set(node, variable);
      const reference = { node, scope: at.scope, block: at.block, order };
      if (binding === undefined) variable.reads.push(reference);
      else variable.bindings.push({ ...reference, ...binding, statement: at.statement } satisfies Binding);
    }
    this.forgetUnbound();
    splitVariables(this, this.variableOf);
    return this;
  }

  /** A name that is declared global but bound nowhere is not a variable of the program. */
  private forgetUnbound(): void {
    for (const variable of this.module.variables.values()) {
      if (variable.bindings.length === 0) for (const read of variable.reads) this.variableOf.delete(read.node);
    }
  }

  private visitBlock(statements: readonly py.Stmt[], scope: Scope, parent: Block | undefined, loops: number): void {
    const block: Block = { parent, loops, statements };
    for (const statement of statements) this.visitStatement(statement, { scope, block, statement });
  }

  private visitStatement(statement: py.Stmt, at: Position): void {
    const { scope, block } = at;
    this.orderOf.set(statement, this.pending.length);
    const arm = (statements: readonly py.Stmt[], loop = false): void =>
      this.visitBlock(statements, scope, block, block.loops + (loop ? 1 : 0));
    switch (statement.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        this.visitFunction(statement, statement.name, at);
        break;
      case "ClassDef":
        this.visitClass(statement, at);
        break;
      case "Assign":
        this.visit(statement.value, at);
        for (const target of statement.targets) this.visitTarget(target, "assign", { from: "expression", expression: statement.value }, at);
        break;
      case "AugAssign":
        this.visit(statement.value, at);
        if (statement.target.type === "Name") this.read(statement.target.id, statement.target, at);
        this.visitTarget(statement.target, "augmented", { from: "augmented", statement }, at);
        break;
      case "AnnAssign":
        if (statement.value) this.visit(statement.value, at);
        if (statement.value || statement.target.type !== "Name") {
          this.visitTarget(
            statement.target,
            "assign",
            statement.value ? { from: "expression", expression: statement.value } : { from: "nothing" },
            at,
          );
        } else {
          this.bind(statement.target.id, statement.target, "annotation", { from: "nothing" }, at);
        }
        break;
      case "For":
      case "AsyncFor": {
        this.visit(statement.iter, at);
        const body: Block = { parent: block, loops: block.loops + 1, statements: statement.body };
        const asynchronous = statement.type === "AsyncFor";
        this.visitTarget(
          statement.target,
          "for",
          { from: "item", of: { from: "expression", expression: statement.iter }, asynchronous },
          { ...at, block: body },
        );
        for (const inner of statement.body) this.visitStatement(inner, { scope, block: body, statement: inner });
        arm(statement.orelse);
        break;
      }
      case "While":
        this.visit(statement.test, { ...at, block: { parent: block, loops: block.loops + 1, statements: [] } });
        arm(statement.body, true);
        arm(statement.orelse);
        break;
      case "If":
        this.visit(statement.test, at);
        arm(statement.body);
        arm(statement.orelse);
        break;
      case "With":
      case "AsyncWith": {
        const body: Block = { parent: block, loops: block.loops, statements: statement.body };
        for (const item of statement.items) {
          this.visit(item.context_expr, at);
          const source: Source = { from: "enter", manager: item.context_expr, asynchronous: statement.type === "AsyncWith" };
          if (item.optional_vars) this.visitTarget(item.optional_vars, "with", source, { ...at, block: body });
        }
        for (const inner of statement.body) this.visitStatement(inner, { scope, block: body, statement: inner });
        break;
      }
      case "Try":
      case "TryStar":
        arm(statement.body);
        for (const handler of statement.handlers) {
          if (handler.exc_type) this.visit(handler.exc_type, at);
          const body: Block = { parent: block, loops: block.loops, statements: handler.body };
          if (handler.name)
            this.bind(handler.name, handler, "except", { from: "exception", type: handler.exc_type ?? undefined }, { ...at, block: body });
          for (const inner of handler.body) this.visitStatement(inner, { scope, block: body, statement: inner });
        }
        arm(statement.orelse);
        arm(statement.finalbody);
        break;
      case "Match":
        this.visit(statement.subject, at);
        for (const matchCase of statement.cases) {
          // With a guard the names are bound before it, outside of the body.
          const body: Block = { parent: block, loops: block.loops, statements: matchCase.body };
          this.visitPattern(matchCase.pattern, matchCase.guard ? at : { ...at, block: body }, matchCase.guard ? "walrus" : "pattern");
          if (matchCase.guard) this.visit(matchCase.guard, at);
          for (const inner of matchCase.body) this.visitStatement(inner, { scope, block: body, statement: inner });
        }
        break;
      case "Import":
        for (const alias of statement.names) {
          const name = alias.asname ?? alias.name.split(".", 1)[0] ?? alias.name;
          const module = alias.asname ? alias.name : name;
          this.bind(name, alias, "import", { from: "import", module, name: undefined }, at);
        }
        break;
      case "ImportFrom":
        for (const alias of statement.names) {
          const module = ".".repeat(statement.level) + (statement.module ?? "");
          if (alias.name !== "*") this.bind(alias.asname ?? alias.name, alias, "import", { from: "import", module, name: alias.name }, at);
        }
        break;
      case "Global":
        for (const name of statement.names) {
          scope.globals.add(name);
          scope.module.declare(name);
        }
        break;
      case "Nonlocal":
        for (const name of statement.names) scope.nonlocals.add(name);
        break;
      case "Delete":
        for (const target of statement.targets) this.visitTarget(target, "delete", { from: "nothing" }, at);
        break;
      default:
        for (const child of childrenOf(statement)) this.visit(child, at);
    }
  }

  /** An expression, or any node whose children are expressions. */
  private visit(node: py.Node, at: Position): void {
    this.scopeAt.set(node, at.scope);
    switch (node.type) {
      case "Name":
        this.read(node.id, node, at);
        return;
      case "Lambda":
        this.visitFunction(node, "<lambda>", at);
        return;
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        this.visitComprehension(node, at);
        return;
      case "NamedExpr": {
        this.visit(node.value, at);
        let scope = at.scope;
        while (scope.kind === "comprehension" && scope.parent !== undefined) scope = scope.parent;
        const block = scope === at.scope ? at.block : (at.scope.place ?? at.block);
        this.bind(node.target.id, node.target, "walrus", { from: "expression", expression: node.value }, { ...at, scope, block });
        return;
      }
      default:
        for (const child of childrenOf(node)) this.visit(child, at);
    }
  }

  private visitTarget(target: py.Expr, kind: BindingKind, source: Source, at: Position): void {
    this.scopeAt.set(target, at.scope);
    switch (target.type) {
      case "Name":
        this.bind(target.id, target, kind, source, at);
        break;
      case "Tuple":
      case "List": {
        const starred = target.elts.findIndex((element) => element.type === "Starred");
        target.elts.forEach((element, index) => {
          const inner = element.type === "Starred" ? element.value : element;
          const part: Source = {
            from: "part",
            of: source,
            index: starred >= 0 && index >= starred ? -1 : index,
            count: target.elts.length,
            starred: element.type === "Starred",
          };
          this.visitTarget(inner, kind, source.from === "nothing" ? source : part, at);
        });
        break;
      }
      case "Starred":
        this.visitTarget(target.value, kind, source, at);
        break;
      case "Attribute":
        this.visit(target.value, at);
        this.attributeStores.push({ target, scope: at.scope, source, statement: at.statement });
        break;
      default:
        for (const child of childrenOf(target)) this.visit(child, at);
    }
  }

  private visitPattern(pattern: py.Pattern, at: Position, kind: BindingKind): void {
    this.scopeAt.set(pattern, at.scope);
    if ((pattern.type === "MatchAs" || pattern.type === "MatchStar") && pattern.name)
      this.bind(pattern.name, pattern, kind, { from: "unknown" }, at);
    if (pattern.type === "MatchMapping" && pattern.rest) this.bind(pattern.rest, pattern, kind, { from: "unknown" }, at);
    for (const child of childrenOf(pattern)) {
      if (child.type.startsWith("Match")) this.visitPattern(child as py.Pattern, at, kind);
      else this.visit(child, at);
    }
  }

  private visitFunction(node: FunctionNode, name: string, at: Position): void {
    if (node.type !== "Lambda") {
      for (const decorator of node.decorator_list) this.visit(decorator, at);
    }
    const defaults = [...node.args.defaults, ...node.args.kw_defaults];
    for (const value of defaults) if (value && isNode(value)) this.visit(value, at);
    const owner = at.scope.classInfo;
    const scope = new Scope("function", node, at.scope, at.block, at.scope.className);
    const role = owner === undefined || node.type === "Lambda" ? "method" : roleOf(node);
    const all = parametersOf(node.args);
    const isMethod = owner !== undefined && node.type !== "Lambda";
    const hasReceiver = isMethod && role !== "static" && (all[0]?.kind === "positional" || all[0]?.kind === "positional-only");
    const info = new FunctionInfo({
      node,
      name,
      qualname: qualifiedName(name, at.scope),
      scope,
      owner: isMethod ? owner : undefined,
      parameters: hasReceiver ? all.slice(1) : all,
      receiver: hasReceiver ? all[0]?.name : undefined,
      role,
    });
    scope.functionInfo = info;
    this.functions.push(info);
    this.functionOf.set(node, info);
    this.scopeOf.set(node, scope);
    const body = node.type === "Lambda" ? [] : node.body;
    const block: Block = { parent: undefined, loops: 0, statements: body };
    const inside: Position = { scope, block, statement: node };
    const indexOffset = hasReceiver ? 1 : 0;
    all.forEach((parameter, index) => {
      const source: Source = { from: "parameter", info, index: index - indexOffset };
      this.bind(parameter.name, parameter.node, "parameter", source, inside);
    });
    if (node.type === "Lambda") {
      info.isGenerator = isYield(node.body) || contains(node.body, isYield);
      this.visit(node.body, inside);
      return;
    }
    info.isGenerator = node.body.some((statement) => yields(statement));
    this.bind(name, node, "function", { from: "function", info }, at);
    if (isMethod) registerMethod(owner, info, node);
    for (const statement of body) this.visitStatement(statement, { scope, block, statement });
  }

  private visitClass(node: py.ClassDef, at: Position): void {
    for (const decorator of node.decorator_list) this.visit(decorator, at);
    for (const base of node.bases) this.visit(base.type === "Subscript" ? base.value : base, at);
    for (const keyword of node.keywords) this.visit(keyword.value, at);
    const scope = new Scope("class", node, at.scope, at.block, node.name);
    const info = new ClassInfo(node, qualifiedName(node.name, at.scope), scope);
    scope.classInfo = info;
    this.classes.push(info);
    this.classOf.set(node, info);
    this.scopeOf.set(node, scope);
    this.bind(node.name, node, "class", { from: "class", info }, at);
    const block: Block = { parent: undefined, loops: 0, statements: node.body };
    for (const statement of node.body) this.visitStatement(statement, { scope, block, statement });
  }

  private visitComprehension(node: Comprehension, at: Position): void {
    const [first, ...others] = node.generators;
    if (first !== undefined) this.visit(first.iter, at);
    const scope = new Scope("comprehension", node, at.scope, at.block, at.scope.className);
    this.scopeOf.set(node, scope);
    const inside: Position = { scope, block: { parent: undefined, loops: 1, statements: [] }, statement: at.statement };
    for (const generator of first === undefined ? [] : [first, ...others]) {
      if (generator !== first) this.visit(generator.iter, inside);
      const source: Source = {
        from: "item",
        of: { from: "expression", expression: generator.iter },
        asynchronous: Boolean(generator.is_async),
      };
      this.visitTarget(generator.target, "comprehension", source, inside);
      for (const test of generator.ifs) this.visit(test, inside);
    }
    const results = node.type === "DictComp" ? [node.key, node.value] : [node.elt];
    for (const result of results) this.visit(result, inside);
  }

  private read(name: string, node: py.Node, at: Position): void {
    this.scopeAt.set(node, at.scope);
    this.pending.push({ name: privateName(name, at.scope.className), at, node, binding: undefined });
  }

  private bind(name: string, node: py.Node, kind: BindingKind, source: Source, at: Position): void {
    const own = privateName(name, at.scope.className);
    this.scopeAt.set(node, at.scope);
    if (!at.scope.globals.has(own) && !at.scope.nonlocals.has(own)) at.scope.declare(own);
    if (at.scope.kind === "class") at.scope.classInfo?.attributes.add(own);
    this.pending.push({ name: own, at, node, binding: { kind, source } });
  }
}

function isYield(node: py.Node): boolean {
  return node.type === "Yield" || node.type === "YieldFrom";
}

function yields(statement: py.Stmt): boolean {
  return (
    statement.type !== "FunctionDef" &&
    statement.type !== "AsyncFunctionDef" &&
    statement.type !== "ClassDef" &&
    contains(statement, isYield)
  );
}

function roleOf(node: py.FunctionDef | py.AsyncFunctionDef): MethodRole {
  for (const decorator of node.decorator_list) {
    if (decorator.type === "Name" && decorator.id === "staticmethod") return "static";
    if (decorator.type === "Name" && decorator.id === "classmethod") return "class";
    if (decorator.type === "Name" && decorator.id === "property") return "property";
    if (decorator.type === "Attribute" && decorator.attr === "setter") return "setter";
    if (decorator.type === "Attribute" && decorator.attr === "deleter") return "deleter";
  }
  return node.name === "__new__" || node.name === "__init_subclass__" || node.name === "__class_getitem__" ? "class" : "method";
}

function registerMethod(owner: ClassInfo, info: FunctionInfo, node: py.FunctionDef | py.AsyncFunctionDef): void {
  const name = privateName(node.name, owner.name);
  owner.attributes.delete(name);
  if (info.role === "property") owner.properties.set(name, { getter: info, setter: undefined });
  else if (info.role === "setter") {
    const property = owner.properties.get(name);
    if (property !== undefined) property.setter = info;
  } else if (info.role !== "deleter") owner.methods.set(name, info);
}

function qualifiedName(name: string, scope: Scope): string {
  for (let current: Scope | undefined = scope; current !== undefined; current = current.parent) {
    if (current.functionInfo !== undefined) return `${current.functionInfo.qualname}.<locals>.${name}`;
    if (current.classInfo !== undefined) return `${current.classInfo.qualname}.${name}`;
  }
  return name;
}
