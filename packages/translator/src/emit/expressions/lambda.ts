import type * as py from "@portalis/parser";
import { signatureText } from "../../analyze/function-info.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression, Parameter } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { Frame } from "../frame.js";
import { emitParameters } from "../parameters.js";
import { anything } from "../type-nodes.js";
import { declareTemporaries } from "../body.js";

/** `lambda args: body`: an arrow function; with defaults or keywords it gets a signature. */
export function emitLambda(node: py.Lambda, cx: Context): Expression {
  const info = cx.program.functionOf.get(node);
  if (info === undefined || info.isGenerator) return cx.refused(diagnosticCodes.expression, node, "'yield' in a lambda", "use a def");
  const inner = cx.inside(new Frame({ kind: "plain", scope: info.scope, info, receiver: cx.frame.receiver }));
  const { parameters, before } = emitParameters(info, cx);
  const value = emitExpression(node.body, inner);
  const declared = declareTemporaries(inner, [info.scope]);
  const arrow = b.arrow(parameters, declared.length === 0 ? value : [...declared, { kind: "return", value }]);
  const isPlain = info.parameters.every((parameter) => parameter.kind === "positional" && parameter.initial === undefined);
  const marked = isPlain ? arrow : cx.callHelper("def", [arrow, b.text(info.qualname), b.text(signatureText(info.parameters))], node);
  if (before.length === 0) return marked;
  return withDefaults(marked, before, cx);
}

/** The defaults of a lambda are arguments of a function around it: they are evaluated where the lambda is. */
function withDefaults(marked: Expression, before: ReturnType<typeof emitParameters>["before"], cx: Context): Expression {
  const holders: Parameter[] = [];
  const values: Expression[] = [];
  for (const statement of before) {
    if (statement.kind !== "variable" || statement.initial === undefined) continue;
    holders.push({ target: statement.target, type: anything(cx) });
    values.push(statement.initial);
  }
  return b.call(b.arrow(holders, marked), values);
}
