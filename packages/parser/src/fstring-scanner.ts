import { LexicalFailure } from "./lexical-failure.js";
import type { TokenStream } from "./token-stream.js";
import { FSTRING_END, FSTRING_MIDDLE } from "./token-kinds.js";

/** CPython's limit for replacement fields inside format specifications. */
const MAX_EXPRESSIONS = 3;

/** An f-string the lexer is inside of (PEP 701). */
export interface FStringMode {
  /** Where its prefix begins. */
  readonly start: number;
  readonly line: number;
  readonly quote: number;
  readonly quoteSize: 1 | 3;
  readonly raw: boolean;
  /** Between replacement fields or in a format specification, not inside an expression. */
  inText: boolean;
  inFormatSpec: boolean;
  /** Brackets open since the f-string began; -2 once it has ended. */
  depth: number;
  /** The depth outside the innermost open replacement field; -1 where there is none. */
  expressionDepth: number;
}

/**
 * Reads literal text up to the next replacement field, the end of the format specification or the end of the f-string,
 * and pushes its FSTRING_MIDDLE (also when it is empty, as CPython does) or FSTRING_END. A doubled brace ends the token,
 * both braces included.
 *
 * @returns the offset to go on from
 */
export function scanFStringText(source: string, from: number, mode: FStringMode, stream: TokenStream, line: number): number {
  const { quote, quoteSize } = mode;
  const lineStarts = stream.lineStarts;
  const push = (end: number): void => {
    stream.push(FSTRING_MIDDLE, from, end, line, lineStarts.length - 1);
  };
  if (endsAt(source, from, quote, quoteSize)) {
    stream.push(FSTRING_END, from, from + quoteSize, line, line);
    mode.depth = -2;
    return from + quoteSize;
  }
  const inFormatSpec = mode.inFormatSpec && mode.expressionDepth >= 0;
  let namedEscape = false;
  let at = from;
  for (;;) {
    if (at >= source.length) throw unterminated(source, mode, stream);
    const code = source.charCodeAt(at);
    if (code === 10) {
      if (quoteSize === 1) {
        if (!inFormatSpec) throw unterminated(source, mode, stream);
        mode.inText = false;
        mode.inFormatSpec = false;
        push(at);
        return at;
      }
      at++;
      lineStarts.push(at);
    } else if (code === quote && endsAt(source, at, quote, quoteSize)) {
      push(at);
      return at;
    } else if (code === 123) {
      if (source.charCodeAt(at + 1) === 123 && !inFormatSpec) {
        push(at + 2);
        return at + 2;
      }
      mode.expressionDepth++;
      if (mode.expressionDepth >= MAX_EXPRESSIONS) throw new LexicalFailure("f-string: expressions nested too deeply", at);
      mode.inText = false;
      push(at);
      return at;
    } else if (code === 125) {
      if (namedEscape) {
        push(at + 1);
        return at + 1;
      }
      if (source.charCodeAt(at + 1) === 125 && !inFormatSpec && mode.depth === 0) {
        push(at + 2);
        return at + 2;
      }
      mode.inText = false;
      push(at);
      return at;
    } else if (code === 92) {
      at++;
      const next = source.charCodeAt(at);
      if (next === 123 || next === 125) continue;
      if (next === 10) {
        at++;
        lineStarts.push(at);
      } else if (!mode.raw && next === 78) {
        at++;
        if (source.charCodeAt(at) === 123) {
          namedEscape = true;
          at++;
        }
      } else at++;
    } else at++;
  }
}

function endsAt(source: string, at: number, quote: number, quoteSize: number): boolean {
  if (source.charCodeAt(at) !== quote) return false;
  return quoteSize === 1 || (source.charCodeAt(at + 1) === quote && source.charCodeAt(at + 2) === quote);
}

function unterminated(source: string, mode: FStringMode, stream: TokenStream): LexicalFailure {
  const triple = mode.quoteSize === 3;
  const detected = stream.lineStarts.length - 1 - (triple && source.endsWith("\n") ? 1 : 0);
  const name = triple ? "unterminated triple-quoted f-string literal" : "unterminated f-string literal";
  return new LexicalFailure(`${name} (detected at line ${String(detected)})`, mode.start + 1);
}
