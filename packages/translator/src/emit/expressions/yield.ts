import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `yield value`. */
export function emitYield(node: py.Yield, cx: Context): Expression {
  const value = node.value === null ? b.keyword("null") : emitExpression(node.value, cx);
  if (cx.frame.kind === "asyncGenerator") return b.yieldAll(cx.callHelper("emit", [value]), node);
  if (cx.frame.kind !== "generator") return cx.refused(diagnosticCodes.expression, node, "'yield' here");
  return { kind: "yield", delegate: false, value, origin: node };
}

/** `yield from value`. */
export function emitYieldFrom(node: py.YieldFrom, cx: Context): Expression {
  if (cx.frame.kind !== "generator") return cx.refused(diagnosticCodes.expression, node, "'yield from' here");
  return b.yieldAll(cx.callHelper("yieldFrom", [emitExpression(node.value, cx)]), node);
}
