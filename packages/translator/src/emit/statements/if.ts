import type * as py from "@portalis/parser";
import type { Statement } from "../../tree/statements.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitStatements } from "../statement.js";

/** `if`, with its `elif`s and `else`. */
export function emitIf(node: py.If, cx: Context): Statement {
  return {
    kind: "if",
    test: emitCondition(node.test, cx),
    then: emitStatements(node.body, cx),
    otherwise: emitStatements(node.orelse, cx),
    origin: node,
  };
}
