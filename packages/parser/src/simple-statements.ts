import type { Expr, Stmt } from "./ast.js";
import { parseExpression, parseStarExpressions, parseYieldOrStarExpressions } from "./expressions.js";
import { parseImport, parseImportFrom } from "./imports.js";
import { augmentedOperator } from "./operators.js";
import { parseDeleteTargets, toSingleTarget, toStore } from "./targets.js";
import type { TokenCursor } from "./token-cursor.js";
import { parseTypeParameters } from "./type-parameters.js";
import * as kind from "./token-kinds.js";

/** `a; b; c` and the end of the line. */
export function parseSimpleStatements(p: TokenCursor, body: Stmt[]): void {
  do body.push(parseSimpleStatement(p));
  while (p.accept(kind.SEMICOLON) && p.kind !== kind.NEWLINE);
  p.expect(kind.NEWLINE);
}

function parseSimpleStatement(p: TokenCursor): Stmt {
  const start = p.index;
  switch (p.kind) {
    case kind.NAME:
      return p.peek() === kind.NAME && p.isWord("type") ? parseTypeAlias(p) : parseAssignmentOrExpression(p);
    case kind.K_RETURN: {
      p.advance();
      const value = endsStatement(p) ? null : parseStarExpressions(p);
      return { type: "Return", value, ...p.place(start) };
    }
    case kind.K_IMPORT:
      return parseImport(p);
    case kind.K_FROM:
      return parseImportFrom(p);
    case kind.K_RAISE: {
      p.advance();
      const exc = endsStatement(p) ? null : parseExpression(p);
      const cause = exc !== null && p.accept(kind.K_FROM) ? parseExpression(p) : null;
      return { type: "Raise", exc, cause, ...p.place(start) };
    }
    case kind.K_PASS:
      p.advance();
      return { type: "Pass", ...p.place(start) };
    case kind.K_BREAK:
      p.advance();
      return { type: "Break", ...p.place(start) };
    case kind.K_CONTINUE:
      p.advance();
      return { type: "Continue", ...p.place(start) };
    case kind.K_DEL: {
      p.advance();
      const targets = parseDeleteTargets(p);
      if (!endsStatement(p)) p.fail();
      return { type: "Delete", targets, ...p.place(start) };
    }
    case kind.K_ASSERT: {
      p.advance();
      const test = parseExpression(p);
      const msg = p.accept(kind.COMMA) ? parseExpression(p) : null;
      return { type: "Assert", test, msg, ...p.place(start) };
    }
    case kind.K_GLOBAL:
    case kind.K_NONLOCAL: {
      const type = p.kind === kind.K_GLOBAL ? "Global" : "Nonlocal";
      p.advance();
      const names = [p.expectName()];
      while (p.accept(kind.COMMA)) names.push(p.expectName());
      return { type, names, ...p.place(start) };
    }
    default:
      return parseAssignmentOrExpression(p);
  }
}

function endsStatement(p: TokenCursor): boolean {
  return p.kind === kind.NEWLINE || p.kind === kind.SEMICOLON;
}

function parseAssignmentOrExpression(p: TokenCursor): Stmt {
  const start = p.index;
  const lineno = p.line(start);
  const col_offset = p.column(start);
  const first = parseYieldOrStarExpressions(p);
  if (p.kind === kind.NEWLINE) {
    return { type: "Expr", value: first, lineno, col_offset, end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  }
  if (p.kind === kind.EQUAL) {
    const targets: Expr[] = [];
    let value = first;
    do {
      p.advance();
      targets.push(toStore(p, value));
      value = parseYieldOrStarExpressions(p);
    } while (p.kind === kind.EQUAL);
    return {
      type: "Assign",
      targets,
      value,
      type_comment: null,
      lineno,
      col_offset,
      end_lineno: p.endLine(),
      end_col_offset: p.endColumn(),
    };
  }
  if (p.kind === kind.COLON) {
    const target = toSingleTarget(p, first);
    p.advance();
    const annotation = parseExpression(p);
    const value = p.accept(kind.EQUAL) ? parseYieldOrStarExpressions(p) : null;
    const simple = target.type === "Name" && p.stream.kindAt(start) === kind.NAME ? 1 : 0;
    return {
      type: "AnnAssign",
      target,
      annotation,
      value,
      simple,
      lineno,
      col_offset,
      end_lineno: p.endLine(),
      end_col_offset: p.endColumn(),
    };
  }
  const op = augmentedOperator(p.kind);
  if (op !== undefined) {
    const target = toSingleTarget(p, first);
    p.advance();
    const value = parseYieldOrStarExpressions(p);
    return { type: "AugAssign", target, op, value, lineno, col_offset, end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  }
  return { type: "Expr", value: first, lineno, col_offset, end_lineno: p.endLine(), end_col_offset: p.endColumn() };
}

/** `type name[T] = value`; the current token is the word `type`. */
function parseTypeAlias(p: TokenCursor): Stmt {
  const start = p.advance();
  const nameAt = p.index;
  const id = p.expectName();
  const place = { lineno: p.line(nameAt), col_offset: p.column(nameAt), end_lineno: p.endLine(), end_col_offset: p.endColumn() };
  const type_params = parseTypeParameters(p);
  p.expect(kind.EQUAL);
  const value = parseExpression(p);
  return { type: "TypeAlias", name: { type: "Name", id, ctx: "Store", ...place }, type_params, value, ...p.place(start) };
}
