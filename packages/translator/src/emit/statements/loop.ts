import type * as py from "@portalis/parser";
import { breaks, isAlways, leavesEarly } from "../../analyze/completes.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Statement } from "../../tree/statements.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { canWait } from "../frame.js";
import { emitIterable } from "../iterable.js";
import { scoped } from "../scoped.js";
import { emitStatements } from "../statement.js";
import { asyncLoop, forOf } from "./loop-head.js";

/** `while test: body else: orelse`. */
export function emitWhile(node: py.While, cx: Context): Statement[] {
  const label = elseLabel(node, cx);
  const test = isAlways(node.test) ? b.keyword("true") : emitCondition(node.test, cx);
  const loop: Statement = { kind: "while", label: undefined, test, body: loopBody(node.body, label, cx), origin: node };
  return withElse([loop], node.orelse, label, cx);
}

/** `for target in iter: body else: orelse`, plain or asynchronous. */
export function emitFor(node: py.For | py.AsyncFor, cx: Context): Statement[] {
  const label = elseLabel(node, cx);
  const isAsync = node.type === "AsyncFor";
  if (isAsync && !canWait(cx.frame)) cx.refuse(diagnosticCodes.statement, node, "'async for' outside of a coroutine");
  const iterable = emitIterable(node.iter, cx, isAsync);
  const body = loopBody(node.body, label, cx);
  const loop = isAsync
    ? dropping(node, asyncLoop(node.target, iterable, body, node, cx), cx)
    : [forOf(node.target, iterable, body, node, cx, cx.typeOf(node.iter).kind === "rows")];
  return withElse(loop, node.orelse, label, cx);
}

/** An `async for` over an async generator that nothing else names, left early: the generator is closed soon after, as in CPython. */
function dropping(node: py.AsyncFor | py.For, loop: Statement[], cx: Context): Statement[] {
  const isTemporary = node.iter.type === "Call" && cx.typeOf(node.iter).kind === "asyncGenerator";
  const [iterator, ...rest] = loop;
  if (!isTemporary || !leavesEarly(node.body) || iterator?.kind !== "variable") return loop;
  const drop = b.evaluate(cx.callHelper("asyncDrop", [iterator.target]));
  return [iterator, { kind: "try", body: rest, handler: undefined, finalizer: [drop] }];
}

/** `break`: out of the loop, or past its `else`. */
export function emitBreak(node: py.Break, cx: Context): Statement {
  return { kind: "break", label: cx.frame.loops.at(-1)?.breakLabel, origin: node };
}

function elseLabel(node: py.For | py.AsyncFor | py.While, cx: Context): string | undefined {
  return node.orelse.length > 0 && breaks(node.body) ? cx.frame.freshName("$loop") : undefined;
}

function loopBody(body: readonly py.Stmt[], breakLabel: string | undefined, cx: Context): Statement[] {
  cx.frame.loops.push({ breakLabel });
  const emitted = emitStatements(body, cx);
  cx.frame.loops.pop();
  return emitted;
}

/** The `else` of a loop stands in a labelled block with the loop: `break` leaves both. */
function withElse(loop: Statement[], orelse: readonly py.Stmt[], label: string | undefined, cx: Context): Statement[] {
  if (orelse.length === 0) return loop;
  const otherwise = emitStatements(orelse, cx);
  return label === undefined ? [...loop, ...scoped(otherwise)] : [{ kind: "block", label, body: [...loop, ...otherwise] }];
}
