import type * as py from "@portalis/parser";
import { childrenOf } from "./children.js";
import { breaks, isAlways } from "./completes.js";
import { FlowState, type Loop } from "./flow-state.js";
import type { Inference } from "./infer.js";
import { holdsExceptions } from "./managers.js";
import type { Program } from "./program.js";
import { functionScope, type Scope, type Variable } from "./scope.js";

/** Finds the reads of names that are not proven to be assigned: those that need a check at run time. */
export function findUnproven(program: Program, inference: Inference): ReadonlySet<py.Node> {
  const unproven = new Set<py.Node>();
  for (const scope of new Set([program.module, ...program.scopeOf.values()])) {
    if (scope.kind === "comprehension") continue;
    new Flow(program, inference, scope, unproven).run();
    for (const variable of scope.variables.values())
      if (isLostElsewhere(variable)) for (const read of variable.reads) unproven.add(read.node);
  }
  return unproven;
}

/** Whether an inner function may take a variable's value away: then nothing is proven about it. */
function isLostElsewhere(variable: Variable): boolean {
  return variable.bindings.some(
    (binding) => (binding.kind === "delete" || binding.kind === "except") && functionScope(binding.scope) !== functionScope(variable.scope),
  );
}

/** Follows the statements of one scope in the order in which they run. */
class Flow {
  private readonly program: Program;
  private readonly inference: Inference;
  private readonly scope: Scope;
  private readonly unproven: Set<py.Node>;
  private readonly loops: Loop[] = [];

  constructor(program: Program, inference: Inference, scope: Scope, unproven: Set<py.Node>) {
    this.program = program;
    this.inference = inference;
    this.scope = scope;
    this.unproven = unproven;
  }

  run(): void {
    const { node } = this.scope;
    const state = new FlowState();
    for (const variable of this.scope.variables.values())
      if (variable.bindings.some((binding) => binding.kind === "parameter")) state.assign(variable);
    if (node.type === "Lambda") this.expression(node.body, state);
    else if (node.type === "Module" || node.type === "ClassDef" || node.type === "FunctionDef" || node.type === "AsyncFunctionDef")
      this.block(node.body, state);
  }

  private block(body: readonly py.Stmt[], state: FlowState): void {
    for (const statement of body) this.statement(statement, state);
  }

