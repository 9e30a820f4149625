import type { Expr, Stmt } from "./ast.js";
import { parseCallArguments } from "./arguments.js";
import { parseBlock } from "./blocks.js";
import { parseExpression, parseNamedExpression } from "./expressions.js";
import { parseParameters } from "./parameters.js";
import type { TokenCursor } from "./token-cursor.js";
import { parseTypeParameters } from "./type-parameters.js";
import { ARROW, AT, COLON, K_ASYNC, K_CLASS, K_DEF, LPAREN, NEWLINE, RPAREN } from "./token-kinds.js";

/** A function or class with its decorators. */
export function parseDefinition(p: TokenCursor): Stmt {
  const decorators: Expr[] = [];
  while (p.accept(AT)) {
    decorators.push(parseNamedExpression(p));
    p.expect(NEWLINE);
  }
  if (p.kind === K_CLASS) return parseClass(p, decorators);
  return parseFunction(p, decorators);
}

function parseFunction(p: TokenCursor, decorator_list: readonly Expr[]): Stmt {
  const start = p.index;
  const isAsync = p.accept(K_ASYNC);
  p.expect(K_DEF);
  const name = p.expectName();
  const type_params = parseTypeParameters(p);
  p.expect(LPAREN);
  const args = parseParameters(p);
  p.expect(RPAREN);
  const returns = p.accept(ARROW) ? parseExpression(p) : null;
  p.expect(COLON);
  const body = parseBlock(p);
  const type = isAsync ? "AsyncFunctionDef" : "FunctionDef";
  return { type, name, args, body, decorator_list, returns, type_comment: null, type_params, ...p.blockPlace(start) };
}

function parseClass(p: TokenCursor, decorator_list: readonly Expr[]): Stmt {
  const start = p.expect(K_CLASS);
  const name = p.expectName();
  const type_params = parseTypeParameters(p);
  const { args: bases, keywords } = p.kind === LPAREN ? parseCallArguments(p, true) : { args: [], keywords: [] };
  p.expect(COLON);
  const body = parseBlock(p);
  return { type: "ClassDef", name, bases, keywords, body, decorator_list, type_params, ...p.blockPlace(start) };
}
