import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `return value`. */
export function emitReturn(node: py.Return, cx: Context): Statement {
  if (node.value === null) return { kind: "return", value: returnsNothing(cx) ? undefined : b.keyword("null"), origin: node };
  return { kind: "return", value: emitExpression(node.value, cx), origin: node };
}

/** Whether what the function returns is nobody's business: `__init__`, setters, asynchronous generators, the program. */
export function returnsNothing(cx: Context): boolean {
  const { info, kind } = cx.frame;
  if (info === undefined || kind === "asyncGenerator") return true;
  return info.owner !== undefined && (info.name === "__init__" || info.role === "setter");
}
