import type { Statement } from "../tree/statements.js";
import { concat, hardline } from "./doc.js";
import { layout, type Layout } from "./layout.js";
import { printStatements } from "./statements.js";

const width = 120;

/** A whole module as text. */
export function printModule(statements: readonly Statement[]): Layout {
  return layout(concat(printStatements(statements), hardline), width);
}
