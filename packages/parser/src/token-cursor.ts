import type { Located } from "./ast.js";
import { ParseFailure } from "./parse-failure.js";
import { DEDENT, END, NAME, NEWLINE } from "./token-kinds.js";
import type { TokenStream } from "./token-stream.js";

/**
 * How deep expressions and blocks may nest before {@link ParseFailure} with `tooDeep` ends the parse: far more than any
 * program, far less than what would overflow the native stack.
 */
export const MAX_NESTING = 1000;

/** Resolves the name in `\N{name}`; undefined if there is no such character. */
export type CharacterNames = (name: string) => string | undefined;

/** The parser's place in the tokens. The parsing functions of all the files beside this one share it. */
export class TokenCursor {
  readonly stream: TokenStream;
  readonly source: string;
  readonly characterNames: CharacterNames | undefined;
  /** The index of the current token. */
  index = 0;
  /** The kind of the current token. */
  kind: number;
  /** The furthest token a failed attempt has looked at: where "invalid syntax" is. */
  furthest = 0;
  depth = 0;
  /** The index at which the current statement of the file itself begins. */
  statementStart = 0;
  readonly #kinds: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #lines: Int32Array;
  readonly #endLines: Int32Array;
  readonly #lineStarts: readonly number[];

  constructor(stream: TokenStream, characterNames: CharacterNames | undefined) {
    this.stream = stream;
    this.source = stream.source;
    this.characterNames = characterNames;
    this.#kinds = stream.kinds;
    this.#starts = stream.starts;
    this.#ends = stream.ends;
    this.#lines = stream.lines;
    this.#endLines = stream.endLines;
    this.#lineStarts = stream.lineStarts;
    this.kind = stream.kindAt(0);
  }

  /** Steps over the current token and gives its index. */
  advance(): number {
    const index = this.index++;
    this.kind = this.#kinds[index + 1] as number;
    return index;
  }

  /** Goes back to a token seen before. */
  rewind(index: number): void {
    if (this.index > this.furthest) this.furthest = this.index;
    this.index = index;
    this.kind = this.#kinds[index] as number;
  }

  accept(kind: number): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: number): number {
    if (this.kind !== kind) this.fail();
    return this.advance();
  }

  /** The kind of the token after the current one. */
  peek(): number {
    return this.#kinds[this.index + 1] as number;
  }

  /** The current token must be a name; gives its NFKC form and steps over it. */
  expectName(): string {
    if (this.kind !== NAME) this.fail();
    return this.nameAt(this.advance());
  }

  nameAt(index: number): string {
    const text = this.textAt(index);
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return text.normalize("NFKC");
    return text;
  }

  textAt(index: number): string {
    return this.source.slice(this.#starts[index], this.#ends[index]);
  }

  /** Whether the current token is this word (a soft keyword). */
  isWord(word: string): boolean {
    if (this.kind !== NAME) return false;
    const start = this.#starts[this.index] as number;
    return (this.#ends[this.index] as number) - start === word.length && this.source.startsWith(word, start);
  }

  line(index: number): number {
    return this.#lines[index] as number;
  }

  column(index: number): number {
    return (this.#starts[index] as number) - (this.#lineStarts[this.#lines[index] as number] as number);
  }

  /** The line on which the token before the current one ends. */
  endLine(): number {
    return this.#endLines[this.index - 1] as number;
  }

  /** The column behind the token before the current one. */
  endColumn(): number {
    return this.endColumnOf(this.index - 1);
  }

  endLineOf(index: number): number {
    return this.#endLines[index] as number;
  }

  endColumnOf(index: number): number {
    return (this.#ends[index] as number) - (this.#lineStarts[this.#endLines[index] as number] as number);
  }

  /** The last token before the current one that is more than layout: where a block statement ends. */
  lastSolid(): number {
    let index = this.index - 1;
    while (index > 0) {
      const kind = this.#kinds[index] as number;
      if (kind !== END && (kind < NEWLINE || kind > DEDENT)) break;
      index--;
    }
    return index;
  }

  /** From the token `start` to the one before the current one. */
  place(start: number): Located {
    return {
      lineno: this.line(start),
      col_offset: this.column(start),
      end_lineno: this.endLine(),
      end_col_offset: this.endColumn(),
    };
  }

  /** The place of a block statement: it ends with its last statement and not with the line break after it. */
  blockPlace(start: number): Located {
    const last = this.lastSolid();
    return {
      lineno: this.line(start),
      col_offset: this.column(start),
      end_lineno: this.endLineOf(last),
      end_col_offset: this.endColumnOf(last),
    };
  }

  /** Enters one level of nesting; `leave` must follow unless the parse ends. */
  enter(): void {
    if (++this.depth > MAX_NESTING) throw new ParseFailure(this.index, true);
  }

  leave(): void {
    this.depth--;
  }

  /** The current token cannot stand here. */
  fail(): never {
    throw new ParseFailure(Math.max(this.index, this.furthest));
  }
}
