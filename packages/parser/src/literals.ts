import type { Constant, Expr, StrConstant, BytesConstant } from "./ast.js";
import { decodeByteEscapes, decodeEscapes, EscapeProblem } from "./escapes.js";
import { parseFString } from "./fstrings.js";
import { LiteralFailure } from "./literal-failure.js";
import { numberValue } from "./number-literal.js";
import type { TokenCursor } from "./token-cursor.js";
import { FSTRING_START, STRING } from "./token-kinds.js";

/** The current NUMBER token. */
export function parseNumber(p: TokenCursor): Constant {
  const start = p.advance();
  const parsed = numberValue(p.textAt(start));
  if (typeof parsed === "string") throw new LiteralFailure(parsed, start);
  const lineno = p.line(start);
  const col_offset = p.column(start);
  const end = p.endColumn();
  return { type: "Constant", ...parsed, kind: null, lineno, col_offset, end_lineno: lineno, end_col_offset: end };
}

/** One or more adjacent string literals, f-strings among them: the current token begins the first. */
export function parseStrings(p: TokenCursor): Expr {
  const start = p.index;
  if (p.kind === STRING && p.peek() !== STRING && p.peek() !== FSTRING_START) return parseString(p);
  const parts: Expr[] = [];
  while (p.kind === STRING || p.kind === FSTRING_START) parts.push(p.kind === STRING ? parseString(p) : parseFString(p));
  return concatenate(p, parts, start);
}

function parseString(p: TokenCursor): StrConstant | BytesConstant {
  const start = p.advance();
  const text = p.textAt(start);
  let at = 0;
  let raw = false;
  let bytes = false;
  let unicode = false;
  let code = text.charCodeAt(0);
  while (code !== 34 && code !== 39) {
    if ((code | 32) === 114) raw = true;
    else if ((code | 32) === 98) bytes = true;
    else unicode = code === 117;
    code = text.charCodeAt(++at);
  }
  const size = text.length >= at + 6 && text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code ? 3 : 1;
  const content = text.slice(at + size, text.length - size);
  const lineno = p.line(start);
  const col_offset = p.column(start);
  const end_lineno = p.endLine();
  const end_col_offset = p.endColumn();
  if (bytes) {
    // eslint-disable-next-line no-control-regex -- ASCII is what the rule is about
    if (!/^[\x00-\x7f]*$/.test(content)) throw new LiteralFailure("bytes can only contain ASCII literal characters", start, true);
    const value = decodeByteEscapes(content, raw);
    if (value instanceof EscapeProblem) throw new LiteralFailure(value.message, start);
    return { type: "Constant", literal: "bytes", value, kind: null, lineno, col_offset, end_lineno, end_col_offset };
  }
  const value = raw ? content : decodeEscapes(content, p.characterNames);
  if (typeof value !== "string") throw new LiteralFailure(value.message, start);
  return { type: "Constant", literal: "str", value, kind: unicode ? "u" : null, lineno, col_offset, end_lineno, end_col_offset };
}

/** Joins adjacent literals as CPython does: neighbouring texts become one constant, empty ones vanish beside fields. */
export function concatenate(p: TokenCursor, parts: readonly Expr[], start: number): Expr {
  const flat: Expr[] = [];
  let hasFString = false;
  let hasBytes = false;
  let hasText = false;
  for (const part of parts) {
    if (part.type === "Constant") {
      if (part.literal === "bytes") hasBytes = true;
      else hasText = true;
      flat.push(part);
    } else {
      hasFString = true;
      if (part.type === "JoinedStr") for (const value of part.values) flat.push(value);
      else flat.push(part);
    }
  }
  if (hasBytes && (hasText || hasFString)) throw new LiteralFailure("cannot mix bytes and nonbytes literals", p.index);
  const lineno = p.line(start);
  const col_offset = p.column(start);
  const end_lineno = p.endLine();
  const end_col_offset = p.endColumn();
  const place = { lineno, col_offset, end_lineno, end_col_offset };
  if (hasBytes) {
    const value = joinBytes((flat as BytesConstant[]).map((part) => part.value));
    return { type: "Constant", literal: "bytes", value, kind: null, ...place };
  }
  const first = flat[0];
  if (!hasFString && flat.length === 1 && first !== undefined) return first;
  const values: Expr[] = [];
  for (let at = 0; at < flat.length; at++) {
    const value = flat[at] as Expr;
    if (value.type !== "Constant") {
      values.push(value);
      continue;
    }
    const run = value as StrConstant;
    let last = run;
    let text = run.value;
    while (flat[at + 1]?.type === "Constant") {
      last = flat[++at] as StrConstant;
      text += last.value;
    }
    if (text === "" && hasFString) continue;
    const { end_lineno: lastLine, end_col_offset: lastColumn } = last;
    values.push(last === run ? run : { ...run, value: text, end_lineno: lastLine, end_col_offset: lastColumn });
  }
  if (!hasFString) return values[0] as Expr;
  return { type: "JoinedStr", values, ...place };
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
