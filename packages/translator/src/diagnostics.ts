import { diagnosticCodes, type DiagnosticCode } from "./diagnostic-codes.js";

/** A place in the source: lines count from 1, columns from 1 in UTF-16 units, offsets from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * What a diagnostic is about: the source is not Python (`syntax`), Python that is not translated (`unsupported`),
 * or a fault of the translator (`internal`).
 */
export type DiagnosticCategory = "syntax" | "unsupported" | "internal";

/** One finding, with the place it is about and the way out where there is one. */
export interface Diagnostic extends Place {
  readonly code: DiagnosticCode;
  readonly category: DiagnosticCategory;
  /** The text after `error: `; `unsupported: ...` for what is refused. */
  readonly message: string;
  /** What to do instead. */
  readonly hint: string | undefined;
}

const clip = 120;
const limit = 20;

/** Collects diagnostics while a file is analysed, in the order of their places, each place and text once. */
export class DiagnosticList {
  private readonly found: Diagnostic[] = [];

  /** Adds a refusal: `what` names the construct. */
  unsupported(code: DiagnosticCode, place: Place, what: string, hint?: string): void {
    this.add({ ...span(place), code, category: "unsupported", message: `unsupported: ${what}`, hint });
  }

  /** Adds a finding as it is. */
  add(diagnostic: Diagnostic): void {
    const known = this.found.some(
      (other) => other.line === diagnostic.line && other.column === diagnostic.column && other.message === diagnostic.message,
    );
    if (!known) this.found.push(diagnostic);
  }

  /** Whether nothing was found. */
  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** All findings, ordered by place. */
  toArray(): Diagnostic[] {
    return [...this.found].sort((a, b) => a.line - b.line || a.column - b.column);
  }
}

function span(place: Place): Place {
  return { line: place.line, column: place.column, endLine: place.endLine, endColumn: place.endColumn };
}

/** The exit code a command ends with: 0 without diagnostics, 1 syntax, 3 unsupported, 70 a fault of the translator. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): 0 | 1 | 3 | 70 {
  if (diagnostics.some((diagnostic) => diagnostic.category === "internal")) return 70;
  if (diagnostics.some((diagnostic) => diagnostic.category === "syntax")) return 1;
  return diagnostics.length > 0 ? 3 : 0;
}

/**
 * Diagnostics as text: `file:line:col: error: message`, the source line clipped to 120 columns, a caret under the span, the hint.
 *
 * ```ts
 * formatDiagnostics(diagnostics, source, "crawler.py");
 * // crawler.py:3:5: error: unsupported: the statement 'match' [PY2TS2001]
 * //     match command:
 * //     ^^^^^^^^^^^^^
 * ```
 */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], source: string, filename: string): string {
  const lines = source.split(/\r\n|\r|\n/);
  const shown = diagnostics.slice(0, limit).map((diagnostic) => formatDiagnostic(diagnostic, lines[diagnostic.line - 1] ?? "", filename));
  if (diagnostics.length > limit) shown.push(`${visible(filename)}: error: and ${diagnostics.length - limit} more`);
  return shown.map((entry) => `${entry}\n`).join("");
}

function formatDiagnostic(diagnostic: Diagnostic, sourceLine: string, filename: string): string {
  const head = `${visible(filename)}:${diagnostic.line}:${diagnostic.column}: error: ${visible(diagnostic.message)} [${diagnostic.code}]`;
  const lead = sourceLine.length - sourceLine.trimStart().length;
  const cut = Math.max(Math.min(lead, diagnostic.column - 1), diagnostic.column - clip + 20 > 0 ? diagnostic.column - clip + 20 : 0);
  const frame = visible(sourceLine.slice(cut, cut + clip));
  const from = diagnostic.column - 1 - cut;
  const end = diagnostic.endLine === diagnostic.line ? diagnostic.endColumn - 1 : sourceLine.trimEnd().length;
  const width = Math.max(1, Math.min(end - cut, frame.length) - from);
  const parts = [head, `    ${frame}`, `    ${" ".repeat(Math.max(0, from))}${"^".repeat(width)}`];
  if (diagnostic.hint !== undefined) parts.push(`  try: ${visible(diagnostic.hint)}`);
  return parts.join("\n");
}

/** Text for a terminal: no control and no bidirectional characters, one UTF-16 unit for one. */
function visible(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is replaced
  return text.replace(/\t/g, " ").replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "?");
}

/** The diagnostic of a fault of the translator: it carries no stack, the thrown error is for `--debug`. */
export function internalDiagnostic(error: unknown): Diagnostic {
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: diagnosticCodes.internal,
    category: "internal",
    message: `internal: ${text}`,
    hint: "report this file: the translator itself failed on it",
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
}
