import type { Expr, MatchCase, Pattern } from "./ast.js";
import { parseBlock } from "./blocks.js";
import { parseNamedExpression } from "./expressions.js";
import { parseNumber, parseStrings } from "./literals.js";
import type { TokenCursor } from "./token-cursor.js";
import * as kind from "./token-kinds.js";

/** `case patterns if guard: block`; the current token is the word `case`. */
export function parseCase(p: TokenCursor): MatchCase {
  if (!p.isWord("case")) p.fail();
  p.advance();
  const pattern = parseOpenPattern(p);
  const guard = p.accept(kind.K_IF) ? parseNamedExpression(p) : null;
  p.expect(kind.COLON);
  return { type: "match_case", pattern, guard, body: parseBlock(p) };
}

/** A pattern, or several with commas between them and no brackets around. */
function parseOpenPattern(p: TokenCursor): Pattern {
  const start = p.index;
  const first = parseStarPattern(p);
  if (p.kind !== kind.COMMA) return first.type === "MatchStar" ? p.fail() : first;
  const patterns = [first];
  while (p.accept(kind.COMMA)) {
    if (p.kind === kind.COLON || p.kind === kind.K_IF) break;
    patterns.push(parseStarPattern(p));
  }
  return { type: "MatchSequence", patterns, ...p.place(start) };
}

function parseStarPattern(p: TokenCursor): Pattern {
  if (p.kind !== kind.STAR) return parsePattern(p);
  const start = p.advance();
  const name = p.expectName();
  return { type: "MatchStar", name: name === "_" ? null : name, ...p.place(start) };
}

/** `a | b as name`. */
function parsePattern(p: TokenCursor): Pattern {
  p.enter();
  const start = p.index;
  let pattern = parseClosedPattern(p);
  if (p.kind === kind.VERTICAL_BAR) {
    const patterns = [pattern];
    while (p.accept(kind.VERTICAL_BAR)) patterns.push(parseClosedPattern(p));
    pattern = { type: "MatchOr", patterns, ...p.place(start) };
  }
  if (p.accept(kind.K_AS)) {
    const name = parseCaptureName(p);
    pattern = { type: "MatchAs", pattern, name, ...p.place(start) };
  }
  p.leave();
  return pattern;
}

function parseCaptureName(p: TokenCursor): string {
  if (p.isWord("_")) p.fail();
  const name = p.expectName();
  if (p.kind === kind.DOT || p.kind === kind.LPAREN || p.kind === kind.EQUAL) p.fail();
  return name;
}

function parseClosedPattern(p: TokenCursor): Pattern {
  const start = p.index;
  switch (p.kind) {
    case kind.NUMBER:
    case kind.MINUS:
      return { type: "MatchValue", value: parseSignedNumber(p), ...p.place(start) };
    case kind.STRING:
    case kind.FSTRING_START: {
      const value = parseStrings(p);
      return { type: "MatchValue", value, ...p.place(start) };
    }
    case kind.K_NONE:
    case kind.K_TRUE:
    case kind.K_FALSE: {
      const value = p.kind === kind.K_NONE ? null : p.kind === kind.K_TRUE;
      p.advance();
      return { type: "MatchSingleton", value, ...p.place(start) };
    }
    case kind.LPAREN:
      return parseGroup(p);
    case kind.LBRACKET: {
      p.advance();
      const patterns = parseSequence(p, kind.RBRACKET);
      p.expect(kind.RBRACKET);
      return { type: "MatchSequence", patterns, ...p.place(start) };
    }
    case kind.LBRACE:
      return parseMapping(p);
    case kind.NAME:
      return parseNamePattern(p);
    default:
      return p.fail();
  }
}

/** A number, perhaps negative, perhaps complex (`-1 + 2j`). */
function parseSignedNumber(p: TokenCursor): Expr {
  const start = p.index;
  let left = parseRealNumber(p);
  if (p.kind !== kind.PLUS && p.kind !== kind.MINUS) return left;
  const op = p.kind === kind.PLUS ? "Add" : "Sub";
  p.advance();
  if (p.kind !== kind.NUMBER || (left.type === "Constant" && left.literal === "complex")) p.fail();
  const right = parseNumber(p);
  if (right.literal !== "complex") p.fail();
  left = { type: "BinOp", left, op, right, ...p.place(start) };
  return left;
}

