import type * as py from "@portalis/parser";
import type { ClassInfo } from "./class-info.js";
import type { Scope, Variable } from "./scope.js";

/** How a parameter takes its argument. */
export type ParameterKind = "positional-only" | "positional" | "rest" | "keyword-only" | "keywords";

/** One parameter of a Python function. */
export interface ParameterInfo {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly node: py.Arg;
  readonly initial: py.Expr | undefined;
}

/** Nodes that make functions. */
export type FunctionNode = py.FunctionDef | py.AsyncFunctionDef | py.Lambda;

/** What a method is to its class. */
export type MethodRole = "method" | "static" | "class" | "property" | "setter" | "deleter";

/** What the translator knows of a function. */
export class FunctionInfo {
  readonly node: FunctionNode;
  readonly name: string;
  readonly qualname: string;
  readonly scope: Scope;
  /** The class whose body holds it, for methods. */
  readonly owner: ClassInfo | undefined;
  /** All parameters, `self` and `cls` of methods left out. */
  readonly parameters: readonly ParameterInfo[];
  /** The name of the receiver, for methods. */
  readonly receiver: string | undefined;
  readonly role: MethodRole;
  /** It has a `yield` of its own. */
  isGenerator = false;
  /** It is a plain `def` that waits inside (it calls `asyncio.run`), so it is emitted as a coroutine. */
  isColoured = false;
  /** It is used other than by calling it, so that its callers are not all known. */
  escapes = false;
  /** The variable that a `def` binds. */
  variable: Variable | undefined;

  constructor(parts: {
    node: FunctionNode;
    name: string;
    qualname: string;
    scope: Scope;
    owner: ClassInfo | undefined;
    parameters: readonly ParameterInfo[];
    receiver: string | undefined;
    role: MethodRole;
  }) {
    this.node = parts.node;
    this.name = parts.name;
    this.qualname = parts.qualname;
    this.scope = parts.scope;
    this.owner = parts.owner;
    this.parameters = parts.parameters;
    this.receiver = parts.receiver;
    this.role = parts.role;
  }

  /** An `async def`. */
  get isAsync(): boolean {
    return this.node.type === "AsyncFunctionDef";
  }

  /** It runs as a coroutine: calling it starts nothing, awaiting it runs it. */
  get isCoroutine(): boolean {
    return (this.isAsync && !this.isGenerator) || this.isColoured;
  }

  /** It is emitted as `function*`. */
  get isEmittedGenerator(): boolean {
    return this.isAsync || this.isGenerator || this.isColoured;
  }

  /** All its decorators. */
  get decorators(): readonly py.Expr[] {
    return this.node.type === "Lambda" ? [] : this.node.decorator_list;
  }

  /** Decorators that are left to apply, those that name a role (`staticmethod`, ...) taken away. */
  get appliedDecorators(): readonly py.Expr[] {
    return this.owner === undefined ? this.decorators : this.decorators.filter((decorator) => !namesRole(decorator));
  }

  /** A decorator may replace it by something else. */
  get hasDecorators(): boolean {
    return this.appliedDecorators.length > 0;
  }
}

const roleNames = new Set(["staticmethod", "classmethod", "property", "abstractmethod", "override", "final"]);

/** Whether a decorator only says what a method is to its class. */
export function namesRole(decorator: py.Expr): boolean {
  if (decorator.type === "Name") return roleNames.has(decorator.id);
  return decorator.type === "Attribute" && (decorator.attr === "setter" || decorator.attr === "deleter" || roleNames.has(decorator.attr));
}

/** The parameters of an `arguments` node in Python's order. */
export function parametersOf(args: py.Arguments): ParameterInfo[] {
  const positional = [
    ...args.posonlyargs.map((node) => ({ node, kind: "positional-only" as const })),
    ...args.args.map((node) => ({ node, kind: "positional" as const })),
  ];
  const firstDefault = positional.length - args.defaults.length;
  const parameters: ParameterInfo[] = positional.map(({ node, kind }, index) => ({
    name: node.arg,
    kind,
    node,
    initial: args.defaults[index - firstDefault],
  }));
  if (args.vararg) parameters.push({ name: args.vararg.arg, kind: "rest", node: args.vararg, initial: undefined });
  args.kwonlyargs.forEach((node, index) => {
    parameters.push({ name: node.arg, kind: "keyword-only", node, initial: args.kw_defaults[index] ?? undefined });
  });
  if (args.kwarg) parameters.push({ name: args.kwarg.arg, kind: "keywords", node: args.kwarg, initial: undefined });
  return parameters;
}

/** The signature as text: what dynamic calls bind their arguments by. `=` marks a default. */
export function signatureText(parameters: readonly ParameterInfo[]): string {
  const parts: string[] = [];
  parameters.forEach((parameter, index) => {
    const previous = parameters[index - 1]?.kind;
    if (previous === "positional-only" && parameter.kind !== "positional-only") parts.push("/");
    if (parameter.kind === "keyword-only" && previous !== "keyword-only" && previous !== "rest") parts.push("*");
    const star = parameter.kind === "rest" ? "*" : parameter.kind === "keywords" ? "**" : "";
    parts.push(`${star}${parameter.name}${parameter.initial === undefined ? "" : "="}`);
  });
  if (parameters.at(-1)?.kind === "positional-only") parts.push("/");
  return `(${parts.join(", ")})`;
}
