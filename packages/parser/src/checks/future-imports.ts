import type { ImportFrom, Stmt } from "../ast.js";
import { errorAt, type TreeSource } from "../compile-error.js";
import { PySyntaxError } from "../syntax-error.js";

const features: ReadonlySet<string> = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

/**
 * Checks the names of the `from __future__` imports at the beginning of a file.
 *
 * Only they count: behind any other statement but the docstring such an import is refused by `refuseLateFuture`.
 */
export function checkFutureImports(body: readonly Stmt[], source: TreeSource): void {
  for (const node of futureImports(body)) {
    for (const { name } of node.names) {
      if (features.has(name)) continue;
      const { lineno, col_offset } = node;
      const message = name === "braces" ? "not a chance" : `future feature ${name} is not defined`;
      const { offset, text } = errorAt(source, message, { lineno, col_offset, end_lineno: lineno, end_col_offset: col_offset });
      // CPython gives no end here.
      const place = { lineno, offset, end_lineno: lineno, end_offset: 0, text };
      throw new PySyntaxError({ kind: "SyntaxError", message, filename: source.filename, ...place });
    }
  }
}

/** Whether annotations are not evaluated in this file. */
export function hasFutureAnnotations(body: readonly Stmt[]): boolean {
  return futureImports(body).some((node) => node.names.some(({ name }) => name === "annotations"));
}

/** Whether the statement is such an import (anywhere). */
export function isFutureImport(node: Stmt): node is ImportFrom {
  return node.type === "ImportFrom" && node.level === 0 && node.module === "__future__";
}

/** The imports that stand where they may: before everything but a docstring. */
export function futureImports(body: readonly Stmt[]): ImportFrom[] {
  const found: ImportFrom[] = [];
  for (const [index, node] of body.entries()) {
    if (isFutureImport(node)) found.push(node);
    else if (index > 0 || !isDocstring(node)) break;
  }
  return found;
}

function isDocstring(node: Stmt): boolean {
  return node.type === "Expr" && node.value.type === "Constant" && node.value.literal === "str";
}
