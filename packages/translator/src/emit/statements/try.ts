import type * as py from "@portalis/parser";
import { allNodes } from "../../analyze/children.js";
import { completes } from "../../analyze/completes.js";
import { identifier } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { numbered } from "../numbered.js";
import { scoped } from "../scoped.js";
import { emitStatements } from "../statement.js";
import { anything } from "../type-nodes.js";
import { emitStarHandlers } from "./except-star.js";

/** `try` with any of `except`, `else` and `finally`. */
export function emitTry(node: py.Try | py.TryStar, cx: Context): Statement[] {
  const finalizer = node.finalbody.length > 0 ? (): Statement[] => emitStatements(node.finalbody, cx) : undefined;
  if (node.handlers.length === 0)
    return [{ kind: "try", body: emitStatements(node.body, cx), handler: undefined, finalizer: finalizer?.() ?? [], origin: node }];
  if (node.orelse.length === 0) {
    const body = emitStatements(node.body, cx);
    return [{ kind: "try", body, handler: emitCatch(node, cx), finalizer: finalizer?.(), origin: node }];
  }
  const guarded = emitElse(node, cx);
  return finalizer === undefined ? guarded : [{ kind: "try", body: guarded, handler: undefined, finalizer: finalizer(), origin: node }];
}

/** `try` with `else`: what stands there runs after the body, outside of the handlers' reach. */
function emitElse(node: py.Try | py.TryStar, cx: Context): Statement[] {
  const body = emitStatements(node.body, cx);
  const handlersEnd = node.handlers.every((handler) => !completes(handler.body));
  if (handlersEnd) {
    return [
      { kind: "try", body, handler: emitCatch(node, cx), finalizer: undefined, origin: node },
      ...scoped(emitStatements(node.orelse, cx)),
    ];
  }
  const flag = b.name(cx.frame.freshName("$ok"));
  const done = b.evaluate(b.assign(flag, b.keyword("true")));
  return [
    b.variable(flag, anything(cx), b.keyword("false")),
    { kind: "try", body: [...body, done], handler: emitCatch(node, cx), finalizer: undefined, origin: node },
    b.when(flag, emitStatements(node.orelse, cx)),
  ];
}

function emitCatch(node: py.Try | py.TryStar, cx: Context): { name: string; body: Statement[] } {
  return node.type === "TryStar" ? emitStarHandlers(node.handlers, cx) : emitHandlers(node.handlers, cx);
}

/** The `catch` clause for all handlers: the exception goes on if none of them takes it. */
function emitHandlers(handlers: readonly py.ExceptHandler[], cx: Context): { name: string; body: Statement[] } {
  const depth = cx.frame.handled.length + 1;
  const raw = b.name(numbered("$e", depth));
  const names = new Set(handlers.filter((handler) => handler.name !== null).map((handler) => handler.name ?? ""));
  const [name] = names;
  const isShared =
    names.size === 1 &&
    name !== undefined &&
    handlers.every((handler) => handler.name === null || cx.module.placement.declares(handler) === "const");
  const caught = b.name(isShared ? identifier(name) : numbered("$x", depth));
  let chain: Statement[] = [b.raise(raw)];
  for (const handler of [...handlers].reverse()) {
    const body = emitHandler(handler, caught, isShared, cx);
    chain = handler.exc_type === null ? body : [b.when(matches(handler.exc_type, caught, cx), body, chain)];
  }
  const isUsed = handlers.some((handler) => handler.exc_type !== null || handler.name !== null || raises(handler));
  const before = isUsed ? [b.constant(caught, cx.callHelper("caught", [raw]))] : [];
  return { name: raw.kind === "name" ? raw.name : "$e", body: [...before, ...chain] };
}

function raises(handler: py.ExceptHandler): boolean {
  return handler.body.some((statement) =>
    [...allNodes(statement)].some((node) => (node.type === "Raise" && node.exc !== null) || node.type === "Assert"),
  );
}

function emitHandler(handler: py.ExceptHandler, caught: Expression, isShared: boolean, cx: Context): Statement[] {
  const start: Statement[] = [];
  const end: Statement[] = [];
  if (handler.name !== null && !isShared) {
    const declares = cx.module.placement.declares(handler);
    const own = b.name(identifier(handler.name));
    if (declares === undefined) {
      start.push(b.evaluate(b.assign(own, caught)));
      end.push(b.evaluate(b.assign(own, b.keyword("undefined"))));
    } else
      start.push({ kind: "variable", constant: declares === "const", exported: false, target: own, type: anything(cx), initial: caught });
  }
  cx.frame.handled.push(caught.kind === "name" ? caught.name : "$x");
  const body = emitStatements(handler.body, cx);
  cx.frame.handled.pop();
  // The name is unbound however the handler is left.
  return end.length === 0 ? [...start, ...body] : [...start, { kind: "try", body, handler: undefined, finalizer: end }];
}

/** Whether an exception is one of those that a handler names. */
function matches(type: py.Expr, caught: Expression, cx: Context): Expression {
  if (type.type === "Tuple" && type.elts.length > 0 && type.elts.every((element) => isProven(element, cx))) {
    return type.elts
      .map((element) => b.binary("instanceof", caught, emitExpression(element, cx)))
      .reduce((left, right) => b.binary("||", left, right));
  }
  if (isProven(type, cx)) return b.binary("instanceof", caught, emitExpression(type, cx));
  return cx.callHelper("isinstance", [caught, emitExpression(type, cx)]);
}

function isProven(type: py.Expr, cx: Context): boolean {
  const proven = cx.typeOf(type);
  return proven.kind === "class" || (proven.kind === "exceptionClass" && proven.name !== "BaseExceptionGroup");
}
