import type * as py from "@portalis/parser";
import { completes } from "../analyze/completes.js";
import { signatureText, type FunctionInfo } from "../analyze/function-info.js";
import { identifier } from "../names.js";
import * as b from "../tree/build.js";
import type { Expression, FunctionParts } from "../tree/expressions.js";
import type { Statement } from "../tree/statements.js";
import { namedType } from "../tree/types.js";
import { declareTemporaries } from "./body.js";
import type { Context } from "./context.js";
import { Frame, type FrameKind } from "./frame.js";
import { emitParameters } from "./parameters.js";
import { receiverIsThis } from "./receiver.js";
import { emitStatements } from "./statement.js";
import { returnsNothing } from "./statements/return.js";
import { returnTypeNode } from "./type-nodes.js";

/** A function or method, ready for a declaration, an expression or a class. */
export interface EmittedFunction extends FunctionParts {
  readonly generator: boolean;
  /** What must be evaluated before the function is defined. */
  readonly before: Statement[];
  readonly doc: string | undefined;
}

/** Emits the parameters and the body of a `def`. */
export function emitFunctionParts(info: FunctionInfo, outer: Context): EmittedFunction {
  const { node } = info;
  const body = node.type === "Lambda" ? [] : node.body;
  const usesThis = info.owner !== undefined && receiverIsThis(info);
  const cx = outer.inside(new Frame({ kind: frameKind(info), scope: info.scope, info, receiver: usesThis ? info.receiver : undefined }));
  const { parameters, before } = emitParameters(info, outer);
  const statements = emitStatements(body, cx);
  if (completes(body) && !returnsNothing(cx)) statements.push({ kind: "return", value: b.keyword("null") });
  const start = declareTemporaries(cx, [info.scope]);
  const needsSelf = info.owner !== undefined && info.receiver !== undefined && !usesThis && info.role !== "static";
  if (needsSelf) start.unshift(bindReceiver(info));
  return {
    parameters,
    returnType: returnsNothing(cx) && !info.isGenerator && !info.isAsync ? namedType("void") : returnTypeNode(info, cx),
    body: [...start, ...statements],
    generator: info.isEmittedGenerator,
    before,
    doc: docstring(info),
  };
}

function bindReceiver(info: FunctionInfo): Statement {
  const variable = info.scope.variables.get(info.receiver ?? "");
  const name = b.name(identifier(info.receiver ?? ""));
  return variable?.onlyBinding === undefined ? b.variable(name, namedType("any"), b.keyword("this")) : b.constant(name, b.keyword("this"));
}

function frameKind(info: FunctionInfo): FrameKind {
  if (info.isAsync) return info.isGenerator ? "asyncGenerator" : "coroutine";
  if (info.isGenerator) return "generator";
  return info.isColoured ? "coroutine" : "plain";
}

/** The helper that registers a function. */
export function registration(info: FunctionInfo): "def" | "asyncDef" | "generatorDef" | "asyncGenDef" {
  if (info.isAsync) return info.isGenerator ? "asyncGenDef" : "asyncDef";
  if (info.isGenerator) return "generatorDef";
  return info.isColoured ? "asyncDef" : "def";
}

/** Name and signature, as the registering helpers take them. */
export function registrationArguments(info: FunctionInfo): [Expression, Expression] {
  return [b.text(info.qualname), b.text(signatureText(info.parameters))];
}

/** The docstring of a function, indentation taken away. */
export function docstring(info: FunctionInfo): string | undefined {
  return info.node.type === "Lambda" ? undefined : docstringOf(info.node.body);
}

/** The docstring at the start of a body. */
export function docstringOf(body: readonly py.Stmt[]): string | undefined {
  const [first] = body;
  if (first?.type !== "Expr" || first.value.type !== "Constant" || first.value.literal !== "str") return undefined;
  const lines = first.value.value.trim().split("\n");
  const indents = lines
    .slice(1)
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const depth = Math.min(...indents, Infinity);
  return lines.map((line, index) => (index === 0 ? line : line.slice(Number.isFinite(depth) ? depth : 0)).trimEnd()).join("\n");
}