  private statement(node: py.Stmt, state: FlowState): void {
    switch (node.type) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        for (const decorator of node.decorator_list) this.expression(decorator, state);
        for (const initial of [...node.args.defaults, ...node.args.kw_defaults]) if (initial) this.expression(initial, state);
        if (this.program.variableOf.get(node)?.onlyBinding !== undefined) this.target(node, state);
        this.closure(node, state);
        this.target(node, state);
        break;
      case "ClassDef":
        for (const part of [...node.decorator_list, ...node.bases, ...node.keywords]) this.expression(part, state);
        if (this.program.variableOf.get(node)?.onlyBinding !== undefined) this.target(node, state);
        for (const inner of node.body) this.closure(inner, state);
        this.target(node, state);
        break;
      case "Assign":
        this.expression(node.value, state);
        for (const target of node.targets) this.target(target, state);
        break;
      case "AugAssign":
        if (node.target.type === "Name") this.read(node.target, state);
        else this.expression(node.target, state);
        this.expression(node.value, state);
        this.target(node.target, state);
        break;
      case "AnnAssign":
        if (node.value) {
          this.expression(node.value, state);
          this.target(node.target, state);
        } else if (node.target.type !== "Name") this.expression(node.target, state);
        break;
      case "If": {
        this.expression(node.test, state);
        const other = state.copy();
        this.block(node.body, state);
        this.block(node.orelse, other);
        state.join(other);
        break;
      }
      case "While":
        this.while(node, state);
        break;
      case "For":
      case "AsyncFor": {
        this.expression(node.iter, state);
        const loop: Loop = { breaks: [] };
        this.loopBody(state, loop, (inside) => {
          this.target(node.target, inside);
          this.block(node.body, inside);
        });
        this.block(node.orelse, state);
        for (const left of loop.breaks) state.join(left);
        break;
      }
      case "With":
      case "AsyncWith": {
        let holds = false;
        let before = state;
        for (const item of node.items) {
          this.expression(item.context_expr, state);
          if (!holds && holdsExceptions(item.context_expr, node.type === "AsyncWith", this.inference)) {
            holds = true;
            before = state.copy();
          }
          if (item.optional_vars) this.target(item.optional_vars, state);
        }
        this.block(node.body, state);
        if (holds) {
          before.forget(state);
          state.join(before);
        }
        break;
      }
      case "Try":
      case "TryStar":
        this.try(node, state);
        break;
      case "Match":
        this.match(node, state);
        break;
      case "Return":
      case "Raise":
        for (const child of childrenOf(node)) this.expression(child, state);
        state.end();
        break;
      case "Break":
        this.loops.at(-1)?.breaks.push(state.copy());
        state.end();
        break;
      case "Continue":
        state.end();
        break;
      case "Delete":
        for (const target of node.targets) this.delete(target, state);
        break;
      case "Import":
      case "ImportFrom":
        for (const alias of node.names) this.target(alias, state);
        break;
      case "Assert": {
        this.expression(node.test, state);
        if (node.msg) this.expression(node.msg, state.copy());
        break;
      }
      default:
        for (const child of childrenOf(node)) this.expression(child, state);
    }
  }

  /** The body of a loop; once more if it takes something away, since the next round then begins without it. */
  private loopBody(state: FlowState, loop: Loop, body: (inside: FlowState) => void): void {
    for (let again = true; again;) {
      const inside = state.copy();
      this.loops.push(loop);
      body(inside);
      this.loops.pop();
      again = state.forget(inside);
    }
  }

  private while(node: py.While, state: FlowState): void {
    const loop: Loop = { breaks: [] };
    this.expression(node.test, state);
    this.loopBody(state, loop, (inside) => {
      this.block(node.body, inside);
      this.expression(node.test, inside);
    });
    if (isAlways(node.test)) {
      state.end();
      if (!breaks(node.body)) return;
    }
    this.block(node.orelse, state);
    for (const left of loop.breaks) state.join(left);
  }

  private try(node: py.Try | py.TryStar, state: FlowState): void {
    const before = state.copy();
    this.block(node.body, state);
    before.forget(state);
    const after = state.copy();
    this.block(node.orelse, after);
    for (const handler of node.handlers) {
      const caught = before.copy();
      if (handler.exc_type) this.expression(handler.exc_type, caught);
      if (handler.name) this.target(handler, caught);
      this.block(handler.body, caught);
      if (handler.name) this.unassign(handler, caught);
      after.join(caught);
      before.forget(caught);
    }
    const final = before.copy();
    this.block(node.finalbody, final);
    after.change(before, final);
    state.set(after);
  }

  private match(node: py.Match, state: FlowState): void {
    this.expression(node.subject, state);
    const after = new FlowState();
    after.end();
    for (const matchCase of node.cases) {
      const inside = state.copy();
      this.pattern(matchCase.pattern, inside);
      if (matchCase.guard) this.expression(matchCase.guard, inside);
      this.block(matchCase.body, inside);
      after.join(inside);
    }
    after.join(state);
    state.set(after);
  }

  private pattern(pattern: py.Pattern, state: FlowState): void {
    if (this.program.variableOf.has(pattern)) this.target(pattern, state);
    for (const child of childrenOf(pattern)) {
      if (child.type.startsWith("Match")) this.pattern(child as py.Pattern, state);
      else this.expression(child, state);
    }
  }

  private expression(node: py.Node, state: FlowState): void {
    switch (node.type) {
      case "Name":
        this.read(node, state);
        return;
      case "NamedExpr":
        this.expression(node.value, state);
        this.target(node.target, state);
        return;
      case "Lambda":
        for (const initial of [...node.args.defaults, ...node.args.kw_defaults]) if (initial) this.expression(initial, state);
        this.closure(node.body, state);
        return;
      case "BoolOp": {
        const [first, ...others] = node.values;
        if (first !== undefined) this.expression(first, state);
        const rest = state.copy();
        for (const other of others) this.expression(other, rest);
        return;
      }
      case "IfExp": {
        this.expression(node.test, state);
        const other = state.copy();
        this.expression(node.body, state);
        this.expression(node.orelse, other);
        state.join(other);
        return;
      }
      case "GeneratorExp": {
        const [first] = node.generators;
        if (first !== undefined) this.expression(first.iter, state);
        this.closure(node, state);
        return;
      }
      case "ListComp":
      case "SetComp":
      case "DictComp": {
        const [first] = node.generators;
        if (first !== undefined) this.expression(first.iter, state);
        const inside = state.copy();
        for (const child of childrenOf(node)) if (child !== first?.iter) this.closure(child, inside);
        return;
      }
      default:
        for (const child of childrenOf(node)) this.expression(child, state);
    }
  }

  /** Code that runs later, or in a scope of its own: what it reads of this scope must be assigned by now. */
  private closure(node: py.Node, state: FlowState): void {
    const stack: py.Node[] = [node];
    for (let current = stack.pop(); current !== undefined; current = stack.pop()) {
      if (current.type === "Name" && current.ctx !== "Store") this.read(current, state);
      if (current.type === "AugAssign" && current.target.type === "Name") this.read(current.target, state);
      stack.push(...childrenOf(current));
    }
  }

  private read(node: py.Name, state: FlowState): void {
    const variable = this.program.variableOf.get(node);
    if (variable?.scope === this.scope && !state.has(variable)) this.unproven.add(node);
  }

  private target(node: py.Node, state: FlowState): void {
    switch (node.type) {
      case "Tuple":
      case "List":
        for (const element of node.elts) this.target(element, state);
        return;
      case "Starred":
        this.target(node.value, state);
        return;
      case "Attribute":
      case "Subscript":
        for (const child of childrenOf(node)) this.expression(child, state);
        return;
      default: {
        const variable = this.program.variableOf.get(node);
        if (variable?.scope === this.scope) state.assign(variable);
      }
    }
  }

  private delete(node: py.Expr, state: FlowState): void {
    if (node.type === "Tuple" || node.type === "List") for (const element of node.elts) this.delete(element, state);
    else if (node.type === "Name") {
      this.read(node, state);
      this.unassign(node, state);
    } else this.expression(node, state);
  }

  private unassign(node: py.Node, state: FlowState): void {
    const variable: Variable | undefined = this.program.variableOf.get(node);
    if (variable?.scope === this.scope) state.unassign(variable);
  }
}
