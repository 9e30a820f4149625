import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { isSteady } from "../simple.js";

/** `a and b`, `a or b` for their value: the last operand that was looked at. */
export function emitBoolean(node: py.BoolOp, cx: Context): Expression {
  const operator = node.op === "And" ? "&&" : "||";
  if (node.values.every((value) => cx.typeOf(value).kind === "bool")) {
    return node.values.map((value) => emitExpression(value, cx)).reduce((left, right) => b.binary(operator, left, right));
  }
  const last = node.values.at(-1);
  let result = last === undefined ? b.keyword("null") : emitExpression(last, cx);
  for (const value of node.values.slice(0, -1).reverse()) {
    const [test, again] = testAndValue(value, cx);
    result = node.op === "And" ? b.conditional(test, result, again) : b.conditional(test, again, result);
  }
  return result;
}

/** The test of an operand, and its value once it is tested. */
function testAndValue(value: py.Expr, cx: Context): [Expression, Expression] {
  if (isSteady(value, cx)) return [emitCondition(value, cx), emitExpression(value, cx)];
  const temporary = cx.temporary();
  return [cx.callHelper("truth", [b.assign(temporary, emitExpression(value, cx))]), temporary];
}
