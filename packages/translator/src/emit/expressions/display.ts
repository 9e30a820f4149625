import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitWhole, waitsInside } from "./comprehension.js";

/** Elements of a display or arguments of a call; `*xs` is spread. */
export function emitElements(elements: readonly py.Expr[], cx: Context): Expression[] {
  return elements.map((element) =>
    element.type === "Starred" ? b.spread(emitSpreadable(element.value, cx)) : emitExpression(element, cx),
  );
}

/** What stands behind JavaScript's `...` for a Python iterable. */
export function emitSpreadable(node: py.Expr, cx: Context): Expression {
  if (node.type === "GeneratorExp" && !waitsInside(node, cx)) return emitWhole(node, cx);
  const value = emitExpression(node, cx);
  const { kind } = cx.typeOf(node);
  return kind === "list" || kind === "tuple" || kind === "range" || kind === "set" ? value : cx.callHelper("iter", [value]);
}

/** `[a, *b]`. */
export function emitList(node: py.List, cx: Context): Expression {
  return b.array(emitElements(node.elts, cx));
}

/** `a, b`. */
export function emitTuple(node: py.Tuple, cx: Context): Expression {
  return cx.callHelper("T", emitElements(node.elts, cx), node);
}

/** `{a, b}`. */
export function emitSet(node: py.SetDisplay, cx: Context): Expression {
  return cx.callHelper("S", emitElements(node.elts, cx), node);
}

/** `{key: value, **rest}`. */
export function emitDict(node: py.Dict, cx: Context): Expression {
  const parts = node.keys.map((key, index) => {
    const value = node.values[index];
    const emitted = value === undefined ? b.keyword("null") : emitExpression(value, cx);
    return key === null ? b.spread(cx.callHelper("entries", [emitted])) : b.array([emitExpression(key, cx), emitted]);
  });
  return cx.callHelper("D", parts, node);
}
