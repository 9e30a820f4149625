import type { Expression, Interactive, Module, Stmt } from "./ast.js";
import { parseStatement, parseStatements } from "./blocks.js";
import { decodeSource, type SourceDecoder } from "./decode-source.js";
import { diagnose } from "./diagnose.js";
import { parseExpressions } from "./expressions.js";
import { tokenize } from "./lexer.js";
import { LiteralFailure } from "./literal-failure.js";
import { ParseFailure } from "./parse-failure.js";
import type { CharacterNames } from "./token-cursor.js";
import { TokenCursor } from "./token-cursor.js";
import { END, NEWLINE } from "./token-kinds.js";

/** What the source text is, and how its errors are reported. */
export interface ParseOptions {
  /** Named in errors. Default `"<unknown>"`. */
  readonly filename?: string;
  /** A whole file (`"exec"`, the default), one expression (`"eval"`) or one interactive statement (`"single"`). */
  readonly mode?: "exec" | "eval" | "single";
  /**
   * Resolves the names of `\N{...}` escapes that the parser does not know: it has Latin and Greek letters and common signs,
   * not the table of Unicode, which is larger than the parser.
   */
  readonly characterNames?: CharacterNames;
  /** Decodes bytes whose coding cookie is not UTF-8, latin-1 or ascii: `(bytes, name) => new TextDecoder(name).decode(bytes)`. */
  readonly decode?: SourceDecoder;
}

/**
 * Parses Python 3.13 into CPython's syntax tree.
 *
 * Bytes are decoded as PEP 263 says: UTF-8 unless a cookie names latin-1 or ascii. Line breaks may be `\n`, `\r\n` or `\r`.
 * Linear in the length of the source; nesting beyond CPython's limits is an error, never a stack overflow.
 *
 * The tree is what `ast.parse` gives. Mistakes that CPython finds later, such as `return` outside a function, are found
 * by `buildSymbolTable`.
 *
 * @throws PySyntaxError with CPython's message and place
 *
 * @example
 * ```ts
 * import { parse } from "@portalis/parser";
 *
 * const module = parse("x = 1\n");
 * console.log(module.body[0]?.type); // Assign
 * ```
 */
export function parse(source: string | Uint8Array, options?: ParseOptions & { readonly mode?: "exec" }): Module;
export function parse(source: string | Uint8Array, options: ParseOptions & { readonly mode: "eval" }): Expression;
export function parse(source: string | Uint8Array, options: ParseOptions & { readonly mode: "single" }): Interactive;
export function parse(source: string | Uint8Array, options?: ParseOptions): Module | Expression | Interactive;
export function parse(source: string | Uint8Array, options: ParseOptions = {}): Module | Expression | Interactive {
  const filename = options.filename ?? "<unknown>";
  const mode = options.mode ?? "exec";
  const stream = tokenize(decodeSource(source, filename, options.decode));
  const cursor = new TokenCursor(stream, options.characterNames);
  try {
    if (mode === "eval") return parseEval(cursor);
    if (mode === "single") return parseSingle(cursor);
    return { type: "Module", body: parseStatements(cursor), type_ignores: [] };
  } catch (error) {
    if (error instanceof ParseFailure || error instanceof LiteralFailure)
      throw diagnose(stream, error, { filename, mode, start: cursor.statementStart });
    throw error;
  }
}

function parseEval(p: TokenCursor): Expression {
  const body = parseExpressions(p);
  while (p.accept(NEWLINE));
  p.expect(END);
  return { type: "Expression", body };
}

function parseSingle(p: TokenCursor): Interactive {
  const body: Stmt[] = [];
  parseStatement(p, body);
  while (p.accept(NEWLINE));
  p.expect(END);
  return { type: "Interactive", body };
}
