import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../diagnostic-codes.js";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";
import { emitAttribute } from "./expressions/attribute.js";
import { emitAwait } from "./expressions/await.js";
import { emitBinary, emitUnary } from "./expressions/binary.js";
import { emitBoolean } from "./expressions/boolean.js";
import { emitCall } from "./expressions/call.js";
import { emitCompare } from "./expressions/compare.js";
import { emitComprehension } from "./expressions/comprehension.js";
import { emitConditional } from "./expressions/conditional.js";
import { emitConstant } from "./expressions/constant.js";
import { emitDict, emitList, emitSet, emitTuple } from "./expressions/display.js";
import { emitFormatted } from "./expressions/formatted.js";
import { emitGeneratorExpression } from "./expressions/generator-expression.js";
import { emitLambda } from "./expressions/lambda.js";
import { emitName } from "./expressions/name.js";
import { emitNamed } from "./expressions/named.js";
import { emitSlice, emitSubscript } from "./expressions/subscript.js";
import { emitYield, emitYieldFrom } from "./expressions/yield.js";

/** The TypeScript expression for a Python expression. */
export function emitExpression(node: py.Expr, cx: Context): Expression {
  switch (node.type) {
    case "Constant":
      return emitConstant(node, cx);
    case "Name":
      return emitName(node, cx);
    case "Attribute":
      return emitAttribute(node, cx);
    case "Subscript":
      return emitSubscript(node, cx);
    case "Slice":
      return emitSlice(node, cx);
    case "Call":
      return emitCall(node, cx);
    case "BinOp":
      return emitBinary(node, cx);
    case "UnaryOp":
      return emitUnary(node, cx);
    case "BoolOp":
      return emitBoolean(node, cx);
    case "Compare":
      return emitCompare(node, cx);
    case "IfExp":
      return emitConditional(node, cx);
    case "NamedExpr":
      return emitNamed(node, cx);
    case "JoinedStr":
      return emitFormatted(node, cx);
    case "List":
      return emitList(node, cx);
    case "Tuple":
      return emitTuple(node, cx);
    case "Set":
      return emitSet(node, cx);
    case "Dict":
      return emitDict(node, cx);
    case "ListComp":
    case "SetComp":
    case "DictComp":
      return emitComprehension(node, cx);
    case "GeneratorExp":
      return emitGeneratorExpression(node, cx);
    case "Lambda":
      return emitLambda(node, cx);
    case "Await":
      return emitAwait(node, cx);
    case "Yield":
      return emitYield(node, cx);
    case "YieldFrom":
      return emitYieldFrom(node, cx);
    case "Starred":
    case "FormattedValue":
      return cx.refused(diagnosticCodes.expression, node, "a starred expression here");
  }
}
