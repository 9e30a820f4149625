import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `body if test else orelse`. */
export function emitConditional(node: py.IfExp, cx: Context): Expression {
  return b.conditional(emitCondition(node.test, cx), emitExpression(node.body, cx), emitExpression(node.orelse, cx));
}
