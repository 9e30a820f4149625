import type { Expr, Slice } from "./ast.js";
import { parseCallArguments } from "./arguments.js";
import { parseAtom } from "./atoms.js";
import { parseExpression, parseNamedExpression, tupleFrom } from "./expressions.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** An atom with the attributes, calls and subscripts that follow it. */
export function parsePrimary(p: TokenCursor): Expr {
  const start = p.index;
  let value = parseAtom(p);
  for (;;) {
    switch (p.kind) {
      case kind.DOT: {
        p.advance();
        const attr = p.expectName();
        value = {
          type: "Attribute",
          value,
          attr,
          ctx: "Load",
          lineno: p.line(start),
          col_offset: p.column(start),
          end_lineno: p.endLine(),
          end_col_offset: p.endColumn(),
        };
        break;
      }
      case kind.LPAREN: {
        const { args, keywords } = parseCallArguments(p);
        value = {
          type: "Call",
          func: value,
          args,
          keywords,
          lineno: p.line(start),
          col_offset: p.column(start),
          end_lineno: p.endLine(),
          end_col_offset: p.endColumn(),
        };
        break;
      }
      case kind.LBRACKET: {
        p.advance();
        const slice = parseSlices(p);
        p.expect(kind.RBRACKET);
        value = {
          type: "Subscript",
          value,
          slice,
          ctx: "Load",
          lineno: p.line(start),
          col_offset: p.column(start),
          end_lineno: p.endLine(),
          end_col_offset: p.endColumn(),
        };
        break;
      }
      default:
        return value;
    }
  }
}

function parseSlices(p: TokenCursor): Expr {
  const start = p.index;
  const isStarred = p.kind === kind.STAR;
  const first = isStarred ? parseStarredArgument(p) : parseSlice(p);
  if (p.kind !== kind.COMMA && !isStarred) return first;
  const elts = [first];
  while (p.accept(kind.COMMA)) {
    if (p.kind === kind.RBRACKET) break;
    elts.push(p.kind === kind.STAR ? parseStarredArgument(p) : parseSlice(p));
  }
  return tupleFrom(p, elts, start);
}

function parseSlice(p: TokenCursor): Expr {
  const start = p.index;
  let lower: Expr | null = null;
  if (p.kind !== kind.COLON) {
    const isNamed = p.kind === kind.NAME && p.peek() === kind.COLON_EQUAL;
    lower = parseNamedExpression(p);
    if (isNamed || p.kind !== kind.COLON) return lower;
  }
  p.advance();
  const upper = endsSliceOperand(p.kind) || p.kind === kind.COLON ? null : parseExpression(p);
  const step = p.accept(kind.COLON) && !endsSliceOperand(p.kind) ? parseExpression(p) : null;
  const slice: Slice = {
    type: "Slice",
    lower,
    upper,
    step,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
  return slice;
}

function endsSliceOperand(token: number): boolean {
  return token === kind.RBRACKET || token === kind.COMMA;
}

/** `*expression`: a starred argument, which takes a whole expression. */
export function parseStarredArgument(p: TokenCursor): Expr {
  const start = p.advance();
  const value = parseExpression(p);
  return {
    type: "Starred",
    value,
    ctx: "Load",
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
