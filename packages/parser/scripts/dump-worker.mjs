// Reads lines of JSON { path, names } and answers each with { dump } or { error }: the other half of compare-with-cpython.py.
import { readFileSync } from "node:fs";
import { TextDecoder } from "node:util";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const { parse, dump } = await import(pathToFileURL(process.argv[2]).href);

for await (const line of createInterface({ input: process.stdin })) {
  const { path, names } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify(answer(readFileSync(path), names))}\n`);
}

function answer(bytes, names) {
  let source = bytes.toString("utf8");
  const decode = (_, encoding) => (source = new TextDecoder(encoding).decode(bytes));
  try {
    const tree = parse(bytes, { characterNames: (name) => names[name], decode });
    if (/coding[:=][ \t]*(?:iso-?8859-?1|latin-?1)/i.test(bytes.subarray(0, 200).toString("latin1"))) source = bytes.toString("latin1");
    return { dump: dump(tree, { include_attributes: true, source: source.replace(/^\ufeff/, "") }) };
  } catch (error) {
    if (error?.code === "PY_SYNTAX_ERROR") return { error: `${error.message} (line ${error.lineno}, offset ${error.offset})` };
    return { error: String(error?.stack ?? error) };
  }
}
