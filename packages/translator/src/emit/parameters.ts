import type { FunctionInfo, ParameterInfo } from "../analyze/function-info.js";
import { identifier } from "../names.js";
import * as b from "../tree/build.js";
import type { Expression, Parameter, Property } from "../tree/expressions.js";
import type { Statement } from "../tree/statements.js";
import { objectType, type TypeNode } from "../tree/types.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";
import { inheritedCount, isShared } from "./class-shape.js";
import { anything, typeNode } from "./type-nodes.js";

/** The parameters of an emitted function, and what must be evaluated when it is defined. */
export interface EmittedParameters {
  readonly parameters: Parameter[];
  /** Constants that hold defaults: they are evaluated once, at the definition. */
  readonly before: Statement[];
}

/** Parameters in the direct form: positional ones, `args`, an object of the keyword-only ones, the other keywords. */
export function emitParameters(info: FunctionInfo, outer: Context): EmittedParameters {
  const inherited = inheritedCount(info);
  const before: Statement[] = [];
  const parameters: Parameter[] = [];
  const properties: Property[] = [];
  const types: { name: string; optional: boolean; type: TypeNode }[] = [];
  info.parameters.forEach((parameter, index) => {
    const initial = emitDefault(parameter, info, before, outer);
    const target = b.name(identifier(parameter.name));
    const type = parameterTypeNode(info, index, outer);
    if (parameter.kind === "keyword-only") {
      properties.push({ name: parameter.name, value: initial === undefined ? target : b.assign(target, initial) });
      types.push({ name: parameter.name, optional: initial !== undefined, type });
    } else {
      if (parameter.kind === "keywords" && properties.length > 0) parameters.push(keywordOnly(properties, types));
      parameters.push({ target, type, initial, optional: initial === undefined && index >= inherited });
    }
  });
  if (properties.length > 0 && info.parameters.at(-1)?.kind !== "keywords") parameters.push(keywordOnly(properties, types));
  return { parameters, before };
}

function keywordOnly(properties: Property[], types: { name: string; optional: boolean; type: TypeNode }[]): Parameter {
  return { target: b.object(properties), type: objectType(types) };
}

function parameterTypeNode(info: FunctionInfo, index: number, cx: Context): TypeNode {
  const parameter = info.parameters[index];
  if (parameter?.kind === "rest") return cx.imports.type("Tuple");
  if (parameter?.kind === "keywords") return cx.imports.type("Dict");
  const variable = parameter === undefined ? undefined : info.scope.variables.get(parameter.name);
  if (variable?.onlyBinding === undefined || info.node.type === "Lambda" || isShared(info)) return anything(cx);
  const type = cx.inference.facts.variableType(variable);
  return type.kind === "bool" || type.kind === "none" ? anything(cx) : typeNode(type, cx);
}

/** A constant default stands in the parameter; any other is evaluated at the definition and kept in a constant. */
function emitDefault(parameter: ParameterInfo, info: FunctionInfo, before: Statement[], outer: Context): Expression | undefined {
  const { initial } = parameter;
  if (initial === undefined) return undefined;
  const value = emitExpression(initial, outer);
  if (
    initial.type === "Constant" ||
    (initial.type === "UnaryOp" && initial.operand.type === "Constant") ||
    (initial.type === "Tuple" && initial.elts.length === 0)
  )
    return value;
  const holder = b.name(outer.frame.freshName(`$${identifier(info.name.replace(/\W/g, ""))}_${identifier(parameter.name)}`));
  before.push(b.constant(holder, value, anything(outer)));
  return holder;
}
