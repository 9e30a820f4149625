import type { Alias, Import, ImportFrom } from "./ast.js";
import type { TokenCursor } from "./token-cursor.js";
import { COMMA, DOT, ELLIPSIS, K_AS, K_FROM, K_IMPORT, LPAREN, RPAREN, STAR } from "./token-kinds.js";

/** `import a.b as c, d`. */
export function parseImport(p: TokenCursor): Import {
  const start = p.expect(K_IMPORT);
  const names: Alias[] = [];
  do {
    const nameAt = p.index;
    names.push(parseAlias(p, parseDottedName(p), nameAt));
  } while (p.accept(COMMA));
  return {
    type: "Import",
    names,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

/** `from ..module import (a as b, c)`, `from module import *`. */
export function parseImportFrom(p: TokenCursor): ImportFrom {
  const start = p.expect(K_FROM);
  let level = 0;
  while (p.kind === DOT || p.kind === ELLIPSIS) {
    level += p.kind === DOT ? 1 : 3;
    p.advance();
  }
  const module = level > 0 && p.kind === K_IMPORT ? null : parseDottedName(p);
  p.expect(K_IMPORT);
  const names = parseImportedNames(p);
  return {
    type: "ImportFrom",
    module,
    names,
    level,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}

function parseImportedNames(p: TokenCursor): Alias[] {
  const start = p.index;
  if (p.accept(STAR)) return [aliasFrom(p, "*", null, start)];
  const parenthesised = p.accept(LPAREN);
  const names: Alias[] = [];
  do {
    // Only parentheses allow a trailing comma.
    if (parenthesised && p.kind === RPAREN && names.length > 0) break;
    const nameAt = p.index;
    names.push(parseAlias(p, p.expectName(), nameAt));
  } while (p.accept(COMMA));
  if (parenthesised) p.expect(RPAREN);
  return names;
}

function parseDottedName(p: TokenCursor): string {
  let name = p.expectName();
  while (p.accept(DOT)) name += `.${p.expectName()}`;
  return name;
}

function parseAlias(p: TokenCursor, name: string, start: number): Alias {
  const asname = p.accept(K_AS) ? p.expectName() : null;
  return aliasFrom(p, name, asname, start);
}

function aliasFrom(p: TokenCursor, name: string, asname: string | null, start: number): Alias {
  return {
    type: "alias",
    name,
    asname,
    lineno: p.line(start),
    col_offset: p.column(start),
    end_lineno: p.endLine(),
    end_col_offset: p.endColumn(),
  };
}
