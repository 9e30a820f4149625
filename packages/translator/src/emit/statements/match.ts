import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../../diagnostic-codes.js";
import type { Statement } from "../../tree/statements.js";
import type { Context } from "../context.js";

/** `match subject: cases`. */
export function emitMatch(node: py.Match, cx: Context): Statement[] {
  cx.refuse(diagnosticCodes.statement, node, "the statement 'match'", "use if and elif");
  return [];
}
