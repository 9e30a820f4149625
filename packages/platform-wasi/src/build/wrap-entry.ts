import type { ExportDefaultDeclaration, ModuleDeclaration, Options, Program, Statement } from "acorn";
import { BuildError } from "./build-error.js";
import { loadPeer } from "./peer-packages.js";

/** The name under which a wrapped entry module exports its body. */
export const MAIN = "portalisMain";

/** A wrapped entry module. */
export interface WrappedEntry {
  readonly code: string;
  /** The source map (JSON) from `code` to what was wrapped. */
  readonly map: string;
}

/**
 * Puts the statements of an entry module into an exported async function, so that its top-level `await` can be lowered
 * and nothing of it runs before it is called. Imports stay outside, in front; exports lose the word, since nobody imports
 * an entry module.
 *
 * @param code JavaScript, types already gone
 * @param file its name, for messages
 * @returns a module that exports {@link MAIN}
 * @throws BuildError where the code is no JavaScript
 *
 * @example
 * ```ts
 * await wrapEntry('import { f } from "./f.js";\nawait f();', "main.js");
 * // import { f } from "./f.js";
 * // export async function portalisMain() {
 * // await f();
 * // }
 * ```
 */
export async function wrapEntry(code: string, file: string): Promise<WrappedEntry> {
  const { parse } = await loadPeer("Building a component", "acorn", () => import("acorn"));
  const { default: MagicString } = await loadPeer("Building a component", "magic-string", () => import("magic-string"));
  const text = new MagicString(code);
  const statements = parseModule(parse, code, file);
  const start = statements.find((node) => !loadsModule(node))?.start ?? code.length;
  for (const node of statements) {
    if (node.type === "ExportAllDeclaration" || (node.type === "ExportNamedDeclaration" && node.source)) {
      text.update(node.start, node.source?.start ?? node.end, "import ");
    } else if (node.type === "ExportNamedDeclaration") {
      text.remove(node.start, node.declaration ? node.declaration.start : node.end);
    } else if (node.type === "ExportDefaultDeclaration") {
      unexportDefault(node, text);
    }
    if (node.start > start && loadsModule(node)) {
      text.appendLeft(node.end, "\n");
      text.move(node.start, node.end, start);
    }
  }
  const head = `\nexport async function ${MAIN}() {\n`;
  if (start === code.length) text.append(head);
  else text.prependRight(start, head);
  text.append("\n}\n");
  return { code: text.toString(), map: text.generateMap({ hires: "boundary", source: file }).toString() };
}

/** Whether a statement belongs outside the function: it loads a module. */
function loadsModule(node: Statement | ModuleDeclaration): boolean {
  if (node.type === "ExportNamedDeclaration") return Boolean(node.source);
  return node.type === "ImportDeclaration" || node.type === "ExportAllDeclaration";
}

/** A default export that nobody can import: a named declaration stays one, anything else is just evaluated. */
function unexportDefault(
  node: ExportDefaultDeclaration,
  text: {
    remove(start: number, end: number): unknown;
    update(start: number, end: number, content: string): unknown;
    appendRight(at: number, content: string): unknown;
  },
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

function parseModule(parse: (code: string, options: Options) => Program, code: string, file: string): (Statement | ModuleDeclaration)[] {
  try {
    return parse(code, { ecmaVersion: "latest", sourceType: "module" }).body;
  } catch (error) {
    const { loc, message } = error as { loc?: { line: number; column: number }; message: string };
    const location = loc === undefined ? undefined : { file, line: loc.line, column: loc.column + 1 };
    throw new BuildError(message.replace(/ \(\d+:\d+\)$/, ""), { location, cause: error });
  }
}
