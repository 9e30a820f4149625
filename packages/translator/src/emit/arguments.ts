import type * as py from "@portalis/parser";
import type { ParameterKind } from "../analyze/function-info.js";
import * as b from "../tree/build.js";
import type { Expression, Property } from "../tree/expressions.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";
import { emitElements } from "./expressions/display.js";
import { isQuiet } from "./simple.js";

/** A parameter, of a function of the program or of the library. */
export interface CallParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional: boolean;
}

/** Which argument goes to which parameter, decided by the text of the call. */
export interface Matched {
  /** By parameter; `undefined` where the default is used. */
  readonly positional: readonly (py.Expr | undefined)[];
  readonly rest: readonly py.Expr[];
  readonly keywordOnly: readonly { readonly name: string; readonly value: py.Expr }[];
  readonly keywords: readonly { readonly name: string; readonly value: py.Expr }[];
}

/**
 * Matches the arguments of a call with parameters as Python does. `undefined` if that needs run time: for `*args` and `**kwargs`
 * (but a star that only fills `*args`), for a call that Python refuses, and where the order of evaluation would change.
 */
export function matchArguments(parameters: readonly CallParameter[], call: py.Call, cx: Context): Matched | undefined {
  const positionalOnes = parameters.filter((parameter) => parameter.kind === "positional-only" || parameter.kind === "positional");
  const takesRest = parameters.some((parameter) => parameter.kind === "rest");
  const takesKeywords = parameters.some((parameter) => parameter.kind === "keywords");
  if (call.keywords.some((keyword) => keyword.arg === null)) return undefined;
  if (call.args.slice(0, positionalOnes.length).some((argument) => argument.type === "Starred")) return undefined;
  const rest = call.args.slice(positionalOnes.length);
  if (rest.length > 0 && !takesRest) return undefined;
  const positional: (py.Expr | undefined)[] = positionalOnes.map((_, index) => call.args[index]);
  const keywordOnly: { name: string; value: py.Expr }[] = [];
  const keywords: { name: string; value: py.Expr }[] = [];
  for (const { arg, value } of call.keywords) {
    const name = arg ?? "";
    const index = positionalOnes.findIndex((parameter) => parameter.name === name && parameter.kind === "positional");
    if (index >= 0) {
      if (positional[index] !== undefined) return undefined;
      positional[index] = value;
    } else if (parameters.some((parameter) => parameter.name === name && parameter.kind === "keyword-only"))
      keywordOnly.push({ name, value });
    else if (takesKeywords) keywords.push({ name, value });
    else return undefined;
  }
  if (positional.some((value, index) => value === undefined && positionalOnes[index]?.optional === false)) return undefined;
  const isMissing = (parameter: CallParameter): boolean =>
    parameter.kind === "keyword-only" && !parameter.optional && !keywordOnly.some(({ name }) => name === parameter.name);
  if (parameters.some(isMissing)) return undefined;
  const matched = { positional, rest, keywordOnly, keywords };
  return keepsOrder(matched, call, cx) ? matched : undefined;
}

/** Whether arguments that do something are evaluated in the order in which they are written. */
function keepsOrder(matched: Matched, call: py.Call, cx: Context): boolean {
  const written = [...call.args, ...call.keywords.map((keyword) => keyword.value)].filter((value) => !isQuiet(value, cx));
  const placed = [
    ...matched.positional,
    ...matched.rest,
    ...matched.keywordOnly.map(({ value }) => value),
    ...matched.keywords.map(({ value }) => value),
  ].filter((value) => value !== undefined && written.includes(value));
  return placed.length === written.length && placed.every((value, index) => value === written[index]);
}

/** Positional arguments in JavaScript; trailing defaults are left out, others are `undefined`. */
export function emitPositional(positional: readonly (py.Expr | undefined)[], cx: Context, keepTrailing = false): Expression[] {
  const values = [...positional];
  if (!keepTrailing) while (values.length > 0 && values.at(-1) === undefined) values.pop();
  return values.map((value) => (value === undefined ? b.keyword("undefined") : emitExpression(value, cx)));
}

/** The arguments of a call that is bound at run time: the list and, if there are any, the keywords. */
export function emitDynamicArguments(
  call: py.Call,
  cx: Context,
): { readonly positional: Expression[]; readonly keywords: Expression | undefined } {
  const positional = emitElements(call.args, cx);
  if (call.keywords.length === 0) return { positional, keywords: undefined };
  if (call.keywords.every((keyword) => keyword.arg !== null)) {
    return {
      positional,
      keywords: b.object(call.keywords.map((keyword) => ({ name: keyword.arg ?? "", value: emitExpression(keyword.value, cx) }))),
    };
  }
  const parts: Expression[] = [];
  let named: Property[] = [];
  const flush = (): void => {
    if (named.length > 0) parts.push(b.object(named));
    named = [];
  };
  for (const { arg, value } of call.keywords) {
    if (arg !== null) named.push({ name: arg, value: emitExpression(value, cx) });
    else {
      flush();
      parts.push(emitExpression(value, cx));
    }
  }
  flush();
  return { positional, keywords: cx.callHelper("kwargs", parts) };
}
