import type { ExportDefaultDeclaration, ModuleDeclaration, Statement } from "acorn";
import { BuildError } from "./build-error.js";
import { loadPeer } from "./peer-packages.js";

/** The name under which a wrapped entry module exports its body. */
export const MAIN = "portalisMain";

/**
 * Puts the statements of an entry module into an exported async function, so that its top-level `await` can be lowered
 * and nothing of it runs before it is called. Imports stay outside; exports lose the word, since nobody imports an entry
 * module. Every line stays where it is.
 *
 * @param code JavaScript, types already gone
 * @param file its name, for messages
 * @returns a module that exports {@link MAIN}
 * @throws BuildError where the code is no JavaScript
 *
 * @example
 * ```ts
 * await wrapEntry('import { f } from "./f.js";\nawait f();', "main.js");
 * // import { f } from "./f.js"; export async function portalisMain() {
 * // await f();
 * // }
 * ```
 */
export async function wrapEntry(code: string, file: string): Promise<string> {
  const { parse } = await loadPeer("Building a component", "acorn", () => import("acorn"));
  const { default: MagicString } = await loadPeer("Building a component", "magic-string", () => import("magic-string"));
  const text = new MagicString(code);
  const hoisted: string[] = [];
  const blank = (node: { start: number; end: number }): void => {
    text.update(node.start, node.end, code.slice(node.start, node.end).replace(/[^\n]/g, "") || " ");
  };
  for (const node of parseModule(parse, code, file)) {
    if (node.type === "ImportDeclaration") {
      hoisted.push(oneLine(code.slice(node.start, node.end)));
      blank(node);
    } else if (node.type === "ExportAllDeclaration") {
      hoisted.push(`import ${JSON.stringify(node.source.value)};`);
      blank(node);
    } else if (node.type === "ExportNamedDeclaration") {
      if (typeof node.source?.value === "string") hoisted.push(`import ${JSON.stringify(node.source.value)};`);
      if (node.declaration) text.remove(node.start, node.declaration.start);
      else blank(node);
    } else if (node.type === "ExportDefaultDeclaration") {
      unexportDefault(node, text);
    }
  }
  text.prepend(`${hoisted.map((line) => `${line} `).join("")}export async function ${MAIN}() {`);
  text.append("\n}\n");
  return text.toString();
}

/** A default export that nobody can import: a named declaration stays one, anything else is just evaluated. */
function unexportDefault(
  node: ExportDefaultDeclaration,
  text: { remove(start: number, end: number): unknown; update(start: number, end: number, content: string): unknown; appendRight(at: number, content: string): unknown },
): void {
  const { declaration } = node;
  const isDeclaration = declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration";
  if (isDeclaration && declaration.id) {
    text.remove(node.start, declaration.start);
  } else {
    text.update(node.start, declaration.start, ";(");
    text.appendRight(declaration.end, ")");
  }
}

type Parse = typeof import("acorn").parse;

function parseModule(parse: Parse, code: string, file: string): (Statement | ModuleDeclaration)[] {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module" }).body;
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    const location = loc === undefined ? undefined : { file, line: loc.line, column: loc.column + 1 };
    throw new BuildError(message.replace(/ \(\d+:\d+\)$/, ""), { location, cause: error });
  }
}

function oneLine(statement: string): string {
  const line = statement.replace(/\s*\n\s*/g, " ");
  return line.endsWith(";") ? line : `${line};`;
}
