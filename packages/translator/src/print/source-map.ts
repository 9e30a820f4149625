import type { Mapping } from "./layout.js";

/** A source map, version 3: what bundlers, engines and debuggers read. */
export interface SourceMap {
  readonly version: 3;
  readonly file: string;
  readonly sources: readonly string[];
  readonly sourcesContent: readonly string[];
  readonly names: readonly string[];
  readonly mappings: string;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Encodes the printer's mappings; columns are UTF-16 units, as the format has it. */
export function sourceMap(mappings: readonly Mapping[], source: string, filename: string, outputName: string): SourceMap {
  let line = 0;
  let column = 0;
  let sourceLine = 0;
  let sourceColumn = 0;
  let encoded = "";
  let separator = "";
  for (const mapping of mappings) {
    for (; line < mapping.line; line++) {
      encoded += ";";
      separator = "";
      column = 0;
    }
    const targetLine = mapping.place.lineno - 1;
    const targetColumn = mapping.place.col_offset;
    encoded +=
      separator +
      variableLength(mapping.column - column) +
      "A" +
      variableLength(targetLine - sourceLine) +
      variableLength(targetColumn - sourceColumn);
    separator = ",";
    column = mapping.column;
    sourceLine = targetLine;
    sourceColumn = targetColumn;
  }
  return { version: 3, file: outputName, sources: [filename], sourcesContent: [source], names: [], mappings: encoded };
}

/** Base-64 digits of five bits each, the sign in the lowest bit. */
function variableLength(value: number): string {
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  let out = "";
  do {
    const digit = rest & 31;
    rest >>>= 5;
    out += digits.charAt(rest > 0 ? digit | 32 : digit);
  } while (rest > 0);
  return out;
}
