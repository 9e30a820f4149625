import type * as py from "@portalis/parser";
import { diagnosticCodes } from "../diagnostic-codes.js";
import * as b from "../tree/build.js";
import type { Statement } from "../tree/statements.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";
import { emitAssert, emitRaise } from "./statements/raise.js";
import { emitAnnotated, emitAssign } from "./statements/assign.js";
import { emitAugmented } from "./statements/augmented.js";
import { emitClass } from "./statements/class.js";
import { emitDelete } from "./statements/delete.js";
import { emitFunction } from "./statements/function.js";
import { emitIf } from "./statements/if.js";
import { emitImport } from "./statements/import.js";
import { emitBreak, emitFor, emitWhile } from "./statements/loop.js";
import { emitMatch } from "./statements/match.js";
import { emitReturn } from "./statements/return.js";
import { emitTry } from "./statements/try.js";
import { emitWith } from "./statements/with.js";

/** The TypeScript statements for Python statements. */
export function emitStatements(body: readonly py.Stmt[], cx: Context): Statement[] {
  const statements: Statement[] = [];
  body.forEach((node, index) => {
    const emitted = emitStatement(node, cx);
    const [first, ...others] = emitted;
    if (first === undefined) return;
    const previous = body[index - 1];
    const isSpaced = previous !== undefined && node.lineno > previous.end_lineno + 1;
    statements.push(isSpaced && statements.length > 0 ? { ...first, spaced: true } : first, ...others);
  });
  return statements;
}

function emitStatement(node: py.Stmt, cx: Context): Statement[] {
  switch (node.type) {
    case "Expr":
      return node.value.type === "Constant" ? [] : [b.evaluate(emitExpression(node.value, cx), node)];
    case "Assign":
      return emitAssign(node, cx);
    case "AnnAssign":
      return emitAnnotated(node, cx);
    case "AugAssign":
      return emitAugmented(node, cx);
    case "Delete":
      return emitDelete(node, cx);
    case "If":
      return emitIf(node, cx);
    case "While":
      return emitWhile(node, cx);
    case "For":
    case "AsyncFor":
      return emitFor(node, cx);
    case "Break":
      return [emitBreak(node, cx)];
    case "Continue":
      return [{ kind: "continue", label: undefined, origin: node }];
    case "With":
    case "AsyncWith":
      return emitWith(node, cx);
    case "Try":
    case "TryStar":
      return emitTry(node, cx);
    case "Raise":
      return [emitRaise(node, cx)];
    case "Assert":
      return [emitAssert(node, cx)];
    case "Return":
      return [emitReturn(node, cx)];
    case "FunctionDef":
    case "AsyncFunctionDef":
      return emitFunction(node, cx);
    case "ClassDef":
      return emitClass(node, cx);
    case "Match":
      return emitMatch(node, cx);
    case "Import":
    case "ImportFrom":
      emitImport(node, cx);
      return [];
    case "Pass":
    case "Global":
    case "Nonlocal":
      return [];
    case "TypeAlias":
      if ((cx.program.variableOf.get(node.name)?.reads.length ?? 0) > 0)
        cx.refuse(diagnosticCodes.statement, node, "the statement 'type' of an alias that is used as a value");
      return [];
  }
}
