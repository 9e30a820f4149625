// Reads lines of JSON, each a source text, and answers with [kind, message, line, offset] or null: the other half of
// compare-errors.py.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { buildSymbolTable, parse } = await import(pathToFileURL(process.argv[2]).href);

for await (const line of createInterface({ input: process.stdin })) {
  const source = JSON.parse(line);
  let answer = null;
  try {
    buildSymbolTable(parse(source), { source });
  } catch (error) {
    answer = error?.code === "PY_SYNTAX_ERROR" ? [error.kind, error.message, error.lineno, error.offset] : String(error?.stack ?? error);
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
