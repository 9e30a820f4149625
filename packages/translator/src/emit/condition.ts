import type * as py from "@portalis/parser";
import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";

/** An expression of JavaScript that is truthy exactly when Python takes the value for true. */
export function emitCondition(node: py.Expr, cx: Context): Expression {
  if (node.type === "BoolOp") {
    return node.values
      .map((value) => emitCondition(value, cx))
      .reduce((left, right) => b.binary(node.op === "And" ? "&&" : "||", left, right));
  }
  if (node.type === "UnaryOp" && node.op === "Not") return b.not(emitCondition(node.operand, cx));
  if (node.type === "Constant" && (node.literal === "bool" || node.literal === "None"))
    return b.keyword(node.value === true ? "true" : "false");
  const value = emitExpression(node, cx);
  if (isLiteral(value)) return cx.callHelper("truth", [value]);
  switch (cx.typeOf(node).kind) {
    case "bool":
      return value;
    case "str":
      return b.binary("!==", value, b.text(""));
    case "int":
      return b.binary("!==", value, b.number(0));
    case "list":
    case "tuple":
      return b.binary(">", b.member(value, "length"), b.number(0));
    default:
      return cx.callHelper("truth", [value]);
  }
}

/** A value that TypeScript knows: comparing it with another literal would be refused. */
function isLiteral(value: Expression): boolean {
  if (value.kind === "conditional") return isLiteral(value.then) || isLiteral(value.otherwise);
  if (value.kind === "assign") return isLiteral(value.value);
  return ["number", "bigint", "string", "array"].includes(value.kind);
}
