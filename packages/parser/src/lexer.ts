import { scanFStringText } from "./fstring-scanner.js";
import type { FStringMode } from "./fstring-scanner.js";
import { checkIdentifier, codePointName, identifierClass, isPrintable } from "./identifier.js";
import { IndentationStack } from "./indentation.js";
import { LexicalFailure } from "./lexical-failure.js";
import { scanNumber } from "./number-scanner.js";
import { scanString } from "./string-scanner.js";
import type { OpenBracket } from "./token-stream.js";
import { TokenStream } from "./token-stream.js";
import * as kind from "./token-kinds.js";

/** CPython's limits. */
const MAX_BRACKETS = 200;
const MAX_FSTRINGS = 150;

const oneCharacter = new Uint8Array(128);
const twoCharacters = new Map<number, number>();
const threeCharacters = new Map<number, number>();
/** Whether an operator of more than one character may begin with this character. */
const mayContinue = new Uint8Array(128);
for (const [text, value] of kind.operators) {
  const [first = 0, second = 0, third = 0] = Array.from(text, (character) => character.charCodeAt(0));
  if (text.length === 1) oneCharacter[first] = value;
  else if (text.length === 2) twoCharacters.set((first << 8) | second, value);
  else threeCharacters.set((first << 16) | (second << 8) | third, value);
  if (text.length > 1) mayContinue[first] = 1;
}

/** Whether a keyword begins with this character. */
const mayBeKeyword = new Uint8Array(128);
for (const text of kind.keywords.keys()) mayBeKeyword[text.charCodeAt(0)] = 1;

const stringPrefixes: ReadonlySet<string> = new Set(["b", "r", "u", "f", "br", "rb", "fr", "rf"]);

/**
 * Splits a source text (line breaks already `\n`, the last line ended) into tokens.
 *
 * It never throws: where it cannot go on, the last token is an ERROR and `problem` says why, so that a syntax error
 * before that place can be reported first. Linear in the length of the text.
 */
export function tokenize(source: string): TokenStream {
  return new Lexer(source).run();
}

class Lexer {
  readonly #source: string;
  readonly #stream: TokenStream;
  readonly #indentation = new IndentationStack();
  readonly #brackets: OpenBracket[] = [];
  readonly #modes: FStringMode[] = [];
  #mode: FStringMode | undefined;
  #position = 0;
  #line = 1;
  #atLineStart = true;

  constructor(source: string) {
    this.#source = source;
    this.#stream = new TokenStream(source);
  }

