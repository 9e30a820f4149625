import { END, NEWLINE } from "./token-kinds.js";
import type { SyntaxErrorKind } from "./syntax-error.js";

/** What the lexer found wrong, in CPython's coordinates: line from 1, offset from 1 in code points. */
export interface LexicalProblem {
  readonly kind: SyntaxErrorKind;
  readonly message: string;
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
  /** Whether CPython reports it even if a syntax error comes before: all but what depends on the parser's getting there. */
  readonly fromLexer: boolean;
}

/** An opening bracket that is still open where the lexer stopped. */
export interface OpenBracket {
  readonly character: string;
  readonly line: number;
  /** In UTF-16 units. */
  readonly column: number;
}

/**
 * The tokens of one source text, as parallel arrays: token `i` has `kinds[i]`, begins at `starts[i]` on line `lines[i]`
 * and ends before `ends[i]` on line `endLines[i]`. `lineStarts[n]` is where line `n` (from 1) begins.
 */
export class TokenStream {
  readonly source: string;
  count = 0;
  kinds: Uint8Array;
  starts: Int32Array;
  ends: Int32Array;
  lines: Int32Array;
  endLines: Int32Array;
  /** Entry 0 is unused, entry 1 is 0. */
  readonly lineStarts: number[] = [0, 0];
  /** Why the last token is an ERROR. */
  problem: LexicalProblem | undefined;
  /** The brackets open at the end of the file or where the lexer stopped, outermost first. */
  openBrackets: readonly OpenBracket[] = [];
  /** Whether the lexer stopped inside an f-string: then a syntax error before that place is reported first. */
  stoppedInFString = false;

  constructor(source: string) {
    const capacity = (source.length >> 2) + 64;
    this.source = source;
    this.kinds = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.lines = new Int32Array(capacity);
    this.endLines = new Int32Array(capacity);
  }

  /** Appends a token. Constant time, amortised. */
  push(kind: number, start: number, end: number, line: number, endLine: number): void {
    const index = this.count++;
    if (index === this.kinds.length) this.#grow();
    this.kinds[index] = kind;
    this.starts[index] = start;
    this.ends[index] = end;
    this.lines[index] = line;
    this.endLines[index] = endLine;
  }

  #grow(): void {
    const capacity = this.kinds.length * 2;
    const widen = (from: Int32Array): Int32Array => {
      const to = new Int32Array(capacity);
      to.set(from);
      return to;
    };
    const kinds = new Uint8Array(capacity);
    kinds.set(this.kinds);
    this.kinds = kinds;
    this.starts = widen(this.starts);
    this.ends = widen(this.ends);
    this.lines = widen(this.lines);
    this.endLines = widen(this.endLines);
  }

  kindAt(index: number): number {
    return this.kinds[index] ?? END;
  }

  textAt(index: number): string {
    return this.source.slice(this.starts[index], this.ends[index]);
  }

  startAt(index: number): number {
    return this.starts[index] as number;
  }

  endAt(index: number): number {
    return this.ends[index] as number;
  }

  lineAt(index: number): number {
    return this.lines[index] as number;
  }

  endLineAt(index: number): number {
    return this.endLines[index] as number;
  }

  /** The column of a token's first character, in UTF-16 units from 0. */
  columnAt(index: number): number {
    return (this.starts[index] as number) - (this.lineStarts[this.lines[index] as number] as number);
  }

  /** The column after a token's last character, in UTF-16 units from 0. */
  endColumnAt(index: number): number {
    return (this.ends[index] as number) - (this.lineStarts[this.endLines[index] as number] as number);
  }

  /** The line's text without its line break; empty past the end. */
  lineText(line: number): string {
    const start = this.lineStarts[line];
    if (start === undefined) return "";
    const end = this.source.indexOf("\n", start);
    return this.source.slice(start, end < 0 ? this.source.length : end);
  }

  /** The index of the NEWLINE that ends the logical line of token `index`; the last token where there is none. */
  logicalLineEnd(index: number): number {
    let at = index;
    while (at < this.count - 1 && this.kinds[at] !== NEWLINE) at++;
    return at;
  }
}
