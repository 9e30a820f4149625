import type { TypeParam } from "./ast.js";
import { parseExpression, parseStarred } from "./expressions.js";
import type { TokenCursor } from "./token-cursor.js";
import { COLON, COMMA, DOUBLE_STAR, EQUAL, LBRACKET, RBRACKET, STAR } from "./token-kinds.js";

/** `[T: bound = default, *Ts, **P]` (PEP 695 and 696), or nothing. */
export function parseTypeParameters(p: TokenCursor): TypeParam[] {
  const parameters: TypeParam[] = [];
  if (!p.accept(LBRACKET)) return parameters;
  do {
    if (p.kind === RBRACKET && parameters.length > 0) break;
    parameters.push(parseTypeParameter(p));
  } while (p.accept(COMMA));
  p.expect(RBRACKET);
  return parameters;
}

function parseTypeParameter(p: TokenCursor): TypeParam {
  const start = p.index;
  const type = p.accept(STAR) ? "TypeVarTuple" : p.accept(DOUBLE_STAR) ? "ParamSpec" : "TypeVar";
  const name = p.expectName();
  const bound = type === "TypeVar" && p.accept(COLON) ? parseExpression(p) : null;
  let default_value = null;
  if (p.accept(EQUAL)) default_value = type === "TypeVarTuple" && p.kind === STAR ? parseStarred(p) : parseExpression(p);
  const place = { lineno: p.line(start), col_offset: p.column(start), end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  return type === "TypeVar" ? { type, name, bound, default_value, ...place } : { type, name, default_value, ...place };
}
