import type { Constant, Expr } from "./ast.js";
import { atComprehension, parseComprehensionClauses } from "./comprehensions.js";
import { parseBinary, parseExpression, parseStarNamedExpression, parseYield, tupleFrom } from "./expressions.js";
import { parseNumber, parseStrings } from "./literals.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** A name, a literal, or something in brackets. */
export function parseAtom(p: TokenCursor): Expr {
  switch (p.kind) {
    case kind.NAME: {
      const start = p.advance();
      const lineno = p.line(start);
      return {
        type: "Name",
        id: p.nameAt(start),
        ctx: "Load",
        lineno,
        col_offset: p.column(start),
        end_lineno: lineno,
        end_col_offset: p.endColumn(),
      };
    }
    case kind.NUMBER:
      return parseNumber(p);
    case kind.STRING:
    case kind.FSTRING_START:
      return parseStrings(p);
    case kind.K_NONE:
    case kind.K_TRUE:
    case kind.K_FALSE:
    case kind.ELLIPSIS:
      return parseNamedConstant(p);
    case kind.LPAREN:
      return parseParenthesised(p);
    case kind.LBRACKET:
      return parseBracketed(p);
    case kind.LBRACE:
      return parseBraced(p);
    default:
      return p.fail();
  }
}

/** `None`, `True`, `False` or `...`. */
function parseNamedConstant(p: TokenCursor): Constant {
  const token = p.kind;
  const start = p.advance();
  const lineno = p.line(start);
  const place = { lineno, col_offset: p.column(start), end_lineno: lineno, end_col_offset: p.endColumn() };
  if (token === kind.K_NONE) return { type: "Constant", literal: "None", value: null, kind: null, ...place };
  if (token === kind.ELLIPSIS) return { type: "Constant", literal: "Ellipsis", value: null, kind: null, ...place };
  return { type: "Constant", literal: "bool", value: token === kind.K_TRUE, kind: null, ...place };
}

/** A group, a tuple or a generator expression. A group leaves no node: its content keeps its own position. */
function parseParenthesised(p: TokenCursor): Expr {
  const start = p.advance();
  if (p.kind === kind.K_YIELD) {
    const value = parseYield(p);
    p.expect(kind.RPAREN);
    return value;
  }
  if (p.accept(kind.RPAREN)) return tupleFrom(p, [], start);
  const isStarred = p.kind === kind.STAR;
  const first = parseStarNamedExpression(p);
  if (p.kind === kind.COMMA) {
    const elts = parseRest(p, first, kind.RPAREN);
    p.expect(kind.RPAREN);
    return tupleFrom(p, elts, start);
  }
  if (isStarred) p.fail();
  if (!atComprehension(p)) {
    p.expect(kind.RPAREN);
    return first;
  }
  const generators = parseComprehensionClauses(p);
  p.expect(kind.RPAREN);
  return {
    type: "GeneratorExp",
    elt: first,
    generators,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** The elements after the first, up to but not including the closing bracket. */
function parseRest(p: TokenCursor, first: Expr, close: number): Expr[] {
  const elts = [first];
  while (p.accept(kind.COMMA)) {
    if (p.kind === close) break;
    elts.push(parseStarNamedExpression(p));
  }
  return elts;
}

function parseBracketed(p: TokenCursor): Expr {
  const start = p.advance();
  let elts: Expr[] = [];
  if (p.kind !== kind.RBRACKET) {
    const isStarred = p.kind === kind.STAR;
    const first = parseStarNamedExpression(p);
    if (!isStarred && atComprehension(p)) {
      const generators = parseComprehensionClauses(p);
      p.expect(kind.RBRACKET);
      return {
        type: "ListComp",
        elt: first,
        generators,
        lineno: p.line(start),
        col_offset: p.column(start),
        end_lineno: p.endLine(),
        end_col_offset: p.endColumn(),
      };
    }
    elts = parseRest(p, first, kind.RBRACKET);
  }
  p.expect(kind.RBRACKET);
  return {
    type: "List",
    elts,
    ctx: "Load",
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseBraced(p: TokenCursor): Expr {
  const start = p.advance();
  if (p.kind === kind.RBRACE || p.kind === kind.DOUBLE_STAR) return parseDict(p, start, null);
  const isStarred = p.kind === kind.STAR;
  const isNamed = p.kind === kind.NAME && p.peek() === kind.COLON_EQUAL;
  const first = parseStarNamedExpression(p);
  if (!isStarred && !isNamed && p.kind === kind.COLON) return parseDict(p, start, first);
  if (!isStarred && atComprehension(p)) {
    const generators = parseComprehensionClauses(p);
    p.expect(kind.RBRACE);
    return {
      type: "SetComp",
      elt: first,
      generators,
      lineno: p.line(start),
      col_offset: p.column(start),
      end_lineno: p.endLine(),
      end_col_offset: p.endColumn(),
    };
  }
  const elts = parseRest(p, first, kind.RBRACE);
  p.expect(kind.RBRACE);
  return {
    type: "Set",
    elts,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** The rest of a dict whose first key, if there is one, has been read. */
function parseDict(p: TokenCursor, start: number, firstKey: Expr | null): Expr {
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  let key = firstKey;
  while (p.kind !== kind.RBRACE) {
    if (key === null && p.accept(kind.DOUBLE_STAR)) {
      keys.push(null);
      values.push(parseBinary(p, 1));
    } else {
      const thisKey: Expr = key ?? parseExpression(p);
      key = null;
      p.expect(kind.COLON);
      const value = parseExpression(p);
      if (keys.length === 0 && atComprehension(p)) {
        const generators = parseComprehensionClauses(p);
        p.expect(kind.RBRACE);
        return {
          type: "DictComp",
          key: thisKey,
          value,
          generators,
          lineno: p.line(start),
          col_offset: p.column(start),
          end_lineno: p.endLine(),
          end_col_offset: p.endColumn(),
        };
      }
      keys.push(thisKey);
      values.push(value);
    }
    if (!p.accept(kind.COMMA)) break;
  }
  p.expect(kind.RBRACE);
  return {
    type: "Dict",
    keys,
    values,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
