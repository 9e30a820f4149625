import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** The helper of each operator; {@link inPlaceHelper} has those of augmented assignments. */
export const operatorHelpers: Readonly<Record<py.Operator, string>> = {
  Add: "add",
  Sub: "sub",
  Mult: "mul",
  MatMult: "matmul",
  Div: "truediv",
  Mod: "mod",
  Pow: "pow",
  LShift: "lshift",
  RShift: "rshift",
  BitOr: "bitor",
  BitXor: "bitxor",
  BitAnd: "bitand",
  FloorDiv: "floordiv",
};

/** The helper of an augmented assignment: it changes the value in place where its type does that. */
export function inPlaceHelper(op: py.Operator): string {
  const helper = operatorHelpers[op];
  return `i${helper.startsWith("bit") ? helper.slice("bit".length) : helper}`;
}

/** `left op right`. */
export function emitBinary(node: py.BinOp, cx: Context): Expression {
  return cx.callHelper(operatorHelpers[node.op], [emitExpression(node.left, cx), emitExpression(node.right, cx)], node);
}

/** `-x`, `+x`, `~x`, `not x`. */
export function emitUnary(node: py.UnaryOp, cx: Context): Expression {
  const { op, operand } = node;
  if (op === "Not") return b.not(emitCondition(operand, cx));
  if (op === "USub" && operand.type === "Constant" && operand.value !== 0) {
    if (operand.literal === "int")
      return typeof operand.value === "bigint"
        ? { kind: "bigint", value: -operand.value, origin: node }
        : { ...b.number(-operand.value), origin: node };
    if (operand.literal === "float" && !Number.isInteger(operand.value) && Number.isFinite(operand.value))
      return { ...b.number(-operand.value), origin: node };
  }
  const helper = op === "USub" ? "neg" : op === "UAdd" ? "pos" : "invert";
  return cx.callHelper(helper, [emitExpression(operand, cx)], node);
}
