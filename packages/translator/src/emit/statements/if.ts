import type * as py from "@portalis/parser";
import { importOf } from "../../analyze/link-classes.js";
import type { Statement } from "../../tree/statements.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { scoped } from "../scoped.js";
import { emitStatements } from "../statement.js";

/** Whether a test is `TYPE_CHECKING`, which is false in a running program. */
function isTypeChecking(node: py.Expr, cx: Context): boolean {
  const imported = importOf(node, cx.program);
  return imported?.module === "typing" && imported.name === "TYPE_CHECKING";
}

/** `if`, with its `elif`s and `else`. */
export function emitIf(node: py.If, cx: Context): Statement[] {
  if (isTypeChecking(node.test, cx)) return scoped(emitStatements(node.orelse, cx));
  const test = emitCondition(node.test, cx);
  return [{ kind: "if", test, then: emitStatements(node.body, cx), otherwise: emitStatements(node.orelse, cx), origin: node }];
}
