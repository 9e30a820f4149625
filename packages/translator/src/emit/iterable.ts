import type * as py from "@portalis/parser";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";

const native = new Set(["list", "tuple", "str", "range", "dict", "set", "rows"]);

/** What stands behind `of` in a loop over a Python iterable; behind `aiter` when the loop is asynchronous. */
export function emitIterable(node: py.Expr, cx: Context, asynchronous = false): Expression {
  const value = emitExpression(node, cx);
  if (asynchronous) return value;
  const { kind } = cx.typeOf(node);
  if (native.has(kind)) return value;
  if (kind === "generator" && (node.type === "Call" || node.type === "GeneratorExp")) return value;
  return cx.callHelper(node.type === "Call" ? "iter" : "keep", [value]);
}
