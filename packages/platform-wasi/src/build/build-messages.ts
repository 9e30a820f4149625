import { relative, resolve } from "node:path";
import type { Message } from "esbuild";
import { BuildError, type SourceLocation } from "./build-error.js";
import { IN_SOURCE } from "./program-plugin.js";
import type { SourcePositions } from "./source-positions.js";

/** Puts what the bundler says into this package's words: paths from the working directory, positions in the source. */
export class BuildMessages {
  readonly #root: string;
  readonly #positions: SourcePositions;

  /**
   * @param root the directory the bundler's paths are relative to
   * @param positions how the bundler's positions relate to the sources
   */
  constructor(root: string, positions: SourcePositions) {
    this.#root = root;
    this.#positions = positions;
  }

  /** `file:line:col: text` */
  text(message: Message): string {
    const location = this.#location(message);
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}: `;
    return place + reason(message);
  }

  /** One error for all of `errors`, each in a line; its location when there is just one. */
  error(errors: readonly Message[], cause: unknown): BuildError {
    const [first] = errors;
    if (first === undefined || errors.length > 1) {
      return new BuildError(errors.map((error) => this.text(error)).join("\n"), { cause });
    }
    return new BuildError(reason(first), { location: this.#location(first), cause });
  }

  #location({ location, detail }: Message): SourceLocation | undefined {
    if (location === null) return undefined;
    const file = resolve(this.#root, location.file.replace(/^portalis:program:/, ""));
    const reported = { file, line: location.line, column: location.column + 1 };
    const original = detail === IN_SOURCE ? reported : this.#positions.original(reported);
    return { ...original, file: relative(process.cwd(), file) };
  }
}

function reason({ text }: Message): string {
  if (!text.startsWith("Top-level await is ")) return text;
  return "top-level await works in the program's entry module only: export an async function here and await it there";
}
