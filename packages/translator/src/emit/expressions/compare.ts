import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { BinaryOperator, Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { globalName } from "../global-name.js";
import { isMainTest } from "../main-test.js";
import { isQuiet, isSteady } from "../simple.js";

interface Operand {
  readonly node: py.Expr;
  readonly value: Expression;
}

const helpers: Readonly<Record<string, string>> = { Eq: "eq", NotEq: "ne", Lt: "lt", LtE: "le", Gt: "gt", GtE: "ge" };
const operators: Readonly<Record<string, BinaryOperator>> = { Eq: "===", NotEq: "!==", Lt: "<", LtE: "<=", Gt: ">", GtE: ">=" };

/** A comparison, or a chain of them: every operand is evaluated at most once. */
export function emitCompare(node: py.Compare, cx: Context): Expression {
  if (isMainTest(node)) return cx.callHelper("isMain", [b.keyword("import.meta")], node);
  if (node.ops.length === 1) return emitSingle(node, cx);
  const parts: Expression[] = [];
  let left: Operand = { node: node.left, value: emitExpression(node.left, cx) };
  node.ops.forEach((op, index) => {
    const right = node.comparators[index] ?? node.left;
    const isLast = index === node.ops.length - 1;
    const value = emitExpression(right, cx);
    if (isLast || isSteady(right, cx)) {
      parts.push(comparison(op, left, { node: right, value }, cx));
      left = { node: right, value };
    } else {
      const temporary = cx.temporary();
      parts.push(comparison(op, left, { node: right, value: b.assign(temporary, value) }, cx));
      left = { node: right, value: temporary };
    }
  });
  if (cx.typeOf(node).kind === "bool") return parts.reduce((before, part) => b.binary("&&", before, part));
  return chainValue(parts, cx);
}

/** The value of a chain whose comparisons may give anything: the first false one, or the last. */
function chainValue(parts: readonly Expression[], cx: Context): Expression {
  return parts.reduceRight((rest, part) => {
    const temporary = cx.temporary();
    return b.conditional(cx.callHelper("truth", [b.assign(temporary, part)]), rest, temporary);
  });
}

function emitSingle(node: py.Compare, cx: Context): Expression {
  const [op] = node.ops;
  const [right] = node.comparators;
  if (op === undefined || right === undefined) return b.keyword("null");
  const isMembership = op === "In" || op === "NotIn";
  const swaps = isMembership && !isSteady(node.left, cx) && !isSteady(right, cx) && !(isQuiet(node.left, cx) && isQuiet(right, cx));
  if (swaps) {
    const item = cx.temporary();
    const first = b.assign(item, emitExpression(node.left, cx));
    return b.binary(",", first, comparison(op, { node: node.left, value: item }, { node: right, value: emitExpression(right, cx) }, cx));
  }
  return comparison(op, { node: node.left, value: emitExpression(node.left, cx) }, { node: right, value: emitExpression(right, cx) }, cx);
}

function comparison(op: py.CmpOperator, left: Operand, right: Operand, cx: Context): Expression {
  switch (op) {
    case "Is":
      return isTyped(left, right, cx) ? sameObject(left, right, cx) : b.binary("===", left.value, right.value);
    case "IsNot":
      return isTyped(left, right, cx) ? b.not(sameObject(left, right, cx)) : b.binary("!==", left.value, right.value);
    case "In":
      return cx.callHelper("contains", [right.value, left.value]);
    case "NotIn":
      return b.not(cx.callHelper("contains", [right.value, left.value]));
    default: {
      const operator = operators[op] ?? "===";
      if (isNative(op, left, right, cx)) return b.binary(operator, left.value, right.value);
      return cx.callHelper(helpers[op] ?? "eq", [left.value, right.value]);
    }
  }
}

/** Whether JavaScript's operator gives Python's answer, and TypeScript lets it pass. */
function isNative(op: py.CmpOperator, left: Operand, right: Operand, cx: Context): boolean {
  if (isFresh(left.value) && isFresh(right.value)) return false;
  const [a, c] = [cx.typeOf(left.node).kind, cx.typeOf(right.node).kind];
  if (op === "Eq" || op === "NotEq") return a === c && (a === "int" || a === "str");
  return a === "int" && c === "int";
}

/** Whether TypeScript knows so much about both sides that it may refuse to compare them. */
function isTyped(left: Operand, right: Operand, cx: Context): boolean {
  if (isArray(left.value) || isArray(right.value)) return true;
  if (isNull(left.value) || isNull(right.value))
    return isNull(left.value) && isNull(right.value) ? false : isFresh(left.value) || isFresh(right.value);
  return !isOpen(left, cx) && !isOpen(right, cx);
}

/** A parameter or an attribute: of the widest type in TypeScript, unless something is proven about it. */
function isOpen({ node }: Operand, cx: Context): boolean {
  const { kind } = cx.typeOf(node);
  if (kind !== "unknown" && kind !== "never") return false;
  if (node.type === "Attribute") return true;
  return node.type === "Name" && cx.program.variableOf.get(node)?.bindings.some((binding) => binding.kind === "parameter") === true;
}

function isArray(value: Expression): boolean {
  const callee = value.kind === "call" ? value.callee : undefined;
  return value.kind === "array" || (callee?.kind === "member" && callee.object.kind === "name" && callee.object.name === "Array");
}

function isNull(value: Expression): boolean {
  return value.kind === "keyword" && value.word === "null";
}

/** An expression whose type TypeScript takes from its text: a literal, or something made of literals. */
function isFresh(value: Expression): boolean {
  switch (value.kind) {
    case "number":
    case "bigint":
    case "string":
    case "template":
    case "arrow":
    case "new":
    case "object":
    case "array":
    case "binary":
    case "unary":
      return true;
    case "keyword":
      return value.word !== "this" && value.word !== "null";
    case "conditional":
      return isFresh(value.then) || isFresh(value.otherwise);
    case "assign":
      return isFresh(value.value);
    default:
      return false;
  }
}

function sameObject(left: Operand, right: Operand, cx: Context): Expression {
  return b.call(b.member(globalName("Object", cx), "is"), [left.value, right.value]);
}
