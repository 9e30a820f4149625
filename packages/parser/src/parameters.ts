import type { Arg, Arguments, Expr } from "./ast.js";
import { parseExpression, parseStarred } from "./expressions.js";
import type { TokenCursor } from "./token-cursor.js";
import { COLON, COMMA, DOUBLE_STAR, EQUAL, RPAREN, SLASH, STAR } from "./token-kinds.js";

/** `(a: int, /, b=1, *args, c, **kw)` without the parentheses, up to the closing one. */
export function parseParameters(p: TokenCursor): Arguments {
  return parseParameterList(p, RPAREN, true);
}

/** The parameters of a lambda, up to its colon. */
export function parseLambdaParameters(p: TokenCursor): Arguments {
  return parseParameterList(p, COLON, false);
}

function parseParameterList(p: TokenCursor, close: number, annotated: boolean): Arguments {
  let posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  const defaults: Expr[] = [];
  const kwonlyargs: Arg[] = [];
  const kw_defaults: (Expr | null)[] = [];
  let vararg: Arg | null = null;
  let kwarg: Arg | null = null;
  let starred = false;
  let slashed = false;
  while (p.kind !== close) {
    if (p.kind === SLASH) {
      if (slashed || starred || args.length === 0) p.fail();
      p.advance();
      slashed = true;
      posonlyargs = args;
      args = [];
    } else if (p.kind === STAR) {
      if (starred) p.fail();
      p.advance();
      starred = true;
      if (p.accept(COMMA)) {
        // A bare star must be followed by a keyword-only parameter.
        if (p.kind === close || p.kind === DOUBLE_STAR || p.kind === STAR) p.fail();
        continue;
      }
      vararg = parseParameter(p, annotated, true);
    } else if (p.kind === DOUBLE_STAR) {
      p.advance();
      kwarg = parseParameter(p, annotated, false);
      p.accept(COMMA);
      break;
    } else {
      const parameter = parseParameter(p, annotated, false);
      if (starred) {
        kwonlyargs.push(parameter);
        kw_defaults.push(p.accept(EQUAL) ? parseExpression(p) : null);
      } else {
        args.push(parameter);
        if (p.accept(EQUAL)) defaults.push(parseExpression(p));
        else if (defaults.length > 0) p.fail();
      }
    }
    if (!p.accept(COMMA)) break;
  }
  if (p.kind !== close) p.fail();
  return { type: "arguments", posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults };
}

function parseParameter(p: TokenCursor, annotated: boolean, starAnnotation: boolean): Arg {
  const start = p.index;
  const arg = p.expectName();
  let annotation: Expr | null = null;
  if (annotated && p.accept(COLON)) annotation = starAnnotation && p.kind === STAR ? parseStarred(p) : parseExpression(p);
  return {
    type: "arg",
    arg,
    annotation,
    type_comment: null,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
