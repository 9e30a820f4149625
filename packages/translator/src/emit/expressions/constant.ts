import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";

/** A literal. Floats without a fraction are boxed, so that they stay floats. */
export function emitConstant(node: py.Constant, cx: Context): Expression {
  switch (node.literal) {
    case "None":
      return b.keyword("null", node);
    case "bool":
      return b.keyword(node.value ? "true" : "false", node);
    case "int":
      return typeof node.value === "bigint"
        ? { kind: "bigint", value: node.value, origin: node }
        : { ...b.number(node.value), origin: node };
    case "float":
      return Number.isInteger(node.value) || !Number.isFinite(node.value)
        ? floatConstant(node.value, cx)
        : { ...b.number(node.value), origin: node };
    case "str":
      return { ...b.text(node.value), origin: node };
    case "bytes":
      return cx.callHelper("B", [b.text(String.fromCharCode(...node.value))], node);
    case "Ellipsis":
      return cx.helper("Ellipsis");
    case "complex":
      return cx.refused(diagnosticCodes.expression, node, "complex numbers");
  }
}

function floatConstant(value: number, cx: Context): Expression {
  return Number.isFinite(value) ? cx.callHelper("F", [b.number(value)]) : b.name("Infinity");
}
