import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { emitNameTarget } from "../statements/target.js";

/** `(target := value)`. */
export function emitNamed(node: py.NamedExpr, cx: Context): Expression {
  return b.assign(emitNameTarget(node.target, cx), emitExpression(node.value, cx));
}
