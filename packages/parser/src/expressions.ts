import type { BoolOperator, CmpOperator, Expr, Lambda, Name, UnaryOperator } from "./ast.js";
import { binaryOperator, binaryPrecedence, comparisonOperator } from "./operators.js";
import { parseLambdaParameters } from "./parameters.js";
import { parsePrimary } from "./primaries.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** What may follow a trailing comma: it ends a list of expressions. */
function endsExpressionList(token: number): boolean {
  switch (token) {
    case kind.NEWLINE:
    case kind.END:
    case kind.EQUAL:
    case kind.RPAREN:
    case kind.RBRACKET:
    case kind.RBRACE:
    case kind.COLON:
    case kind.SEMICOLON:
    case kind.EXCLAMATION:
      return true;
    default:
      return token >= kind.VERTICAL_BAR_EQUAL && token <= kind.DOUBLE_STAR_EQUAL;
  }
}

/** `yield ...` or `a, *b`: the right side of an assignment. */
export function parseYieldOrStarExpressions(p: TokenCursor): Expr {
  return p.kind === kind.K_YIELD ? parseYield(p) : parseStarExpressions(p);
}

/** `a`, or `a, *b,` as a tuple without parentheses. */
export function parseStarExpressions(p: TokenCursor): Expr {
  return parseTuple(p, parseStarExpression);
}

/** `a, b` without stars: the input of `mode: "eval"`. */
export function parseExpressions(p: TokenCursor): Expr {
  return parseTuple(p, parseExpression);
}

function parseTuple(p: TokenCursor, parseElement: (p: TokenCursor) => Expr): Expr {
  const start = p.index;
  const first = parseElement(p);
  if (p.kind !== kind.COMMA) return first;
  const elts = [first];
  while (p.accept(kind.COMMA)) {
    if (endsExpressionList(p.kind)) break;
    elts.push(parseElement(p));
  }
  return tupleFrom(p, elts, start);
}

