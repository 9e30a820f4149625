import type * as py from "@portalis/parser";
import { attributeName } from "../../analyze/callee.js";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { check } from "../expressions/name.js";
import { emitNameTarget } from "./target.js";

/** `del a, b.c, d[e]`. */
export function emitDelete(node: py.Delete, cx: Context): Statement[] {
  return node.targets.flatMap((target) => deleteOne(target, node, cx));
}

function deleteOne(target: py.Expr, node: py.Delete, cx: Context): Statement[] {
  switch (target.type) {
    case "Name": {
      const name = emitNameTarget(target, cx);
      const isChecked = cx.module.analysis.unproven.has(target);
      const variable = cx.program.variableOf.get(target);
      const checks = isChecked && variable !== undefined ? [b.evaluate(check(name, target, variable, cx), node)] : [];
      return [...checks, b.evaluate(b.assign(name, b.keyword("undefined")), node)];
    }
    case "Attribute":
      return [b.evaluate(cx.callHelper("delattr", [emitExpression(target.value, cx), b.text(attributeName(target, cx.inference))]), node)];
    case "Subscript":
      return [b.evaluate(cx.callHelper("delitem", [emitExpression(target.value, cx), emitExpression(target.slice, cx)]), node)];
    case "Tuple":
    case "List":
      return target.elts.flatMap((element) => deleteOne(element, node, cx));
    default:
      cx.refuse(diagnosticCodes.statement, target, "deleting this target");
      return [];
  }
}
