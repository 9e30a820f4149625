import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import { isTypeOnly } from "../../analyze/type-only.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitElements } from "../expressions/display.js";
import { isSteady } from "../simple.js";
import { anything } from "../type-nodes.js";
import { assignTo, mayComeFirst, unpackTo } from "./target.js";

/** `a = b = value`. */
export function emitAssign(node: py.Assign, cx: Context): Statement[] {
  if (isTypeOnly(node, cx.program)) return [];
  return assignAll(node.targets, node.value, node, cx);
}

/** `target: annotation = value`; without a value it says something to type checkers only. */
export function emitAnnotated(node: py.AnnAssign, cx: Context): Statement[] {
  return node.value === null ? [] : assignAll([node.target], node.value, node, cx);
}

function assignAll(targets: readonly py.Expr[], value: py.Expr, origin: py.Stmt, cx: Context): Statement[] {
  const [only] = targets;
  if (only === undefined) return [];
  if (targets.length === 1) return assignOne(only, value, origin, cx);
  const emitted = emitExpression(value, cx);
  if (value.type === "Constant") return targets.flatMap((target) => assignTo(target, emitted, cx, origin));
  const holder = b.name(cx.frame.freshName("$v"));
  return [{ ...b.constant(holder, emitted, anything(cx)), origin }, ...targets.flatMap((target) => assignTo(target, holder, cx))];
}

function assignOne(target: py.Expr, value: py.Expr, origin: py.Stmt, cx: Context): Statement[] {
  if (target.type === "Tuple" || target.type === "List") {
    const items = arrayOf(target.elts, value, cx);
    return items === undefined ? assignTo(target, emitExpression(value, cx), cx, origin) : unpackTo(target.elts, items, cx, origin);
  }
  if (mayComeFirst(target, value, cx)) return assignTo(target, emitExpression(value, cx), cx, origin);
  const holder = b.name(cx.frame.freshName("$v"));
  return [{ ...b.constant(holder, emitExpression(value, cx), anything(cx)), origin }, ...assignTo(target, holder, cx)];
}

/** The value as an array with one item for each target, where that is proven. */
function arrayOf(targets: readonly py.Expr[], value: py.Expr, cx: Context): Expression | undefined {
  if (targets.some((target) => target.type === "Starred")) return undefined;
  const isDisplay = value.type === "Tuple" || value.type === "List";
  if (isDisplay) {
    const fits = value.elts.length === targets.length && value.elts.every((element) => element.type !== "Starred");
    return fits ? b.array(emitElements(value.elts, cx)) : undefined;
  }
  const type = cx.typeOf(value);
  return type.kind === "tuple" && type.items?.length === targets.length && !isSteady(value, cx) ? emitExpression(value, cx) : undefined;
}
