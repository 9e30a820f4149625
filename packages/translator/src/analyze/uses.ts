import type * as py from "@portalis/parser";
import { allNodes } from "./children.js";
import type { ClassInfo } from "./class-info.js";
import type { FunctionInfo } from "./function-info.js";
import type { Program } from "./program.js";

/** Calls, results and loose references of a program: what the search for types asks again and again. */
export interface Uses {
  readonly calls: readonly py.Call[];
  /** The values that a function returns; `undefined` stands for None. */
  readonly returns: ReadonlyMap<FunctionInfo, readonly (py.Expr | undefined)[]>;
  /** Names that are read as attributes without being called at once. */
  readonly looseAttributes: ReadonlySet<string>;
  /** Attributes may be looked up by a computed name. */
  readonly hasDynamicAttributes: boolean;
}

/** Collects the uses, and marks the functions and classes that are used other than by calling them. */
export function collectUses(program: Program): Uses {
  const calls: py.Call[] = [];
  const called = new Set<py.Node>();
  const looseAttributes = new Set<string>();
  let hasDynamicAttributes = false;
  for (const node of allNodes(program.tree)) {
    if (node.type === "Call") {
      calls.push(node);
      if (node.args.every((argument) => argument.type !== "Starred") && node.keywords.every((keyword) => keyword.arg !== null))
        called.add(node.func);
      if (node.func.type === "Name" && ["getattr", "setattr", "delattr", "vars", "globals", "locals"].includes(node.func.id))
        hasDynamicAttributes = true;
    } else if (node.type === "Attribute") {
      if (node.ctx === "Load" && !called.has(node)) looseAttributes.add(node.attr);
      if (node.attr === "__dict__" || node.attr === "__setattr__") hasDynamicAttributes = true;
    }
  }
  for (const info of program.functions) info.escapes = functionEscapes(info, called);
  const namesClasses = reachesClasses(program);
  for (const info of program.classes) info.escapes = namesClasses || classEscapes(info, called);
  const returns = new Map(program.functions.map((info) => [info, returnsOf(info)] as const));
  return { calls, returns, looseAttributes, hasDynamicAttributes };
}

function functionEscapes(info: FunctionInfo, called: ReadonlySet<py.Node>): boolean {
  if (info.hasDecorators || info.node.type === "Lambda") return true;
  if (info.owner !== undefined) return false;
  const { variable } = info;
  return variable?.onlyBinding === undefined || variable.reads.some((read) => !called.has(read.node));
}

function classEscapes(info: ClassInfo, called: ReadonlySet<py.Node>): boolean {
  const { variable } = info;
  if (variable?.onlyBinding === undefined || info.hasUnknownBase || info.isDecorated) return true;
  const receivers = [...info.methods.values()].filter((method) => method.role === "class");
  const own = receivers.map((method) => method.scope.variables.get(method.receiver ?? ""));
  return [variable, ...own].some((each) => each?.reads.some((read) => !called.has(read.node) && !classUses.has(read.node)));
}

/** Uses of a class that only ask for its name or compare it. */
const nameAttributes = new Set(["__name__", "__qualname__", "__module__", "__doc__"]);

/** Whether the program may get at a class without naming it: by `type(x)` or `x.__class__`. */
function reachesClasses(program: Program): boolean {
  const harmless = new Set<py.Node>();
  for (const node of allNodes(program.tree)) {
    if (node.type === "Attribute" && nameAttributes.has(node.attr)) harmless.add(node.value);
    else if (node.type === "Compare") for (const side of [node.left, ...node.comparators]) harmless.add(side);
    else if (node.type === "FormattedValue") harmless.add(node.value);
    if (harmless.has(node)) continue;
    if (node.type === "Call" && node.func.type === "Name" && node.func.id === "type") return true;
    if (node.type === "Attribute" && (node.attr === "__class__" || node.attr === "__subclasses__" || node.attr === "__mro__")) return true;
  }
  return false;
}

/** Uses of a class that do not let it out; filled by {@link noteClassUses}. */
const classUses = new WeakSet<py.Node>();

/** Notes the places where a class is only named: bases, `except` clauses, the second argument of `isinstance`, `C.attribute`. */
export function noteClassUses(program: Program): void {
  for (const node of allNodes(program.tree)) {
    if (node.type === "ClassDef") for (const base of node.bases) classUses.add(base);
    else if (node.type === "ExceptHandler" && node.exc_type) addNames(node.exc_type);
    else if (node.type === "Attribute") classUses.add(node.value);
    else if (node.type === "Raise" && node.exc) classUses.add(node.exc);
    else if (node.type === "MatchClass") classUses.add(node.cls);
    else if (node.type === "Call" && node.func.type === "Name" && (node.func.id === "isinstance" || node.func.id === "issubclass")) {
      const [, second] = node.args;
      if (second !== undefined) addNames(second);
    }
  }
}

function addNames(node: py.Expr): void {
  classUses.add(node);
  if (node.type === "Tuple") for (const element of node.elts) classUses.add(element);
}

function returnsOf(info: FunctionInfo): (py.Expr | undefined)[] {
  if (info.node.type === "Lambda") return [info.node.body];
  const found: (py.Expr | undefined)[] = [];
  const stack: py.Node[] = [...info.node.body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "Return") found.push(node.value ?? undefined);
    else if (node.type !== "FunctionDef" && node.type !== "AsyncFunctionDef" && node.type !== "ClassDef")
      stack.push(...nestedStatements(node));
  }
  return found;
}

function nestedStatements(node: py.Node): py.Node[] {
  switch (node.type) {
    case "If":
    case "While":
    case "For":
    case "AsyncFor":
      return [...node.body, ...node.orelse];
    case "With":
    case "AsyncWith":
    case "ExceptHandler":
    case "match_case":
      return [...node.body];
    case "Try":
    case "TryStar":
      return [...node.body, ...node.handlers, ...node.orelse, ...node.finalbody];
    case "Match":
      return [...node.cases];
    default:
      return [];
  }
}
