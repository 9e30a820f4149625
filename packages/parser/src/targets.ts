import type { Attribute, Expr, ExprContext, Name, Subscript } from "./ast.js";
import { parseStarred, tupleFrom } from "./expressions.js";
import { parsePrimary } from "./primaries.js";
import type { TokenCursor } from "./token-cursor.js";
import { COMMA, K_IN, NEWLINE, SEMICOLON, STAR } from "./token-kinds.js";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Turns an expression that has been read into an assignment target, in place.
 *
 * @throws ParseFailure if it cannot be one
 */
export function toStore(p: TokenCursor, target: Expr): Expr {
  return bind(p, target, "Store");
}

/** Turns an expression into the target of a `del`, in place. */
export function toDelete(p: TokenCursor, target: Expr): Expr {
  return bind(p, target, "Del");
}

function bind(p: TokenCursor, target: Expr, ctx: ExprContext): Expr {
  switch (target.type) {
    case "Name":
    case "Attribute":
    case "Subscript":
      (target as Mutable<Name | Attribute | Subscript>).ctx = ctx;
      return target;
    case "Tuple":
    case "List":
      for (const element of target.elts) bind(p, element, ctx);
      (target as { ctx: ExprContext }).ctx = ctx;
      return target;
    case "Starred":
      if (ctx === "Del") return p.fail();
      bind(p, target.value, ctx);
      (target as { ctx: ExprContext }).ctx = ctx;
      return target;
    default:
      return p.fail();
  }
}

/** Turns an expression into the one target of `+=`, `:` or `as`, in place. */
export function toSingleTarget(p: TokenCursor, target: Expr): Name | Attribute | Subscript {
  if (target.type !== "Name" && target.type !== "Attribute" && target.type !== "Subscript") return p.fail();
  (target as Mutable<Name | Attribute | Subscript>).ctx = "Store";
  return target;
}

/** The targets of a `for`: they end before `in`, so they are read as primaries. The context is still Load. */
export function parseTargetList(p: TokenCursor): Expr {
  const start = p.index;
  const first = parseTarget(p);
  if (p.kind !== COMMA) return first;
  const elts = [first];
  while (p.accept(COMMA)) {
    if (p.kind === K_IN) break;
    elts.push(parseTarget(p));
  }
  return tupleFrom(p, elts, start);
}

/** One target, perhaps starred; the context is still Load. */
export function parseTarget(p: TokenCursor): Expr {
  return p.kind === STAR ? parseStarred(p) : parsePrimary(p);
}

/** The targets of a `del`, in the context Del. */
export function parseDeleteTargets(p: TokenCursor): Expr[] {
  const targets = [toDelete(p, parsePrimary(p))];
  while (p.accept(COMMA)) {
    if (p.kind === NEWLINE || p.kind === SEMICOLON) break;
    targets.push(toDelete(p, parsePrimary(p)));
  }
  return targets;
}
