import type { ExceptHandler, Expr, If, MatchCase, Stmt, WithItem } from "./ast.js";
import { parseBlock } from "./blocks.js";
import { parseDefinition } from "./definitions.js";
import { parseExpression, parseNamedExpression, parseStarExpressions, parseStarNamedExpression, tupleFrom } from "./expressions.js";
import { ParseFailure } from "./parse-failure.js";
import { parseCase } from "./patterns.js";
import { parseTarget, parseTargetList, toStore } from "./targets.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** The compound statement that begins at the current token; undefined if none does. */
export function parseCompoundStatement(p: TokenCursor): Stmt | undefined {
  switch (p.kind) {
    case kind.NAME:
      return p.isWord("match") && isMatchStatement(p) ? parseMatch(p) : undefined;
    case kind.K_DEF:
    case kind.K_CLASS:
    case kind.AT:
      return parseDefinition(p);
    case kind.K_IF:
      return parseIf(p);
    case kind.K_FOR:
      return parseFor(p, p.index, false);
    case kind.K_WHILE:
      return parseWhile(p);
    case kind.K_TRY:
      return parseTry(p);
    case kind.K_WITH:
      return parseWith(p, p.index, false);
    case kind.K_ASYNC: {
      const next = p.peek();
      if (next === kind.K_DEF) return parseDefinition(p);
      const start = p.advance();
      if (next === kind.K_FOR) return parseFor(p, start, true);
      if (next === kind.K_WITH) return parseWith(p, start, true);
      return p.fail();
    }
    default:
      return undefined;
  }
}

/** The `elif`s are read in a loop, so that a long chain does not nest the parser. */
function parseIf(p: TokenCursor): If {
  const arms: { start: number; test: Expr; body: Stmt[] }[] = [];
  do {
    const start = p.advance();
    const test = parseNamedExpression(p);
    p.expect(kind.COLON);
    arms.push({ start, test, body: parseBlock(p) });
  } while (p.kind === kind.K_ELIF);
  let orelse: Stmt[] = parseElse(p);
  let node: If | undefined;
  for (let at = arms.length - 1; at >= 0; at--) {
    const { start, test, body } = arms[at] as (typeof arms)[number];
    node = { type: "If", test, body, orelse, ...p.blockPlace(start) };
    orelse = [node];
  }
  return node as If;
}

function parseElse(p: TokenCursor): Stmt[] {
  if (!p.accept(kind.K_ELSE)) return [];
  p.expect(kind.COLON);
  return parseBlock(p);
}

function parseWhile(p: TokenCursor): Stmt {
  const start = p.advance();
  const test = parseNamedExpression(p);
  p.expect(kind.COLON);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { type: "While", test, body, orelse, ...p.blockPlace(start) };
}

function parseFor(p: TokenCursor, start: number, isAsync: boolean): Stmt {
  p.advance();
  const target = toStore(p, parseTargetList(p));
  p.expect(kind.K_IN);
  const iter = parseStarExpressions(p);
  p.expect(kind.COLON);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { type: isAsync ? "AsyncFor" : "For", target, iter, body, orelse, type_comment: null, ...p.blockPlace(start) };
}

function parseTry(p: TokenCursor): Stmt {
  const start = p.advance();
  p.expect(kind.COLON);
  const body = parseBlock(p);
  const handlers: ExceptHandler[] = [];
  let star = false;
  while (p.kind === kind.K_EXCEPT) {
    const isStar = p.peek() === kind.STAR;
    if (handlers.length > 0 && isStar !== star) p.fail();
    star = isStar;
    handlers.push(parseHandler(p, star));
  }
  const orelse = handlers.length > 0 ? parseElse(p) : [];
  let finalbody: Stmt[] = [];
  if (p.accept(kind.K_FINALLY)) {
    p.expect(kind.COLON);
    finalbody = parseBlock(p);
  } else if (handlers.length === 0) p.fail();
  return { type: star ? "TryStar" : "Try", body, handlers, orelse, finalbody, ...p.blockPlace(start) };
}

function parseHandler(p: TokenCursor, star: boolean): ExceptHandler {
  const start = p.advance();
  if (star) p.advance();
  const exc_type = !star && p.kind === kind.COLON ? null : parseExpression(p);
  const name = exc_type !== null && p.accept(kind.K_AS) ? p.expectName() : null;
  p.expect(kind.COLON);
  const body = parseBlock(p);
  return { type: "ExceptHandler", exc_type, name, body, ...p.blockPlace(start) };
}

function parseWith(p: TokenCursor, start: number, isAsync: boolean): Stmt {
  p.advance();
  const items = parseParenthesisedItems(p) ?? parseItems(p, kind.COLON);
  p.expect(kind.COLON);
  const body = parseBlock(p);
  return { type: isAsync ? "AsyncWith" : "With", items, body, type_comment: null, ...p.blockPlace(start) };
}

/** `(a as b, c,)` before a colon; undefined if the parentheses are part of an expression. */
function parseParenthesisedItems(p: TokenCursor): WithItem[] | undefined {
  if (p.kind !== kind.LPAREN || p.stream.kindAt(closingBracket(p) + 1) !== kind.COLON) return undefined;
  const start = p.index;
  const depth = p.depth;
  try {
    p.advance();
    const items = parseItems(p, kind.RPAREN);
    p.expect(kind.RPAREN);
    return items;
  } catch (error) {
    if (!(error instanceof ParseFailure) || error.tooDeep) throw error;
    p.rewind(start);
    p.depth = depth;
    return undefined;
  }
}

/** The index of the bracket that closes the one at the current token. */
function closingBracket(p: TokenCursor): number {
  let depth = 0;
  for (let index = p.index; index < p.stream.count; index++) {
    const token = p.stream.kindAt(index);
    if (token === kind.LPAREN || token === kind.LBRACKET || token === kind.LBRACE) depth++;
    else if (token === kind.RPAREN || token === kind.RBRACKET || token === kind.RBRACE) {
      depth--;
      if (depth === 0) return index;
    }
  }
  return p.stream.count;
}

function parseItems(p: TokenCursor, close: number): WithItem[] {
  const items: WithItem[] = [];
  do {
    if (close === kind.RPAREN && p.kind === close && items.length > 0) break;
    const context_expr = parseExpression(p);
    const optional_vars = p.accept(kind.K_AS) ? toStore(p, parseTarget(p)) : null;
    items.push({ type: "withitem", context_expr, optional_vars });
  } while (p.accept(kind.COMMA));
  return items;
}

/** `match` is a statement where the logical line ends with a colon and a block follows; otherwise it is a name. */
function isMatchStatement(p: TokenCursor): boolean {
  const end = p.stream.logicalLineEnd(p.index);
  return end > p.index + 2 && p.stream.kindAt(end - 1) === kind.COLON && p.stream.kindAt(end + 1) === kind.INDENT;
}

function parseMatch(p: TokenCursor): Stmt {
  const start = p.advance();
  const subjectAt = p.index;
  let subject = parseStarNamedExpression(p);
  if (p.kind === kind.COMMA) {
    const elts = [subject];
    while (p.accept(kind.COMMA) && p.kind !== kind.COLON) elts.push(parseStarNamedExpression(p));
    subject = tupleFrom(p, elts, subjectAt);
  } else if (subject.type === "Starred") p.fail();
  p.expect(kind.COLON);
  p.expect(kind.NEWLINE);
  p.expect(kind.INDENT);
  const cases: MatchCase[] = [];
  do cases.push(parseCase(p));
  while (p.kind !== kind.DEDENT);
  p.advance();
  return { type: "Match", subject, cases, ...p.blockPlace(start) };
}
