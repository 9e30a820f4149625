// Reads lines of JSON { source, names } and answers each with { scopes } or { error }: the other half of compare-scopes.py.
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { buildSymbolTable, parse } = await import(pathToFileURL(process.argv[2]).href);

const resolutions = { local: "bound", cell: "bound", free: "free", global_explicit: "global_explicit", global_implicit: "global_implicit" };

function plain(scope) {
  const symbols = {};
  for (const [name, symbol] of scope.symbols) {
    symbols[name] = [
      resolutions[symbol.scope],
      symbol.isParameter,
      symbol.isAssigned,
      symbol.isReferenced,
      symbol.isImported,
      symbol.isAnnotated,
    ];
  }
  return [scope.kind, scope.name, symbols, scope.children.map(plain)];
}

for await (const line of createInterface({ input: process.stdin })) {
  const { source, names } = JSON.parse(line);
  let answer;
  try {
    const tree = parse(source, { characterNames: (name) => names[name] });
    answer = { scopes: plain(buildSymbolTable(tree, { source }).top) };
  } catch (error) {
    answer = { error: error?.code === "PY_SYNTAX_ERROR" ? `${error.message} (line ${error.lineno})` : String(error?.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
