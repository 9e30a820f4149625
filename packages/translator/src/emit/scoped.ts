import type { Statement } from "../tree/statements.js";

/** Statements of a Python block that need no braces in JavaScript get them only if they declare something: the names stay in their block. */
export function scoped(statements: Statement[]): Statement[] {
  const declares = statements.some(({ kind }) => kind === "variable" || kind === "function" || kind === "class");
  return declares ? [{ kind: "block", label: undefined, body: statements }] : statements;
}
