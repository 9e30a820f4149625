/** Which of Python's three exception classes a {@link PySyntaxError} stands for. */
export type SyntaxErrorKind = "SyntaxError" | "IndentationError" | "TabError";

/** What a {@link PySyntaxError} is made of. */
export interface SyntaxErrorDetails {
  readonly kind: SyntaxErrorKind;
  readonly message: string;
  readonly filename: string;
  /** From 1; 0 where CPython gives no place. */
  readonly lineno: number;
  /** CPython's `offset`: from 1, in code points; 0 where CPython points before the line. */
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
  /** The source line without its line break; null where there is none. */
  readonly text: string | null;
}

/**
 * A program is not Python: thrown by `parse` and `buildSymbolTable`, with CPython 3.13's wording.
 *
 * `kind` says which Python exception it is, `lineno` (from 1) and `offset` (column from 1, in code points) where.
 *
 * @example
 * ```ts
 * import { parse, PySyntaxError } from "@portalis/parser";
 *
 * try {
 *   parse("x = (1,\n", { filename: "x.py" });
 * } catch (error) {
 *   if (!(error instanceof PySyntaxError)) throw error;
 *   console.log(`${error.filename}:${error.lineno}:${error.offset}: ${error.message}`);
 *   // x.py:1:5: '(' was never closed
 * }
 * ```
 */
export class PySyntaxError extends Error {
  override readonly name: SyntaxErrorKind;
  /** Stable machine-readable code. */
  readonly code = "PY_SYNTAX_ERROR";
  readonly kind: SyntaxErrorKind;
  readonly filename: string;
  readonly lineno: number;
  readonly offset: number;
  readonly end_lineno: number;
  readonly end_offset: number;
  readonly text: string | null;

  constructor(details: SyntaxErrorDetails) {
    super(details.message);
    this.name = details.kind;
    this.kind = details.kind;
    this.filename = details.filename;
    this.lineno = details.lineno;
    this.offset = details.offset;
    this.end_lineno = details.end_lineno;
    this.end_offset = details.end_offset;
    this.text = details.text;
  }
}
