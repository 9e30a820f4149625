import type { LiteralFailure } from "./literal-failure.js";
import { ParseFailure } from "./parse-failure.js";
import { PySyntaxError } from "./syntax-error.js";
import type { TokenStream } from "./token-stream.js";
import { ERROR } from "./token-kinds.js";

/** Finds the error CPython reports for a source text the parser has refused. */
export function diagnose(
  stream: TokenStream,
  failure: ParseFailure | LiteralFailure,
  { filename }: { readonly filename: string; readonly mode: "exec" | "eval" | "single" },
): PySyntaxError {
  const index = failure.index;
  const { problem } = stream;
  if (problem !== undefined && stream.kindAt(index) === ERROR) {
    return new PySyntaxError({ ...problem, filename, text: stream.lineText(problem.lineno) });
  }
  const lineno = stream.lineAt(index);
  const text = stream.lineText(lineno);
  const offset = Array.from(text.slice(0, stream.columnAt(index))).length + 1;
  const end_offset = Array.from(stream.lineText(stream.endLineAt(index)).slice(0, stream.endColumnAt(index))).length + 1;
  const message = failure instanceof ParseFailure && failure.tooDeep ? "too many nested expressions" : failure.message;
  return new PySyntaxError({
    kind: "SyntaxError",
    message,
    filename,
    lineno,
    offset,
    end_lineno: stream.endLineAt(index),
    end_offset,
    text,
  });
}
