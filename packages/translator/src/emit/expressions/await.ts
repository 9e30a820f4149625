import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";

/** `await value`: `yield*` of a coroutine or of what the library gives to wait for, otherwise through `aw`. */
export function emitAwait(node: py.Await, cx: Context): Expression {
  const value = emitExpression(node.value, cx);
  const type = cx.typeOf(node.value);
  const isCoroutine = type.kind === "coroutine" && node.value.type === "Call";
  return b.yieldAll(isCoroutine ? value : cx.callHelper("aw", [value]), node);
}
