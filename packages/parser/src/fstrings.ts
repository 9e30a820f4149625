import type { Expr, FormattedValue, JoinedStr, StrConstant } from "./ast.js";
import { decodeEscapes } from "./escapes.js";
import { parseYieldOrStarExpressions } from "./expressions.js";
import { concatenate } from "./literals.js";
import { LiteralFailure } from "./literal-failure.js";
import type { TokenCursor } from "./token-cursor.js";
import { COLON, EQUAL, EXCLAMATION, FSTRING_END, FSTRING_MIDDLE, LBRACE, NAME, RBRACE } from "./token-kinds.js";

/** One f-string, from FSTRING_START to FSTRING_END (PEP 701). */
export function parseFString(p: TokenCursor): JoinedStr {
  const start = p.advance();
  const raw = /r/i.test(p.textAt(start).slice(0, 2));
  const values: Expr[] = [];
  let problem: LiteralFailure | undefined;
  while (p.kind !== FSTRING_END) {
    if (p.kind === FSTRING_MIDDLE) {
      const text = parseMiddle(p, raw);
      if (text instanceof LiteralFailure) problem ??= text;
      else if (text.value !== "") values.push(text);
    } else for (const part of parseField(p, raw)) values.push(part);
  }
  const end = p.advance();
  // CPython decodes the texts when it has read the whole f-string.
  if (problem !== undefined) throw new LiteralFailure(problem.message, end);
  return {
    type: "JoinedStr",
    values,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseMiddle(p: TokenCursor, raw: boolean): StrConstant | LiteralFailure {
  const start = p.advance();
  const written = p.textAt(start);
  const text = written.endsWith("{{") || written.endsWith("}}") ? written.slice(0, -1) : written;
  const value = raw ? text : decodeEscapes(text, p.characterNames);
  if (typeof value !== "string") return new LiteralFailure(value.message, start);
  return {
    type: "Constant",
    literal: "str",
    value,
    kind: null,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** `{value}`, `{value=}`, `{value!r:spec}`: the field, before it the text of the `=` form. */
function parseField(p: TokenCursor, raw: boolean): Expr[] {
  const start = p.expect(LBRACE);
  const value = parseYieldOrStarExpressions(p);
  const debug = p.accept(EQUAL);
  const afterValue = p.index;
  let conversion = -1;
  let conversionAt = -1;
  if (p.accept(EXCLAMATION)) {
    conversionAt = p.index;
    // The letter must follow the mark directly.
    if (p.kind !== NAME || p.stream.startAt(conversionAt) !== p.stream.endAt(conversionAt - 1)) p.fail();
    const letter = p.textAt(p.advance());
    if (letter !== "s" && letter !== "r" && letter !== "a") p.fail();
    conversion = letter.charCodeAt(0);
  }
  let spec: JoinedStr | null = null;
  const colon = p.index;
  if (p.accept(COLON)) spec = parseFormatSpec(p, raw, colon);
  const close = p.expect(RBRACE);
  if (debug && conversion < 0 && spec === null) conversion = 114;
  const lineno = p.line(start);
  const col_offset = p.column(start);
  const end_lineno = p.endLine();
  const end_col_offset = p.endColumn();
  const field: FormattedValue = {
    type: "FormattedValue",
    value,
    conversion,
    format_spec: spec,
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
  if (!debug) return [field];
  const until = conversionAt >= 0 ? conversionAt : spec !== null ? colon + 1 : close + 1;
  const text: StrConstant = {
    type: "Constant",
    literal: "str",
    value: withoutComments(p.source.slice(p.stream.endAt(start), p.stream.startAt(afterValue))),
    kind: null,
    lineno,
    col_offset: col_offset + 1,
    end_lineno: p.endLineOf(until - 1),
    end_col_offset: p.endColumnOf(until - 1) - 1,
  };
  return [text, field];
}

function parseFormatSpec(p: TokenCursor, raw: boolean, colon: number): JoinedStr {
  const parts: Expr[] = [];
  while (p.kind !== RBRACE) {
    if (p.kind === FSTRING_MIDDLE) {
      const part = parseMiddle(p, raw);
      if (part instanceof LiteralFailure) throw part;
      if (part.value !== "") parts.push(part);
    } else {
      const [first, second] = parseField(p, raw);
      if (first !== undefined) parts.push(first);
      if (second !== undefined) parts.push(second);
    }
  }
  const place = { lineno: p.line(colon), col_offset: p.column(colon), end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  const joined = parts.length > 1 ? (concatenate(p, parts, colon) as JoinedStr).values : parts;
  return { type: "JoinedStr", values: joined, ...place };
}

/** The text of a `{value=}` field is kept as written, without its comments. */
function withoutComments(text: string): string {
  if (!text.includes("#")) return text;
  let result = "";
  let quote = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote === "" && character === "#") {
      const end = text.indexOf("\n", at);
      if (end < 0) break;
      at = end - 1;
      continue;
    }
    if (quote === "" && (character === '"' || character === "'")) quote = character;
    else if (character === quote) quote = "";
    result += character;
  }
  return result;
}
