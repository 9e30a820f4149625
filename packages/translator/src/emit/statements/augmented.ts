import type * as py from "@portalis/parser";
import { attributeName } from "../../analyze/callee.js";
import { isPlainValue } from "../../analyze/types.js";
import { propertyName } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { inPlaceHelper, operatorHelpers } from "../expressions/binary.js";
import { isSteady } from "../simple.js";
import { attributeStore, emitNameTarget } from "./target.js";

/** `target op= value`: the target's parts are evaluated once, before the value. */
export function emitAugmented(node: py.AugAssign, cx: Context): Statement[] {
  const { target } = node;
  switch (target.type) {
    case "Name": {
      const before = emitExpression(target, cx);
      return [b.evaluate(b.assign(emitNameTarget(target, cx), operation(node, before, cx)), node)];
    }
    case "Attribute": {
      const statements: Statement[] = [];
      const object = once(target.value, statements, cx);
      const name = attributeName(target, cx.inference);
      const before = isDirect(target, name, cx) ? b.member(object, propertyName(name)) : cx.callHelper("getattr", [object, b.text(name)]);
      return [...statements, b.evaluate(attributeStore(target, object, operation(node, before, cx), cx), node)];
    }
    case "Subscript": {
      const statements: Statement[] = [];
      const object = once(target.value, statements, cx);
      const key = once(target.slice, statements, cx);
      const before = cx.callHelper("getitem", [object, key]);
      return [...statements, b.evaluate(cx.callHelper("setitem", [object, key, operation(node, before, cx)]), node)];
    }
  }
}

function operation(node: py.AugAssign, before: Expression, cx: Context): Expression {
  const isPlain = node.target.type !== "Subscript" && isPlainValue(cx.typeOf(node.target));
  return cx.callHelper(isPlain ? operatorHelpers[node.op] : inPlaceHelper(node.op), [before, emitExpression(node.value, cx)], node);
}

function isDirect(target: py.Attribute, name: string, cx: Context): boolean {
  const receiver = cx.typeOf(target.value);
  return receiver.kind === "instance" && receiver.info.isEstablished(name);
}

/** A part of the target, evaluated once. */
function once(node: py.Expr, statements: Statement[], cx: Context): Expression {
  const value = emitExpression(node, cx);
  if (isSteady(node, cx) || value.kind === "keyword" || value.kind === "name") return value;
  const holder = b.name(cx.frame.freshName("$o"));
  statements.push(b.constant(holder, value));
  return holder;
}