/** A tuple from token `start` to the token before the current one. */
export function tupleFrom(p: TokenCursor, elts: readonly Expr[], start: number): Expr {
  return {
    type: "Tuple",
    elts,
    ctx: "Load",
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseStarExpression(p: TokenCursor): Expr {
  return p.kind === kind.STAR ? parseStarred(p) : parseExpression(p);
}

/** An element of a display: `*a`, `a := b` or an expression. */
export function parseStarNamedExpression(p: TokenCursor): Expr {
  return p.kind === kind.STAR ? parseStarred(p) : parseNamedExpression(p);
}

/** `*a`, with what `|` and tighter operators bind. */
export function parseStarred(p: TokenCursor): Expr {
  const start = p.advance();
  const value = parseBinary(p, 1);
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

/** `name := value` or an expression. */
export function parseNamedExpression(p: TokenCursor): Expr {
  if (p.kind !== kind.NAME || p.peek() !== kind.COLON_EQUAL) return parseExpression(p);
  const start = p.index;
  const target: Name = {
    type: "Name",
    id: p.expectName(),
    ctx: "Store",
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
  p.advance();
  const value = parseExpression(p);
  return {
    type: "NamedExpr",
    target,
    value,
    lineno: target.lineno,
    col_offset: target.col_offset,
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** `yield`, `yield a, b`, `yield from a`. */
export function parseYield(p: TokenCursor): Expr {
  const start = p.advance();
  const lineno = p.line(start);
  const col_offset = p.column(start);
  if (p.accept(kind.K_FROM)) {
    const value = parseExpression(p);
    return { type: "YieldFrom", value, lineno, col_offset, end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  }
  const value = endsExpressionList(p.kind) ? null : parseStarExpressions(p);
  return { type: "Yield", value, lineno, col_offset, end_lineno: p.endLine(), end_col_offset: p.endColumn() };
}

/** A conditional expression, a lambda or anything that binds tighter. */
export function parseExpression(p: TokenCursor): Expr {
  if (p.kind === kind.K_LAMBDA) return parseLambda(p);
  p.enter();
  const start = p.index;
  const body = parseDisjunction(p);
  if (p.kind !== kind.K_IF) {
    p.leave();
    return body;
  }
  p.advance();
  const test = parseDisjunction(p);
  p.expect(kind.K_ELSE);
  const orelse = parseExpression(p);
  p.leave();
  return {
    type: "IfExp",
    test,
    body,
    orelse,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseLambda(p: TokenCursor): Lambda {
  p.enter();
  const start = p.advance();
  const args = parseLambdaParameters(p);
  p.expect(kind.COLON);
  const body = parseExpression(p);
  p.leave();
  return {
    type: "Lambda",
    args,
    body,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** `a or b`. */
export function parseDisjunction(p: TokenCursor): Expr {
  const start = p.index;
  const first = parseConjunction(p);
  return p.kind === kind.K_OR ? parseBoolean(p, "Or", kind.K_OR, first, start, parseConjunction) : first;
}

function parseConjunction(p: TokenCursor): Expr {
  const start = p.index;
  const first = parseInversion(p);
  return p.kind === kind.K_AND ? parseBoolean(p, "And", kind.K_AND, first, start, parseInversion) : first;
}

function parseBoolean(
  p: TokenCursor,
  op: BoolOperator,
  token: number,
  first: Expr,
  start: number,
  parseOperand: (p: TokenCursor) => Expr,
): Expr {
  const values = [first];
  while (p.accept(token)) values.push(parseOperand(p));
  return {
    type: "BoolOp",
    op,
    values,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseInversion(p: TokenCursor): Expr {
  return p.kind === kind.K_NOT ? parsePrefix(p, "Not", parseInversion) : parseComparison(p);
}

function parsePrefix(p: TokenCursor, op: UnaryOperator, parseOperand: (p: TokenCursor) => Expr): Expr {
  p.enter();
  const start = p.advance();
  const operand = parseOperand(p);
  p.leave();
  return {
    type: "UnaryOp",
    op,
    operand,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseComparison(p: TokenCursor): Expr {
  const start = p.index;
  const left = parseBinary(p, 1);
  if (comparisonOperator(p.kind) === undefined) return left;
  const ops: CmpOperator[] = [];
  const comparators: Expr[] = [];
  for (;;) {
    let op = comparisonOperator(p.kind);
    if (op === undefined || (op === "NotIn" && p.peek() !== kind.K_IN)) break;
    if (op === "NotEq" && p.stream.startAt(p.index) + 2 === p.stream.endAt(p.index) && p.textAt(p.index) === "<>") p.fail();
    p.advance();
    if (op === "NotIn") p.advance();
    else if (op === "Is" && p.accept(kind.K_NOT)) op = "IsNot";
    ops.push(op);
    comparators.push(parseBinary(p, 1));
  }
  if (ops.length === 0) return left;
  return {
    type: "Compare",
    left,
    ops,
    comparators,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** The operators from `|` (precedence 1) to `*` (6), by precedence climbing. */
export function parseBinary(p: TokenCursor, minimum: number): Expr {
  const start = p.index;
  let left = parseUnary(p);
  for (;;) {
    const token = p.kind;
    const precedence = binaryPrecedence[token] as number;
    if (precedence < minimum || precedence === 0) return left;
    p.advance();
    const right = parseBinary(p, precedence + 1);
    const op = binaryOperator[token];
    if (op === undefined) p.fail();
    left = {
      type: "BinOp",
      left,
      op,
      right,
      lineno: p.line(start),
      col_offset: p.column(start),
      end_lineno: p.endLine(),
      end_col_offset: p.endColumn(),
    };
  }
}

function parseUnary(p: TokenCursor): Expr {
  switch (p.kind) {
    case kind.PLUS:
      return parsePrefix(p, "UAdd", parseUnary);
    case kind.MINUS:
      return parsePrefix(p, "USub", parseUnary);
    case kind.TILDE:
      return parsePrefix(p, "Invert", parseUnary);
    default:
      return parsePower(p);
  }
}

function parsePower(p: TokenCursor): Expr {
  const start = p.index;
  const left = p.kind === kind.K_AWAIT ? parseAwait(p) : parsePrimary(p);
  if (p.kind !== kind.DOUBLE_STAR) return left;
  p.enter();
  p.advance();
  const right = parseUnary(p);
  p.leave();
  return {
    type: "BinOp",
    left,
    op: "Pow",
    right,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseAwait(p: TokenCursor): Expr {
  const start = p.advance();
  const value = parsePrimary(p);
  return {
    type: "Await",
    value,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
