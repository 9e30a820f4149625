/**
 * A Python 3.13 parser: source text or bytes in, CPython's syntax tree with positions out.
 *
 * Start with {@link parse}; {@link buildSymbolTable} resolves names to scopes and finds the errors CPython finds there.
 *
 * @module
 */
export type * from "./ast.js";
export { parse } from "./parse.js";
export type { ParseOptions } from "./parse.js";
export type { SourceDecoder } from "./decode-source.js";
export type { CharacterNames } from "./token-cursor.js";
export { buildSymbolTable } from "./build-symbol-table.js";
export type { SymbolTableOptions } from "./build-symbol-table.js";
export { dump } from "./dump.js";
export type { DumpOptions } from "./dump.js";
export { PySyntaxError } from "./syntax-error.js";
export type { SyntaxErrorDetails, SyntaxErrorKind } from "./syntax-error.js";
export type { PySymbol, Scope, ScopeKind, SymbolScope, SymbolTable } from "./symtable.js";
