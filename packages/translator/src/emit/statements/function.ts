import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import { identifier } from "../../names.js";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitFunctionParts, registration, registrationArguments, type EmittedFunction } from "../function-body.js";
import { anything } from "../type-nodes.js";

/** `def` and `async def`: a function declaration and its registration; an assignment where it is decorated or assigned elsewhere too. */
export function emitFunction(node: py.FunctionDef | py.AsyncFunctionDef, cx: Context): Statement[] {
  const info = cx.program.functionOf.get(node);
  if (info === undefined) return [];
  const parts = emitFunctionParts(info, cx);
  const name = identifier(node.name);
  const declares = cx.module.placement.declares(node);
  const isExported = cx.frame.kind === "module" && !node.name.startsWith("_");
  const helper = cx.helper(registration(info));
  if (info.isColoured && info.escapes) {
    cx.refuse(
      diagnosticCodes.blocking,
      node,
      `the function '${node.name}', which waits, used as a value`,
      "only call it, or make it a coroutine",
    );
  }
  if (declares === "const" && !info.hasDecorators) {
    const declaration: Statement = {
      kind: "function",
      name,
      generator: parts.generator,
      exported: isExported,
      parameters: parts.parameters,
      returnType: parts.returnType,
      body: parts.body,
      doc: parts.doc,
      origin: node,
    };
    const documented = parts.doc !== undefined && cx.module.analysis.uses.looseAttributes.has("__doc__");
    const doc = documented ? [b.evaluate(cx.callHelper("setattr", [b.name(name), b.text("__doc__"), b.text(parts.doc)]))] : [];
    return [...parts.before, declaration, b.evaluate(b.call(helper, [b.name(name), ...registrationArguments(info)]), node), ...doc];
  }
  const made = b.call(helper, [functionExpression(parts), ...registrationArguments(info)], node);
  const value = info.appliedDecorators.reduceRight<Expression>(
    (inner, decorator) => cx.callHelper("call", [emitExpression(decorator, cx), inner], decorator),
    made,
  );
  const target = b.name(name);
  if (declares === undefined) return [...parts.before, b.evaluate(b.assign(target, value), node)];
  const statement: Statement = {
    kind: "variable",
    constant: declares === "const",
    exported: isExported,
    target,
    type: anything(cx),
    initial: value,
    doc: parts.doc,
    origin: node,
  };
  return [...parts.before, statement];
}

/** Without a name of its own: inside, the name means what it means outside. */
function functionExpression(parts: EmittedFunction): Expression {
  return {
    kind: "function",
    name: undefined,
    generator: parts.generator,
    parameters: parts.parameters,
    returnType: parts.returnType,
    body: parts.body,
  };
}
