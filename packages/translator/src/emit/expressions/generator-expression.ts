import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import { declareTemporaries } from "../body.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { Frame } from "../frame.js";
import { anything } from "../type-nodes.js";
import { emitLoops, waitsInside } from "./comprehension.js";

/** `(elt for ...)`: a generator whose first iterable is evaluated at once. */
export function emitGeneratorExpression(node: py.GeneratorExp, cx: Context): Expression {
  const scope = cx.program.scopeOf.get(node);
  const [first] = node.generators;
  if (scope === undefined || first === undefined) return b.keyword("null");
  if (waitsInside(node, cx))
    return cx.refused(diagnosticCodes.expression, node, "an asynchronous generator expression", "use a list comprehension or an async for");
  const inner = cx.inside(new Frame({ kind: "generator", scope, info: cx.frame.info, receiver: undefined }));
  const parameter = b.name("$0");
  const element = b.evaluate({ kind: "yield", delegate: false, value: emitExpression(node.elt, inner) });
  const loops = emitLoops(node.generators, parameter, element, inner);
  const generator: Expression = {
    kind: "function",
    name: undefined,
    generator: true,
    parameters: [{ target: parameter, type: anything(cx) }],
    returnType: cx.imports.type("PyGenerator"),
    body: [...declareTemporaries(inner, [scope]), ...loops, { kind: "return", value: b.keyword("null") }],
  };
  return cx.callHelper("genexp", [generator, emitExpression(first.iter, cx)], node);
}
