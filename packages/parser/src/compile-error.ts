import type { Located } from "./ast.js";
import { PySyntaxError } from "./syntax-error.js";

/** The text a tree came from: for the file name and the offsets of errors found in the tree. */
export interface TreeSource {
  readonly filename: string;
  readonly lines: readonly string[] | undefined;
}

/** Prepares the places of errors: without `source` offsets are in UTF-16 units and errors have no `text`. */
export function treeSource(filename: string | undefined, source: string | undefined): TreeSource {
  return { filename: filename ?? "<unknown>", lines: source?.split(/\r\n?|\n/) };
}

/** A SyntaxError at a node of the tree. */
export function errorAt(source: TreeSource, message: string, node: Located): PySyntaxError {
  const offset = (lineno: number, column: number): number => {
    const line = source.lines?.[lineno - 1];
    return line === undefined ? column + 1 : Array.from(line.slice(0, column)).length + 1;
  };
  return new PySyntaxError({
    kind: "SyntaxError",
    message,
    filename: source.filename,
    lineno: node.lineno,
    offset: offset(node.lineno, node.col_offset),
    end_lineno: node.end_lineno,
    end_offset: offset(node.end_lineno, node.end_col_offset),
    text: source.lines?.[node.lineno - 1] ?? null,
  });
}
