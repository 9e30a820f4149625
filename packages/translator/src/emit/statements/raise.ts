import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `raise`, `raise exc`, `raise exc from cause`. */
export function emitRaise(node: py.Raise, cx: Context): Statement {
  const handled = cx.frame.handled.at(-1);
  if (node.exc === null) {
    if (handled === undefined)
      cx.refuse(diagnosticCodes.statement, node, "'raise' alone outside of an except clause", "name the exception that is raised");
    return b.raise(b.name(handled ?? "undefined"), node);
  }
  const context: Expression[] = handled === undefined ? [] : [b.name(handled)];
  if (node.cause !== null)
    return b.raise(cx.callHelper("raiseFrom", [raised(node.exc, cx), emitExpression(node.cause, cx), ...context]), node);
  const value = raised(node.exc, cx);
  if (handled === undefined && value.kind === "new") return b.raise(value, node);
  return b.raise(cx.callHelper("raise", [value, ...context]), node);
}

/** What is raised; a class that is proven becomes an instance at once. */
function raised(node: py.Expr, cx: Context): Expression {
  const value = emitExpression(node, cx);
  const type = cx.typeOf(node);
  const isPlainClass =
    type.kind === "exceptionClass" ||
    (type.kind === "class" && type.info.exceptionRoot !== undefined && type.info.findMethod("__init__") === undefined);
  return isPlainClass ? b.construct(value, [], node) : value;
}

/** `assert test, msg`. */
export function emitAssert(node: py.Assert, cx: Context): Statement {
  const handled = cx.frame.handled.at(-1);
  const error = b.construct(cx.helper("AssertionError"), node.msg === null ? [] : [emitExpression(node.msg, cx)], node);
  const thrown = handled === undefined ? error : cx.callHelper("raise", [error, b.name(handled)]);
  return { ...b.when(b.not(emitCondition(node.test, cx)), [b.raise(thrown, node)]), origin: node };
}
