import type { Expr, GeneratorExp, Keyword } from "./ast.js";
import { atComprehension, parseComprehensionClauses } from "./comprehensions.js";
import { parseExpression, parseNamedExpression } from "./expressions.js";
import { parseStarredArgument } from "./primaries.js";
import type { TokenCursor } from "./token-cursor.js";
import { COMMA, DOUBLE_STAR, EQUAL, LPAREN, NAME, RPAREN, STAR } from "./token-kinds.js";

/** The arguments of a call or the bases of a class. */
export interface CallArguments {
  readonly args: readonly Expr[];
  readonly keywords: readonly Keyword[];
}

/**
 * `(a, *b, c=d, **e)`, parentheses included.
 *
 * @param isClass - the bases of a class, which cannot be a generator expression without parentheses of its own
 *
 * A positional argument may not follow a keyword, nor `*b` a `**e`.
 */
export function parseCallArguments(p: TokenCursor, isClass = false): CallArguments {
  const open = p.expect(LPAREN);
  const args: Expr[] = [];
  const keywords: Keyword[] = [];
  let doubleStarred = false;
  while (p.kind !== RPAREN) {
    if (p.kind === STAR) {
      if (doubleStarred) p.fail();
      args.push(parseStarredArgument(p));
    } else if (p.kind === DOUBLE_STAR) {
      doubleStarred = true;
      keywords.push(parseKeyword(p, null));
    } else if (p.kind === NAME && p.peek() === EQUAL) {
      keywords.push(parseKeyword(p, p.nameAt(p.index)));
    } else {
      if (keywords.length > 0) p.fail();
      const value = parseNamedExpression(p);
      if (args.length === 0 && !isClass && atComprehension(p)) {
        args.push(parseGeneratorArgument(p, value, open));
        return { args, keywords };
      }
      args.push(value);
    }
    if (!p.accept(COMMA)) break;
  }
  p.expect(RPAREN);
  return { args, keywords };
}

function parseKeyword(p: TokenCursor, arg: string | null): Keyword {
  const start = p.advance();
  if (arg !== null) p.advance();
  const value = parseExpression(p);
  return {
    type: "keyword",
    arg,
    value,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** `f(x for x in y)`: the generator expression has the call's parentheses. */
function parseGeneratorArgument(p: TokenCursor, elt: Expr, open: number): GeneratorExp {
  const generators = parseComprehensionClauses(p);
  p.expect(RPAREN);
  return {
    type: "GeneratorExp",
    elt,
    generators,
    lineno: p.line(open),
    col_offset: p.column(open),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
