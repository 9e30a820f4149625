import { SourceMap, type SourceMapPayload } from "node:module";
import { resolve } from "node:path";
import type { SourceLocation } from "./build-error.js";

/**
 * Where things were in the sources as written, for modules that are changed before the bundler sees them: it reports
 * positions in the text it was given.
 */
export class SourcePositions {
  readonly #maps = new Map<string, readonly SourceMap[]>();

  /**
   * Notes how the text of `file` came about.
   *
   * @param maps source maps (JSON), the last change first
   */
  add(file: string, maps: readonly string[]): void {
    this.#maps.set(
      file,
      maps.map((map) => new SourceMap(JSON.parse(map) as SourceMapPayload)),
    );
  }

  /** The position in the source of a position that the bundler has reported. */
  original(reported: SourceLocation): SourceLocation {
    let { line, column } = reported;
    for (const map of this.#maps.get(resolve(reported.file)) ?? []) {
      const entry = map.findEntry(line - 1, column - 1);
      if (!("originalLine" in entry)) return reported;
      line = entry.originalLine + 1;
      column = entry.originalColumn + 1;
    }
    return { file: reported.file, line, column };
  }
}
