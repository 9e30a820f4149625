import type { Comprehension, Expr } from "./ast.js";
import { parseDisjunction } from "./expressions.js";
import { parseTargetList, toStore } from "./targets.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** Whether `for` or `async for` follows: the element before it belongs to a comprehension. */
export function atComprehension(p: TokenCursor): boolean {
  return p.kind === kind.K_FOR || (p.kind === kind.K_ASYNC && p.peek() === kind.K_FOR);
}

/** The `for` clauses of a comprehension, one or more. */
export function parseComprehensionClauses(p: TokenCursor): Comprehension[] {
  const clauses: Comprehension[] = [];
  while (atComprehension(p)) {
    const is_async = p.accept(kind.K_ASYNC) ? 1 : 0;
    p.advance();
    const target = toStore(p, parseTargetList(p));
    p.expect(kind.K_IN);
    const iter = parseDisjunction(p);
    const ifs: Expr[] = [];
    while (p.accept(kind.K_IF)) ifs.push(parseDisjunction(p));
    clauses.push({ type: "comprehension", target, iter, ifs, is_async });
  }
  return clauses;
}
