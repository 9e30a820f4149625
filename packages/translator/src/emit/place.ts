import type * as py from "@portalis/parser";
import type { Place } from "../diagnostics.js";

/** The place of a node for a diagnostic: columns from 1. */
export function placeOf(node: py.Located): Place {
  return { line: node.lineno, column: node.col_offset + 1, endLine: node.end_lineno, endColumn: node.end_col_offset + 1 };
}
