import type * as py from "@portalis/parser";
import type { Context } from "./context.js";

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
    default:
      return false;
  }
}

/** Whether evaluating an expression cannot change anything: no call, no operator that a class may define. */
export function isQuiet(node: py.Expr, cx: Context): boolean {
  switch (node.type) {
    case "Constant":
    case "Name":
    case "Lambda":
      return true;
    case "JoinedStr":
      return node.values.every((value) => value.type === "Constant");
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
