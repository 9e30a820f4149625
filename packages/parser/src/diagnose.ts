import { readRules, type Rule } from "./diagnosis/grammar-text.js";
import { Diagnosis, LexicalStop, lastPlace, tokenPlace, type Place } from "./diagnosis/mistakes.js";
import { PegParser, TooDeep } from "./diagnosis/peg.js";
import { rules } from "./diagnosis/rules.js";
import { LiteralFailure } from "./literal-failure.js";
import type { ParseFailure } from "./parse-failure.js";
import { PySyntaxError, type SyntaxErrorKind } from "./syntax-error.js";
import { DEDENT, END, ERROR, INDENT } from "./token-kinds.js";
import type { OpenBracket, TokenStream } from "./token-stream.js";

/** How the text was to be parsed, and where its last statement begins that the parser has not got through. */
export interface DiagnosisOptions {
  readonly filename: string;
  readonly mode: "exec" | "eval" | "single";
  /** The index of the token at which the outermost unfinished statement begins. */
  readonly start: number;
}

const endOfFile = "unexpected EOF while parsing";
const startRules = { exec: "file", single: "interactive", eval: "eval" } as const;
let grammar: ReadonlyMap<string, Rule> | undefined;

/**
 * Finds the error CPython reports for a source text the parser has refused.
 *
 * As in CPython the statement is parsed twice more: first to see how far it can be read, then with an eye on known mistakes;
 * what the lexer has to say about the rest of the file comes before either.
 */
export function diagnose(stream: TokenStream, failure: ParseFailure | LiteralFailure, options: DiagnosisOptions): PySyntaxError {
  const report = (kind: SyntaxErrorKind, message: string, place: Place): PySyntaxError =>
    new PySyntaxError({ kind, message, filename: options.filename, text: stream.lineText(place.lineno), ...place });
  const { problem } = stream;
  const lexical = (): PySyntaxError => {
    const isEnd = problem === undefined || problem.message === endOfFile;
    if (problem !== undefined && !(isEnd && stream.openBrackets.length > 0)) return report(problem.kind, problem.message, problem);
    return unclosed(stream.openBrackets.at(-1));
  };
  const unclosed = (bracket: OpenBracket | undefined): PySyntaxError => {
    const { character, line, column } = bracket ?? { character: "(", line: 1, column: 0 };
    const offset = Array.from(stream.lineText(line).slice(0, column)).length + 1;
    return report("SyntaxError", `'${character}' was never closed`, { lineno: line, offset, end_lineno: line, end_offset: 0 });
  };
  /** What the lexer finds behind the mistake and CPython reports in its stead. */
  const behind = (last: number): PySyntaxError | undefined => {
    if (stream.stoppedInFString || stream.kindAt(stream.count - 1) === END) return undefined;
    if (problem?.fromLexer === true) return report(problem.kind, problem.message, problem);
    // A bracket left open on an earlier line is the likelier cause.
    const open = stream.openBrackets.at(-1);
    return open !== undefined && stream.lineAt(last) > open.line ? unclosed(open) : undefined;
  };
  if (stream.kindAt(failure.index) === ERROR) return lexical();
  if (failure instanceof LiteralFailure) {
    const place = failure.exact ? tokenPlace(stream, failure.index) : lastPlace(stream, failure.index);
    return behind(failure.index) ?? report("SyntaxError", failure.message, place);
  }
  if (failure.tooDeep) return report("SyntaxError", "too many nested expressions or blocks", tokenPlace(stream, failure.index));
  grammar ??= readRules(rules);
  const parser = new PegParser(stream, grammar, options.start);
  let last = failure.index;
  let found: PySyntaxError | undefined;
  try {
    parser.rule(startRules[options.mode]);
    last = parser.furthest;
    parser.restart(true);
    parser.rule(startRules[options.mode]);
  } catch (error) {
    if (error instanceof LexicalStop) return lexical();
    if (error instanceof Diagnosis) found = report(error.kind, error.message, error.place);
    else if (!(error instanceof TooDeep)) throw error;
  }
  if (stream.kindAt(last) === ERROR) return lexical();
  const kind = stream.kindAt(last);
  if (found === undefined && (kind === INDENT || kind === DEDENT)) {
    return report("IndentationError", kind === INDENT ? "unexpected indent" : "unexpected unindent", lastPlace(stream, last));
  }
  return behind(Math.max(parser.furthest, last)) ?? found ?? report("SyntaxError", "invalid syntax", tokenPlace(stream, last));
}
