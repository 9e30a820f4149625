import type * as py from "@portalis/parser";
import type { Analysis } from "../analyze/analyze.js";
import { allNodes } from "../analyze/children.js";
import { isBlockingCall } from "../analyze/colour.js";
import { Placement } from "../analyze/placement.js";
import type { Scope } from "../analyze/scope.js";
import { isTypeOnly } from "../analyze/type-only.js";
import type { DiagnosticList } from "../diagnostics.js";
import { identifier } from "../names.js";
import * as b from "../tree/build.js";
import type { Statement } from "../tree/statements.js";
import { namedType } from "../tree/types.js";
import { declareTemporaries } from "./body.js";
import { Context, type ModuleState } from "./context.js";
import { Frame } from "./frame.js";
import { isHarmless } from "./harmless.js";
import { docstringOf } from "./function-body.js";
import { Imports } from "./imports.js";
import { isMainTest } from "./main-test.js";
import { emitStatements } from "./statement.js";

/** A module in TypeScript, before it is printed. */
export interface EmittedModule {
  readonly statements: readonly Statement[];
  readonly capabilities: readonly string[];
}

/**
 * Emits a module: definitions and plain assignments at its start stay at the top level and are exported; from the first statement on that does
 * something, everything is in the generator that `program` runs.
 */
export function emitModule(tree: py.Module, analysis: Analysis, diagnostics: DiagnosticList): EmittedModule {
  const split = splitAt(tree.body, analysis);
  const first = tree.body[split];
  const programStart = first === undefined ? Infinity : (analysis.program.orderOf.get(first) ?? Infinity);
  const module: ModuleState = {
    analysis,
    placement: placeVariables(analysis, programStart),
    diagnostics,
    imports: new Imports(takenNames(analysis)),
    capabilities: new Set(),
    programStart,
  };
  const scope = analysis.program.module;
  const cx = new Context(module, new Frame({ kind: "module", scope, info: undefined, receiver: undefined }));
  const definitions = spaced(emitStatements(tree.body.slice(0, split), cx));
  const program = emitProgram(tree.body.slice(split), module, scope);
  const declared = declareTemporaries(cx, [scope]);
  const doc = docstringOf(tree.body);
  const body = [...declared, ...definitions, ...program];
  const [head, ...others] = module.imports.statements();
  const imports: Statement[] = head === undefined ? [{ kind: "exportNothing", doc }] : [{ ...head, doc }, ...others];
  return {
    statements: [...imports, ...body.map((statement, index) => (index === 0 ? { ...statement, spaced: true } : statement))],
    capabilities: [...module.capabilities],
  };
}

/** Empty lines around functions and classes, as people write them. */
function spaced(statements: readonly Statement[]): Statement[] {
  return statements.map((statement, index) => {
    const previous = statements[index - 1];
    const begins = statement.kind === "function" || statement.kind === "class";
    const ends = previous?.kind === "expression" && statement.kind !== "expression";
    return begins || ends ? { ...statement, spaced: true } : statement;
  });
}

/** How many statements at the start only define. */
function splitAt(body: readonly py.Stmt[], analysis: Analysis): number {
  const index = body.findIndex((statement) => !isDefinition(statement, analysis));
  return index < 0 ? body.length : index;
}

function isDefinition(statement: py.Stmt, analysis: Analysis): boolean {
  switch (statement.type) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      return !statement.decorator_list.some((decorator) => waits(decorator, analysis));
    case "ClassDef":
    case "Import":
    case "ImportFrom":
    case "TypeAlias":
    case "Pass":
      return true;
    case "Assign":
      if (isTypeOnly(statement, analysis.program)) return true;
      return statement.targets.every((target) => target.type === "Name") && isHarmless(statement.value, analysis);
    case "AnnAssign":
      return statement.target.type === "Name" && (statement.value === null || isHarmless(statement.value, analysis));
    case "Expr":
      return statement.value.type === "Constant";
    default:
      return false;
  }
}

/** Decorators run code, but they belong to the definition. */
function waits(decorator: py.Expr, analysis: Analysis): boolean {
  return [...allNodes(decorator)].some((node) => node.type === "Call" && isBlockingCall(node, analysis.inference));
}

function placeVariables(analysis: Analysis, programStart: number): Placement {
  const placement = new Placement();
  const { program } = analysis;
  for (const scope of new Set([program.module, ...program.scopeOf.values()])) {
    if (scope.kind !== "class") placement.place(scope, (reference) => reference.order >= programStart, analysis.unproven);
  }
  return placement;
}

/** Names of the program in JavaScript: what is imported must not hide them. */
function takenNames(analysis: Analysis): ReadonlySet<string> {
  const { program } = analysis;
  const taken = new Set<string>();
  for (const scope of new Set<Scope>([program.module, ...program.scopeOf.values()])) {
    for (const variable of scope.variables.values()) {
      const isImport = variable.bindings.length > 0 && variable.bindings.every((binding) => binding.kind === "import");
      if (!isImport && scope.kind !== "class") taken.add(identifier(variable.name));
    }
  }
  return taken;
}

/** The part of the module that does something. */
function emitProgram(body: readonly py.Stmt[], module: ModuleState, scope: Scope): Statement[] {
  if (body.length === 0) return [];
  const [only] = body;
  const isGuarded = body.length === 1 && only?.type === "If" && only.orelse.length === 0 && isMainTest(only.test);
  const cx = new Context(module, new Frame({ kind: "coroutine", scope, info: undefined, receiver: undefined }));
  const statements = emitStatements(isGuarded ? only.body : body, cx);
  const temporaries = declareTemporaries(cx, []);
  const returnType = cx.imports.type("Coroutine", namedType("void"));
  const main = b.call(cx.helper("program"), [
    { kind: "function", name: undefined, generator: true, parameters: [], returnType, body: [...temporaries, ...statements] },
  ]);
  const run: Statement = { kind: "expression", value: { kind: "await", value: main }, spaced: true };
  return isGuarded
    ? [{ ...b.when(cx.callHelper("isMain", [b.keyword("import.meta")]), [{ ...run, spaced: false }]), spaced: true }]
    : [run];
}
