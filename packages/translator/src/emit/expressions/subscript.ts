import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `value[slice]`, read. */
export function emitSubscript(node: py.Subscript, cx: Context): Expression {
  if (cx.inference.isGenericClass(node.value)) return emitExpression(node.value, cx);
  return cx.callHelper("getitem", [emitExpression(node.value, cx), emitExpression(node.slice, cx)], node);
}

/** `lower:upper:step` between brackets. */
export function emitSlice(node: py.Slice, cx: Context): Expression {
  const parts = [node.lower, node.upper, node.step];
  while (parts.length > 2 && parts.at(-1) === null) parts.pop();
  return cx.callHelper(
    "slice",
    parts.map((part) => (part === null ? b.keyword("null") : emitExpression(part, cx))),
    node,
  );
}
