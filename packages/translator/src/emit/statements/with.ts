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
import { anything } from "../type-nodes.js";
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
  const manager = managerOf(item.context_expr, before, cx);
  const inside = (): Statement[] => emitItems(node, others, cx);
  if (isAsync && isLock(item.context_expr, cx.inference)) return [...before, ...emitLock(item, manager, inside, node, cx)];
  const entered = isAsync ? b.yieldAll(cx.callHelper("aenter", [manager])) : cx.callHelper("enter", [manager]);
  const value = b.name(cx.frame.freshName("$w"));
  const keepsValue = item.optional_vars !== null;
  before.push({ ...(keepsValue ? b.constant(value, entered) : b.evaluate(entered)), origin: node });
  const start = item.optional_vars === null ? [] : assignTo(item.optional_vars, value, cx);
  return [...before, ...guarded(manager, [...start, ...inside()], isAsync, cx)];
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
function guarded(manager: Expression, body: Statement[], isAsync: boolean, cx: Context): Statement[] {
  const ok = b.name(cx.frame.freshName("$ok"));
  const raw = b.name(numbered("$e", cx.frame.handled.length + 1));
  const wait = (value: Expression): Expression => (isAsync ? b.yieldAll(value) : value);
  const held = wait(cx.callHelper(isAsync ? "aexitWith" : "exitWith", [manager, raw]));
  const left = wait(cx.callHelper(isAsync ? "aexit" : "exit", [manager]));
  return [
    b.variable(ok, anything(cx), b.keyword("true")),
    {
      kind: "try",
      body,
      handler: {
        name: raw.kind === "name" ? raw.name : "$e",
        body: [b.evaluate(b.assign(ok, b.keyword("false"))), b.when(b.not(held), [b.raise(raw)])],
      },
      finalizer: [b.when(ok, [b.evaluate(left)])],
    },
  ];
}