  run(): TokenStream {
    const stream = this.#stream;
    try {
      for (;;) {
        if (this.#mode?.inText === true) this.#fstringText(this.#mode);
        else if (!(this.#atLineStart ? this.#lineStart() : this.#token())) break;
      }
    } catch (error) {
      if (!(error instanceof LexicalFailure)) throw error;
      this.#stopAt(error);
    }
    stream.openBrackets = this.#brackets;
    stream.stoppedInFString = this.#mode !== undefined;
    return stream;
  }

  /** Reads the indentation of a line; false at the end of the file. */
  #lineStart(): boolean {
    const source = this.#source;
    let at = this.#position;
    let column = 0;
    let alternative = 0;
    let continued = -1;
    let continuedAlternative = -1;
    let code = source.charCodeAt(at);
    for (;;) {
      if (code === 32) {
        column++;
        alternative++;
      } else if (code === 9) {
        column = ((column >> 3) + 1) << 3;
        alternative++;
      } else if (code === 12) {
        column = 0;
        alternative = 0;
      } else if (code === 92) {
        // The first backslash after blanks fixes the indentation of what follows.
        if (continued <= 0) continued = column;
        if (continuedAlternative <= 0) continuedAlternative = continued;
        at = this.#continuation(at) - 1;
      } else break;
      code = source.charCodeAt(++at);
    }
    this.#position = at;
    if (code === 35) {
      at = source.indexOf("\n", at);
      code = 10;
    }
    if (code === 10) {
      this.#newLine(at + 1);
      return true;
    }
    this.#atLineStart = false;
    const stream = this.#stream;
    if (at >= source.length) {
      if (this.#brackets.length > 0) {
        stream.push(kind.ERROR, at, at, this.#line, this.#line);
        return false;
      }
      for (let n = this.#indentation.close(); n > 0; n--) stream.push(kind.DEDENT, at, at, this.#line, this.#line);
      stream.push(kind.END, at, at, this.#line, this.#line);
      return false;
    }
    if (this.#brackets.length === 0) {
      if (continued > 0) column = continued;
      if (continuedAlternative > 0) alternative = continuedAlternative;
      const change = this.#indentation.enter(column, alternative);
      if (typeof change === "string") {
        this.#stopAtIndentation(change);
        return false;
      }
      if (change > 0) stream.push(kind.INDENT, at, at, this.#line, this.#line);
      for (let n = change; n < 0; n++) stream.push(kind.DEDENT, at, at, this.#line, this.#line);
    }
    return true;
  }

  /** Reads one token in ordinary code; false at the end of the file. */
  #token(): boolean {
    const source = this.#source;
    const stream = this.#stream;
    let at = this.#position;
    let code = source.charCodeAt(at);
    while (code === 32 || code === 9 || code === 12) code = source.charCodeAt(++at);
    const start = at;
    if (code < 128) {
      if ((identifierClass[code] as number) & 1) {
        this.#name(start);
        return true;
      }
      if (code >= 48 && code <= 57) {
        this.#number(start);
        return true;
      }
      switch (code) {
        case 10: // line feed
          this.#lineEnd(start, start);
          return true;
        case 35: // number sign
          this.#lineEnd(start, source.indexOf("\n", start));
          return true;
        case 34: // quotation mark
        case 39: // apostrophe
          this.#string(start, start);
          return true;
        case 92: // backslash
          this.#position = this.#continuation(at);
          return true;
        case 46: {
          // full stop
          const next = source.charCodeAt(at + 1);
          if (next >= 48 && next <= 57) {
            this.#number(start);
            return true;
          }
        }
      }
      this.#operator(start, code);
      return true;
    }
    if (at >= source.length) {
      // Only inside brackets or an f-string: the text ends with a line break.
      stream.push(kind.ERROR, at, at, this.#line, this.#line);
      return false;
    }
    this.#name(start);
    return true;
  }

  #name(start: number): void {
    const source = this.#source;
    let at = start;
    let seen = 0;
    let code = source.charCodeAt(at);
    const first = code;
    while (code >= 128 || ((identifierClass[code] as number) & 2) !== 0) {
      seen |= code;
      code = source.charCodeAt(++at);
    }
    this.#position = at;
    const length = at - start;
    if (length <= 2 && (code === 34 || code === 39) && stringPrefixes.has(source.slice(start, at).toLowerCase())) {
      this.#string(start, at);
      return;
    }
    let found: number = kind.NAME;
    if (seen >= 128) checkIdentifier(source.slice(start, at), start);
    else if (length >= 2 && length <= 8 && mayBeKeyword[first] === 1) found = kind.keywords.get(source.slice(start, at)) ?? kind.NAME;
    this.#stream.push(found, start, at, this.#line, this.#line);
  }

  #number(start: number): void {
    const end = scanNumber(this.#source, start);
    this.#position = end;
    this.#stream.push(kind.NUMBER, start, end, this.#line, this.#line);
  }

  #string(start: number, quoteAt: number): void {
    const source = this.#source;
    const prefix = quoteAt > start ? source.slice(start, quoteAt).toLowerCase() : "";
    const quote = source.charCodeAt(quoteAt);
    const triple = source.charCodeAt(quoteAt + 1) === quote && source.charCodeAt(quoteAt + 2) === quote;
    const line = this.#line;
    if (prefix.includes("f")) {
      if (this.#modes.length + 1 >= MAX_FSTRINGS) throw new LexicalFailure("too many nested f-strings", quoteAt + 1);
      const end = quoteAt + (triple ? 3 : 1);
      this.#stream.push(kind.FSTRING_START, start, end, line, line);
      this.#position = end;
      this.#mode = {
        start,
        line,
        quote,
        quoteSize: triple ? 3 : 1,
        raw: prefix.includes("r"),
        inText: true,
        inFormatSpec: false,
        depth: 0,
        expressionDepth: -1,
      };
      this.#modes.push(this.#mode);
      return;
    }
    const end = this.#scanString(start, quoteAt, triple, line);
    this.#position = end;
    this.#line = this.#stream.lineStarts.length - 1;
    this.#stream.push(kind.STRING, start, end, line, this.#line);
  }

  #scanString(start: number, quoteAt: number, triple: boolean, line: number): number {
    try {
      return scanString(this.#source, start, quoteAt, triple, this.#stream.lineStarts, line);
    } catch (error) {
      // Inside an f-string with the same quotes it is the f-string's end that has come too early.
      const mode = this.#mode;
      if (mode?.quote !== this.#source.charCodeAt(quoteAt) || mode.quoteSize !== (triple ? 3 : 1)) throw error;
      throw new LexicalFailure("f-string: expecting '}'", start + 1);
    }
  }

  #fstringText(mode: FStringMode): void {
    const scanned = scanFStringText(this.#source, this.#position, mode, this.#stream, this.#line);
    this.#position = scanned;
    this.#line = this.#stream.lineStarts.length - 1;
    if (mode.depth === -2) {
      this.#modes.pop();
      this.#mode = this.#modes.at(-1);
    }
  }

  #operator(start: number, code: number): void {
    const source = this.#source;
    const mode = this.#mode;
    if (mode !== undefined && code === 58 && mode.depth === mode.expressionDepth + 1 && mode.expressionDepth >= 0) {
      // The colon that begins a format specification; `:=` cannot stand here.
      mode.inText = true;
      mode.inFormatSpec = true;
      this.#push(kind.COLON, start, start + 1);
      return;
    }
    if (mayContinue[code] === 1) {
      const second = source.charCodeAt(start + 1);
      const third = source.charCodeAt(start + 2);
      if (second < 128 && third < 128) {
        const three = threeCharacters.get((code << 16) | (second << 8) | third);
        if (three !== undefined) {
          this.#push(three, start, start + 3);
          return;
        }
      }
      if (second < 128) {
        const two = twoCharacters.get((code << 8) | second);
        if (two !== undefined) {
          this.#push(two, start, start + 2);
          return;
        }
      }
    }
    if (code === 40 || code === 91 || code === 123) this.#open(start);
    else if (code === 41 || code === 93 || code === 125) this.#close(start, source.charAt(start));
    else if (oneCharacter[code] === 0 && !isPrintable(source.charAt(start)))
      throw new LexicalFailure(`invalid non-printable character ${codePointName(source.charAt(start))}`, start + 1);
    const one = oneCharacter[code] as number;
    this.#push(one === 0 ? kind.UNKNOWN : one, start, start + 1);
  }

  #push(token: number, start: number, end: number): void {
    this.#stream.push(token, start, end, this.#line, this.#line);
    this.#position = end;
  }

  #open(start: number): void {
    if (this.#brackets.length >= MAX_BRACKETS) throw new LexicalFailure("too many nested parentheses", start + 1);
    const column = start - (this.#stream.lineStarts[this.#line] as number);
    this.#brackets.push({ character: this.#source.charAt(start), line: this.#line, column });
    if (this.#mode !== undefined) this.#mode.depth++;
  }

  #close(start: number, character: string): void {
    const mode = this.#mode;
    if (mode?.depth === 0 && character === "}") throw new LexicalFailure("f-string: single '}' is not allowed", start + 1);
    const opening = this.#brackets.pop();
    if (opening === undefined) throw new LexicalFailure(`unmatched '${character}'`, start + 1);
    const pair = opening.character + character;
    if (pair !== "()" && pair !== "[]" && pair !== "{}") {
      if (mode !== undefined && opening.character === "{" && mode.depth - 1 === mode.expressionDepth)
        throw new LexicalFailure(`f-string: unmatched '${character}'`, start + 1);
      const where = opening.line === this.#line ? "" : ` on line ${String(opening.line)}`;
      throw new LexicalFailure(
        `closing parenthesis '${character}' does not match opening parenthesis '${opening.character}'${where}`,
        start + 1,
      );
    }
    if (mode === undefined) return;
    mode.depth--;
    if (mode.depth < 0) throw new LexicalFailure(`f-string: unmatched '${character}'`, start + 1);
    if (character === "}" && mode.depth === mode.expressionDepth) {
      mode.expressionDepth--;
      mode.inText = true;
      mode.inFormatSpec = false;
    }
  }

  /** A line feed at `end`, perhaps after a comment that begins at `start`. */
  #lineEnd(start: number, end: number): void {
    if (this.#brackets.length > 0) {
      this.#newLine(end + 1);
      this.#atLineStart = false;
      return;
    }
    this.#stream.push(kind.NEWLINE, start, end, this.#line, this.#line);
    this.#newLine(end + 1);
  }

  #newLine(start: number): void {
    this.#position = start;
    this.#line++;
    this.#stream.lineStarts.push(start);
    this.#atLineStart = true;
  }

  /** @returns the offset of the line after the backslash at `at` */
  #continuation(at: number): number {
    if (this.#source.charCodeAt(at + 1) !== 10) {
      throw new LexicalFailure("unexpected character after line continuation character", at + 2, undefined, undefined, 0);
    }
    this.#line++;
    this.#stream.lineStarts.push(at + 2);
    if (at + 2 >= this.#source.length) throw new LexicalFailure("unexpected EOF while parsing", at + 2, undefined, undefined, -1);
    return at + 2;
  }

  #stopAtIndentation(problem: "inconsistent" | "mismatch" | "deep"): void {
    const stream = this.#stream;
    const line = this.#line;
    const text = stream.lineText(line);
    const details = {
      inconsistent: { kind: "TabError", message: "inconsistent use of tabs and spaces in indentation" },
      mismatch: { kind: "IndentationError", message: "unindent does not match any outer indentation level" },
      deep: { kind: "IndentationError", message: "too many levels of indentation" },
    } as const;
    const offset = problem === "mismatch" ? Array.from(text).length + 1 : 1;
    stream.problem = {
      ...details[problem],
      lineno: line,
      offset,
      end_lineno: line,
      end_offset: problem === "mismatch" ? -1 : 0,
      fromLexer: false,
    };
    stream.push(kind.ERROR, this.#position, this.#position, line, line);
  }

  #stopAt(failure: LexicalFailure): void {
    const stream = this.#stream;
    const columnOf = (offset: number, line: number): number => Array.from(this.#source.slice(stream.lineStarts[line], offset)).length;
    let line = stream.lineStarts.length - 1;
    while (line > 1 && (stream.lineStarts[line] as number) > failure.at - 1) line--;
    stream.problem = {
      kind: "SyntaxError",
      message: failure.message,
      lineno: line,
      offset: failure.from === undefined ? columnOf(failure.at, line) : columnOf(failure.from, line) + 1,
      end_lineno: line,
      end_offset: failure.parserEnd ?? (failure.to === undefined ? columnOf(failure.at, line) : columnOf(failure.to, line)),
      fromLexer: failure.parserEnd === undefined,
    };
    stream.push(kind.ERROR, failure.at, failure.at, line, line);
  }
}