function parseRealNumber(p: TokenCursor): Expr {
  const start = p.index;
  const negative = p.accept(kind.MINUS);
  if (p.kind !== kind.NUMBER) p.fail();
  const operand = parseNumber(p);
  return negative ? { type: "UnaryOp", op: "USub", operand, ...p.place(start) } : operand;
}

/** `(a)` is the pattern inside; `()`, `(a,)` and `(a, b)` are sequences. */
function parseGroup(p: TokenCursor): Pattern {
  const start = p.advance();
  if (p.accept(kind.RPAREN)) return { type: "MatchSequence", patterns: [], ...p.place(start) };
  const first = parseStarPattern(p);
  if (p.kind === kind.RPAREN && first.type !== "MatchStar") {
    p.advance();
    return first;
  }
  p.expect(kind.COMMA);
  const patterns = [first, ...parseSequence(p, kind.RPAREN)];
  p.expect(kind.RPAREN);
  return { type: "MatchSequence", patterns, ...p.place(start) };
}

function parseSequence(p: TokenCursor, close: number): Pattern[] {
  const patterns: Pattern[] = [];
  while (p.kind !== close) {
    patterns.push(parseStarPattern(p));
    if (!p.accept(kind.COMMA)) break;
  }
  return patterns;
}

function parseMapping(p: TokenCursor): Pattern {
  const start = p.advance();
  const keys: Expr[] = [];
  const patterns: Pattern[] = [];
  let rest: string | null = null;
  while (p.kind !== kind.RBRACE) {
    if (p.accept(kind.DOUBLE_STAR)) {
      rest = parseCaptureName(p);
      p.accept(kind.COMMA);
      break;
    }
    keys.push(parseMappingKey(p));
    p.expect(kind.COLON);
    patterns.push(parsePattern(p));
    if (!p.accept(kind.COMMA)) break;
  }
  p.expect(kind.RBRACE);
  return { type: "MatchMapping", keys, patterns, rest, ...p.place(start) };
}

/** A literal or a dotted name. */
function parseMappingKey(p: TokenCursor): Expr {
  const start = p.index;
  switch (p.kind) {
    case kind.NUMBER:
    case kind.MINUS:
      return parseSignedNumber(p);
    case kind.STRING:
    case kind.FSTRING_START:
      return parseStrings(p);
    case kind.K_NONE:
      p.advance();
      return { type: "Constant", literal: "None", value: null, kind: null, ...p.place(start) };
    case kind.K_TRUE:
    case kind.K_FALSE: {
      const value = p.kind === kind.K_TRUE;
      p.advance();
      return { type: "Constant", literal: "bool", value, kind: null, ...p.place(start) };
    }
    default: {
      const name = parseDottedName(p);
      return name.type === "Attribute" ? name : p.fail();
    }
  }
}

function parseDottedName(p: TokenCursor): Expr {
  const start = p.index;
  const id = p.expectName();
  let value: Expr = { type: "Name", id, ctx: "Load", ...p.place(start) };
  while (p.accept(kind.DOT)) {
    const attr = p.expectName();
    value = { type: "Attribute", value, attr, ctx: "Load", ...p.place(start) };
  }
  return value;
}

/** A capture, the wildcard, a dotted value or a class. */
function parseNamePattern(p: TokenCursor): Pattern {
  const start = p.index;
  const name = parseDottedName(p);
  if (p.kind === kind.LPAREN) return parseClassPattern(p, name, start);
  if (name.type === "Attribute") return { type: "MatchValue", value: name, ...p.place(start) };
  if (name.type !== "Name" || p.kind === kind.EQUAL) return p.fail();
  return { type: "MatchAs", pattern: null, name: name.id === "_" ? null : name.id, ...p.place(start) };
}

function parseClassPattern(p: TokenCursor, cls: Expr, start: number): Pattern {
  p.advance();
  const patterns: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (p.kind !== kind.RPAREN) {
    if (p.kind === kind.NAME && p.peek() === kind.EQUAL) {
      kwd_attrs.push(p.expectName());
      p.advance();
      kwd_patterns.push(parsePattern(p));
    } else {
      if (kwd_attrs.length > 0) p.fail();
      patterns.push(parsePattern(p));
    }
    if (!p.accept(kind.COMMA)) break;
  }
  p.expect(kind.RPAREN);
  return { type: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, ...p.place(start) };
}
