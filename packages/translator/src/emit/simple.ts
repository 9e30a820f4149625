import type * as py from "@portalis/parser";
import { attributeName } from "../analyze/callee.js";
import { isPlainValue } from "../analyze/types.js";
import type { Context } from "./context.js";
import { isDirectRead } from "./expressions/attribute.js";

/** Whether an expression gives the same value whenever it is evaluated, and evaluating it does nothing else. */
export function isSteady(node: py.Expr, cx: Context): boolean {
  switch (node.type) {
    case "Constant":
      return true;
    case "Name": {
      const variable = cx.program.variableOf.get(node);
      if (variable === undefined) return true;
      return variable.bindings.length === 1 && variable.scope.kind !== "class" && !cx.module.analysis.unproven.has(node);
    }
    case "UnaryOp":
      return node.operand.type === "Constant";
    case "Attribute":
      return isFixedAttribute(node, cx);
    default:
      return false;
  }
}

/** An attribute that is only ever stored while its object is made, read outside of that. */
function isFixedAttribute(node: py.Attribute, cx: Context): boolean {
  const receiver = cx.typeOf(node.value);
  if (receiver.kind !== "instance" || !isSteady(node.value, cx)) return false;
  const name = attributeName(node, cx.inference);
  if (cx.frame.info?.name === "__init__" || !isDirectRead(node, name, cx) || receiver.info.findProperty(name) !== undefined) return false;
  if (cx.inference.facts.hasDynamicAttributes) return false;
  return cx.program.attributeStores.every((store) => store.target.attr !== node.attr || store.scope.functionInfo?.name === "__init__");
}

/** Whether evaluating an expression cannot change anything: no call, no operator that a class may define. */
export function isQuiet(node: py.Expr, cx: Context): boolean {
  switch (node.type) {
    case "Constant":
    case "Name":
    case "Lambda":
      return true;
    case "JoinedStr":
      return node.values.every(
        (value) =>
          value.type === "Constant" ||
          (value.type === "FormattedValue" && isPlainValue(cx.typeOf(value.value)) && isQuiet(value.value, cx)),
      );
    case "Attribute":
      return isDirectRead(node, attributeName(node, cx.inference), cx) && !isProperty(node, cx) && isQuiet(node.value, cx);
    case "List":
    case "Tuple":
      return node.elts.every((element) => element.type !== "Starred" && isQuiet(element, cx));
    case "UnaryOp":
      return node.operand.type === "Constant";
    case "BinOp": {
      const kinds = [cx.typeOf(node.left).kind, cx.typeOf(node.right).kind];
      return (
        kinds.every((kind) => kind === "int" || kind === "float" || kind === "str") && isQuiet(node.left, cx) && isQuiet(node.right, cx)
      );
    }
    default:
      return false;
  }
}

function isProperty(node: py.Attribute, cx: Context): boolean {
  const receiver = cx.typeOf(node.value);
  return receiver.kind === "instance" && receiver.info.root.family.some((info) => info.properties.has(attributeName(node, cx.inference)));
}
