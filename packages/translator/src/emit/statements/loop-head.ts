import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";
import { assignTo, emitNameTarget } from "./target.js";

/** `for (const target of iterable) { body }`. */
export function forOf(
  target: py.Expr,
  iterable: Expression,
  body: readonly Statement[],
  origin: py.Stmt | undefined,
  cx: Context,
  givesTuples = false,
): Statement {
  const head = headOf(target, givesTuples, cx);
  if (head !== undefined)
    return { kind: "forOf", label: undefined, declaration: head.declaration, target: head.target, iterable, body, origin };
  const item = b.name(cx.frame.freshName("$i"));
  return {
    kind: "forOf",
    label: undefined,
    declaration: "const",
    target: item,
    iterable,
    body: [...assignTo(target, item, cx), ...body],
    origin,
  };
}

/** A target that JavaScript's loop can assign itself. */
function headOf(
  target: py.Expr,
  givesTuples: boolean,
  cx: Context,
): { readonly declaration: "const" | ""; readonly target: Expression } | undefined {
  if (target.type === "Name") {
    const variable = cx.program.variableOf.get(target);
    if (variable?.scope.kind === "class") return undefined;
    // A variable that is assigned again is declared in the body, with a type that is wide enough.
    const declares = cx.module.placement.declares(target);
    return declares === "let" ? undefined : { declaration: declares ?? "", target: emitNameTarget(target, cx) };
  }
  if (!givesTuples || (target.type !== "Tuple" && target.type !== "List")) return undefined;
  const names = target.elts.filter((element) => element.type === "Name");
  const kinds = new Set(names.map((name) => cx.module.placement.declares(name) ?? ""));
  const [declaration] = kinds;
  const isPlain = names.length === target.elts.length && new Set(names.map((name) => name.id)).size === names.length;
  return isPlain && kinds.size === 1 && declaration !== undefined && declaration !== "let"
    ? { declaration, target: b.array(names.map((name) => emitNameTarget(name, cx))) }
    : undefined;
}

/** An asynchronous loop: items are awaited one after the other until there is none. */
export function asyncLoop(
  target: py.Expr,
  iterable: Expression,
  body: readonly Statement[],
  origin: py.Stmt | undefined,
  cx: Context,
): Statement[] {
  const iterator = b.name(cx.frame.freshName("$it"));
  const isPlain = target.type === "Name" && cx.module.placement.declares(target) === "const";
  const item = isPlain ? emitNameTarget(target, cx) : b.name(cx.frame.freshName("$i"));
  return [
    { ...b.constant(iterator, cx.callHelper("aiter", [iterable])), origin },
    {
      kind: "while",
      label: undefined,
      test: b.keyword("true"),
      body: [
        b.constant(item, b.yieldAll(cx.callHelper("asyncNext", [iterator]))),
        b.when(b.binary("===", item, b.keyword("undefined")), [{ kind: "break", label: undefined }]),
        ...(isPlain ? [] : assignTo(target, item, cx)),
        ...body,
      ],
    },
  ];
}
