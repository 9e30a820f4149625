import type * as py from "@portalis/parser";
import { childrenOf, opensFunction } from "./children.js";

/** Whether the end of a list of statements can be reached, as far as the text tells. */
export function completes(body: readonly py.Stmt[]): boolean {
  return body.every(statementCompletes);
}

function statementCompletes(statement: py.Stmt): boolean {
  switch (statement.type) {
    case "Return":
    case "Raise":
    case "Break":
    case "Continue":
      return false;
    case "If":
      return statement.orelse.length === 0 || completes(statement.body) || completes(statement.orelse);
    case "While":
      return !isAlways(statement.test) || breaks(statement.body);
    case "Try":
    case "TryStar": {
      if (statement.finalbody.length > 0 && !completes(statement.finalbody)) return false;
      const normal = completes(statement.body) && completes(statement.orelse);
      return normal || statement.handlers.some((handler) => completes(handler.body));
    }
    default:
      return true;
  }
}

/** Whether a condition is a true constant: `while True`, `while 1`. */
export function isAlways(test: py.Expr): boolean {
  return test.type === "Constant" && (test.value === true || (test.literal === "int" && test.value !== 0));
}

/** Whether a loop with this body can be left by `break`. */
export function breaks(body: readonly py.Stmt[]): boolean {
  return body.some((statement) => {
    switch (statement.type) {
      case "Break":
        return true;
      case "If":
        return breaks(statement.body) || breaks(statement.orelse);
      case "For":
      case "AsyncFor":
      case "While":
        return breaks(statement.orelse);
      case "With":
      case "AsyncWith":
        return breaks(statement.body);
      case "Try":
      case "TryStar":
        return [statement.body, statement.orelse, statement.finalbody, ...statement.handlers.map((handler) => handler.body)].some(breaks);
      case "Match":
        return statement.cases.some((matchCase) => breaks(matchCase.body));
      default:
        return false;
    }
  });
}

/** Whether a loop with this body can be left before its iterable is used up, other than by an exception. */
export function leavesEarly(body: readonly py.Stmt[]): boolean {
  if (breaks(body)) return true;
  const stack: py.Node[] = [...body];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === "Return") return true;
    if (!opensFunction(node) && node.type !== "ClassDef") stack.push(...childrenOf(node));
  }
  return false;
}
