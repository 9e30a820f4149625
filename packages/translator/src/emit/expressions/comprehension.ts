import type * as py from "@portalis/parser";
import { allNodes } from "../../analyze/children.js";
import { isBlockingCall } from "../../analyze/colour.js";
import type { Scope } from "../../analyze/scope.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { identifier } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression, Parameter } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import { arrayType } from "../../tree/types.js";
import { declareTemporaries, hoistedNames } from "../body.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { globalName } from "../global-name.js";
import { canWait, Frame } from "../frame.js";
import { asyncLoop, forOf } from "../statements/loop-head.js";
import { anything } from "../type-nodes.js";
import { emitIterable } from "../iterable.js";

type Comprehension = py.ListComp | py.SetComp | py.DictComp;

/** A generator expression that is used up at once, as an array: nobody sees the difference. */
export function emitWhole(node: py.GeneratorExp, cx: Context): Expression {
  const scope = cx.program.scopeOf.get(node);
  return scope === undefined ? b.keyword("null") : emitIn({ ...node, type: "ListComp" }, scope, cx);
}

/** A list, set or dict comprehension: a function that fills the collection in loops, called at once. */
export function emitComprehension(node: Comprehension, cx: Context): Expression {
  if (waitsInside(node, cx) && !canWait(cx.frame))
    return cx.refused(diagnosticCodes.expression, node, "an asynchronous comprehension here");
  const scope = cx.program.scopeOf.get(node);
  return scope === undefined ? b.keyword("null") : emitIn(node, scope, cx);
}

function emitIn(node: Comprehension, scope: Scope, cx: Context): Expression {
  const waits = waitsInside(node, cx);
  const [first] = node.generators;
  if (first === undefined) return b.keyword("null");
  const mapped = waits ? undefined : emitMapped(node, first, scope, cx);
  if (mapped !== undefined) return mapped;
  const inner = cx.inside(new Frame({ kind: waits ? "coroutine" : "plain", scope, info: cx.frame.info, receiver: cx.frame.receiver }));
  const result = b.name("$r");
  const add = adding(node, result, inner);
  const source = emitIterable(first.iter, cx, first.is_async === 1);
  const isDirect = first.is_async === 0 && !readsTargets(first, cx);
  const parameter = b.name("$0");
  const loops = emitLoops(node.generators, isDirect ? source : parameter, add, inner);
  const body: Statement[] = [...declareTemporaries(inner, [scope]), startOf(node, result, cx), ...loops, { kind: "return", value: result }];
  const parameters: Parameter[] = isDirect ? [] : [{ target: parameter, type: anything(cx) }];
  const args = isDirect ? [] : [source];
  if (!waits) return b.call(b.arrow(parameters, body), args, node);
  const usesThis = cx.frame.receiver !== undefined;
  if (usesThis) parameters.unshift({ target: b.name("this"), type: anything(cx) });
  const generator: Expression = {
    kind: "function",
    name: undefined,
    generator: true,
    parameters,
    returnType: cx.imports.type("Coroutine", anything(cx)),
    body,
  };
  return b.yieldAll(usesThis ? b.call(b.member(generator, "call"), [b.keyword("this"), ...args]) : b.call(generator, args), node);
}

/** `[elt for target in iter]` as `Array.from(iter, (target) => elt)`: it goes through the iterator in the same steps. */
function emitMapped(node: Comprehension, first: py.Comprehension, scope: Scope, cx: Context): Expression | undefined {
  if (node.type !== "ListComp" || node.generators.length !== 1 || first.ifs.length > 0) return undefined;
  if (hoistedNames(scope, cx).length > 0) return undefined;
  const { target } = first;
  const isPair =
    target.type === "Tuple" && cx.typeOf(first.iter).kind === "rows" && target.elts.every((element) => element.type === "Name");
  if (target.type !== "Name" && !isPair) return undefined;
  const inner = cx.inside(new Frame({ kind: "plain", scope, info: cx.frame.info, receiver: cx.frame.receiver }));
  const value = emitExpression(node.elt, inner);
  const declared = declareTemporaries(inner, []);
  const pattern =
    target.type === "Tuple"
      ? b.array(target.elts.map((element) => b.name(identifier(element.type === "Name" ? element.id : ""))))
      : b.name(identifier(target.id));
  const body = declared.length === 0 ? value : [...declared, { kind: "return" as const, value }];
  return b.call(b.member(globalName("Array", cx), "from"), [emitIterable(first.iter, cx), b.arrow([{ target: pattern }], body)], node);
}

/** Whether a comprehension awaits: it then runs as part of the coroutine around it. */
export function waitsInside(node: py.Expr, cx: Context): boolean {
  for (const inner of allNodes(node)) {
    if (inner.type === "Call" && isBlockingCall(inner, cx.inference)) return true;
    if (inner.type === "Await" || (inner.type === "comprehension" && inner.is_async === 1)) return true;
  }
  return false;
}

function startOf(node: Comprehension, result: Expression, cx: Context): Statement {
  if (node.type === "ListComp") return b.constant(result, b.array([]), arrayType(anything(cx)));
  return b.constant(result, cx.callHelper(node.type === "SetComp" ? "S" : "D", []));
}

function adding(node: Comprehension, result: Expression, cx: Context): Statement {
  switch (node.type) {
    case "ListComp":
      return b.evaluate(b.call(b.member(result, "push"), [emitExpression(node.elt, cx)]));
    case "SetComp":
      return b.evaluate(b.call(b.member(result, "add"), [emitExpression(node.elt, cx)]));
    case "DictComp":
      return b.evaluate(cx.callHelper("setitem", [result, emitExpression(node.key, cx), emitExpression(node.value, cx)]));
  }
}

/** Whether the first iterable reads a name that the comprehension itself binds: the two must not meet in JavaScript. */
function readsTargets(generator: py.Comprehension, cx: Context): boolean {
  const bound = new Set<string>();
  for (const node of allNodes(generator.target)) if (node.type === "Name") bound.add(node.id);
  for (const node of allNodes(generator.iter)) if (node.type === "Name" && bound.has(node.id)) return true;
  return hoistedNames(cx.frame.scope, cx).some((name) => bound.has(name));
}

/** The nested loops and conditions of a comprehension around its innermost statement. */
export function emitLoops(generators: readonly py.Comprehension[], first: Expression, innermost: Statement, cx: Context): Statement[] {
  const [head, ...others] = generators;
  if (head === undefined) return [innermost];
  return loopsFrom(head, others, first, innermost, cx);
}

function loopsFrom(
  head: py.Comprehension,
  others: readonly py.Comprehension[],
  iterable: Expression,
  innermost: Statement,
  cx: Context,
): Statement[] {
  const [next, ...rest] = others;
  const inside = next === undefined ? [innermost] : loopsFrom(next, rest, emitIterable(next.iter, cx, next.is_async === 1), innermost, cx);
  const guarded = head.ifs.reduceRight<Statement[]>((body, test) => [b.when(emitCondition(test, cx), body)], inside);
  return head.is_async === 1
    ? asyncLoop(head.target, iterable, guarded, undefined, cx)
    : [forOf(head.target, iterable, guarded, undefined, cx)];
}
