import type * as py from "@portalis/parser";
import { isLock } from "../../analyze/managers.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { canWait } from "../frame.js";
import { numbered } from "../numbered.js";
import { emitStatements } from "../statement.js";
import { isSteady } from "../simple.js";
import { assignTo } from "./target.js";

/** `with` and `async with`; several managers are nested. */
export function emitWith(node: py.With | py.AsyncWith, cx: Context): Statement[] {
  if (node.type === "AsyncWith" && !canWait(cx.frame)) cx.refuse(diagnosticCodes.statement, node, "'async with' outside of a coroutine");
  return emitItems(node, node.items, cx);
}

function emitItems(node: py.With | py.AsyncWith, items: readonly py.WithItem[], cx: Context): Statement[] {
  const [item, ...others] = items;
  if (item === undefined) return emitStatements(node.body, cx);
  const isAsync = node.type === "AsyncWith";
  const before: Statement[] = [];
  const isReleasing = isAsync && isLock(item.context_expr, cx.inference);
  const manager = isReleasing ? managerOf(item.context_expr, before, cx) : emitExpression(item.context_expr, cx);
  const inside = (): Statement[] => emitItems(node, others, cx);
  if (isReleasing) return [...before, ...emitLock(item, manager, inside, node, cx)];
  const scope = b.name(cx.frame.freshName("$w"));
  const made = isAsync ? b.yieldAll(cx.callHelper("asyncWithScope", [manager])) : cx.callHelper("withScope", [manager]);
  const start = item.optional_vars === null ? [] : assignTo(item.optional_vars, b.member(scope, "value"), cx);
  return [...before, { ...b.constant(scope, made), origin: node }, guarded(scope, [...start, ...inside()], isAsync, cx)];
}

/** The manager, evaluated once. */
function managerOf(node: py.Expr, before: Statement[], cx: Context): Expression {
  const manager = emitExpression(node, cx);
  if (isSteady(node, cx) || manager.kind === "keyword") return manager;
  const holder = b.name(cx.frame.freshName("$m"));
  before.push(b.constant(holder, manager));
  return holder;
}

/** A lock of asyncio: acquire, and release whatever happens. */
function emitLock(item: py.WithItem, lock: Expression, inside: () => Statement[], node: py.Stmt, cx: Context): Statement[] {
  const start = item.optional_vars === null ? [] : assignTo(item.optional_vars, b.keyword("null"), cx);
  return [
    b.evaluate(b.yieldAll(b.call(b.member(lock, "acquire"), [])), node),
    { kind: "try", body: [...start, ...inside()], handler: undefined, finalizer: [b.evaluate(b.call(b.member(lock, "release"), []))] },
  ];
}

/** The body of a `with`: exit once, with the exception if there is one, which goes on unless exit holds it back. */
function guarded(scope: Expression, body: Statement[], isAsync: boolean, cx: Context): Statement {
  const raw = numbered("$e", cx.frame.handled.length + 1);
  const call = (method: string, args: Expression[]): Statement => {
    const value = b.call(b.member(scope, method), args);
    return b.evaluate(isAsync ? b.yieldAll(value) : value);
  };
  return { kind: "try", body, handler: { name: raw, body: [call("failed", [b.name(raw)])] }, finalizer: [call("end", [])] };
}
