import type { Stmt } from "./ast.js";
import { parseCompoundStatement } from "./compound-statements.js";
import { parseSimpleStatements } from "./simple-statements.js";
import type { TokenCursor } from "./token-cursor.js";
import { DEDENT, END, INDENT, NEWLINE } from "./token-kinds.js";

/** What follows the colon of a compound statement: an indented block, or simple statements on the same line. */
export function parseBlock(p: TokenCursor): Stmt[] {
  const body: Stmt[] = [];
  if (!p.accept(NEWLINE)) {
    parseSimpleStatements(p, body);
    return body;
  }
  p.expect(INDENT);
  p.enter();
  while (p.kind !== DEDENT) parseStatement(p, body);
  p.leave();
  p.advance();
  return body;
}

/** Every statement up to the end of the file. */
export function parseStatements(p: TokenCursor): Stmt[] {
  const body: Stmt[] = [];
  while (p.kind !== END) {
    p.statementStart = p.index;
    parseStatement(p, body);
  }
  return body;
}

/** One compound statement, or the simple statements of one line. */
export function parseStatement(p: TokenCursor, body: Stmt[]): void {
  const compound = parseCompoundStatement(p);
  if (compound !== undefined) body.push(compound);
  else parseSimpleStatements(p, body);
}
