import type * as py from "@portalis/parser";
import { identifier } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { numbered } from "../numbered.js";
import { emitStatements } from "../statement.js";
import { anything } from "../type-nodes.js";

/** The `catch` clause for `except*` handlers: each that matches runs, what is left and what they raise goes on together. */
export function emitStarHandlers(handlers: readonly py.ExceptHandler[], cx: Context): { name: string; body: Statement[] } {
  const depth = cx.frame.handled.length + 1;
  const raw = numbered("$e", depth);
  const clauses = b.name(numbered("$x", depth));
  const body = handlers.map((handler) => emitHandler(handler, clauses, depth, cx));
  return {
    name: raw,
    body: [b.constant(clauses, cx.callHelper("exceptStar", [b.name(raw)])), ...body, b.evaluate(b.call(b.member(clauses, "finish"), []))],
  };
}

function emitHandler(handler: py.ExceptHandler, clauses: ReturnType<typeof b.name>, depth: number, cx: Context): Statement {
  const group = b.name(numbered("$g", depth));
  const inner = b.name(numbered("$e", depth + 1));
  const start: Statement[] = [b.constant(group, b.member(clauses, "group"))];
  const end: Statement[] = [];
  if (handler.name !== null) {
    const own = b.name(identifier(handler.name));
    const declares = cx.module.placement.declares(handler);
    if (declares === undefined) {
      start.push(b.evaluate(b.assign(own, group)));
      end.push(b.evaluate(b.assign(own, b.keyword("undefined"))));
    } else
      start.push({ kind: "variable", constant: declares === "const", exported: false, target: own, type: anything(cx), initial: group });
  }
  cx.frame.handled.push(group.kind === "name" ? group.name : "$g");
  const body = emitStatements(handler.body, cx);
  cx.frame.handled.pop();
  const guarded: Statement = {
    kind: "try",
    body: [...start, ...body],
    handler: { name: inner.kind === "name" ? inner.name : "$e2", body: [b.evaluate(b.call(b.member(clauses, "raised"), [inner]))] },
    finalizer: end.length === 0 ? undefined : end,
  };
  const type = handler.exc_type === null ? b.keyword("null") : emitExpression(handler.exc_type, cx);
  return { ...b.when(b.call(b.member(clauses, "match"), [type]), [guarded]), origin: handler };
}
