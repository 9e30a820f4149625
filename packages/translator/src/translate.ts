import { buildSymbolTable, parse, PySyntaxError, type Module } from "@portalis/parser";
import { analyze } from "./analyze/analyze.js";
import { tooDeep } from "./depth.js";
import { diagnosticCodes } from "./diagnostic-codes.js";
import { DiagnosticList, internalDiagnostic, type Diagnostic } from "./diagnostics.js";
import { emitModule } from "./emit/module.js";
import { placeOf } from "./emit/place.js";
import { printModule } from "./print/print-module.js";
import { sourceMap, type SourceMap } from "./print/source-map.js";

/** How a program is translated. */
export interface TranslateOptions {
  /** The name of the Python file, for diagnostics and the source map. Default: `program.py`. */
  readonly filename?: string;
  /** Whether the source map is made. Default: true. */
  readonly sourceMap?: boolean;
}

/** Numbers about a translation. */
export interface TranslationStats {
  readonly pythonLines: number;
  readonly typescriptLines: number;
}

/** A translated program, or the reasons why there is none. */
export interface Translation {
  /** The TypeScript module; empty when there are diagnostics. */
  readonly code: string;
  readonly map: SourceMap | undefined;
  /** All findings, in the order of their places. A program with any is not translated. */
  readonly diagnostics: readonly Diagnostic[];
  /** The packages that the module imports. */
  readonly imports: readonly string[];
  /** What the program needs of its host beyond the language, such as `network`. */
  readonly capabilities: readonly string[];
  readonly stats: TranslationStats;
}

/**
 * Translates a Python program into a TypeScript module that does the same: same output, same order, same errors.
 *
 * What is not known is refused with a diagnostic, all of a file in one run; it never throws.
 *
 * @param source the text of the program
 *
 * @example
 * ```ts
 * import { translate } from "@portalis/translator";
 *
 * const { code } = translate("def double(x):\n    return x * 2\n", { filename: "double.py" });
 * if (!code.includes("return mul(x, 2);")) throw new Error(code);
 * ```
 */
export function translate(source: string, options: TranslateOptions = {}): Translation {
  const filename = options.filename ?? "program.py";
  const diagnostics = new DiagnosticList();
  try {
    return translateText(source, filename, options.sourceMap ?? true, diagnostics);
  } catch (error) {
    if (error instanceof PySyntaxError) diagnostics.add(syntaxDiagnostic(error));
    else if (error instanceof RangeError)
      diagnostics.add({
        ...internalDiagnostic(error),
        code: diagnosticCodes.nesting,
        category: "unsupported",
        message: "unsupported: code nested this deeply",
      });
    else diagnostics.add(internalDiagnostic(error));
    return failed(source, diagnostics);
  }
}

function translateText(source: string, filename: string, withMap: boolean, diagnostics: DiagnosticList): Translation {
  const tree: Module = parse(source, { filename });
  const deep = tooDeep(tree);
  if (deep === undefined) buildSymbolTable(tree, { filename, source });
  if (deep !== undefined)
    diagnostics.unsupported(diagnosticCodes.nesting, placeOf(deep), "code nested this deeply", "split it into smaller parts");
  const emitted = deep === undefined ? emitModule(tree, analyze(tree), diagnostics) : undefined;
  if (emitted === undefined || diagnostics.toArray().length > 0) return failed(source, diagnostics);
  const printed = printModule(emitted.statements);
  const outputName = filename.replace(/\.py$/, "") + ".ts";
  return {
    code: printed.text,
    map: withMap ? sourceMap(printed.mappings, source, filename, outputName) : undefined,
    diagnostics: [],
    imports: emitted.statements.flatMap((statement) => (statement.kind === "import" ? [statement.module] : [])),
    capabilities: emitted.capabilities,
    stats: { pythonLines: countLines(source), typescriptLines: countLines(printed.text) },
  };
}

function failed(source: string, diagnostics: DiagnosticList): Translation {
  const stats = { pythonLines: countLines(source), typescriptLines: 0 };
  return { code: "", map: undefined, diagnostics: diagnostics.toArray(), imports: [], capabilities: [], stats };
}

function syntaxDiagnostic(error: PySyntaxError): Diagnostic {
  const line = Math.max(1, error.lineno);
  const column = unitColumn(error.text, error.offset);
  return {
    code: diagnosticCodes.syntax,
    category: "syntax",
    message: `${error.kind}: ${error.message}`,
    hint: undefined,
    line,
    column,
    endLine: Math.max(line, error.end_lineno),
    endColumn: error.end_lineno > line ? column + 1 : Math.max(column + 1, unitColumn(error.text, error.end_offset)),
  };
}

/** CPython counts columns in code points, diagnostics in UTF-16 units. */
function unitColumn(text: string | null, offset: number): number {
  if (text === null || offset < 1) return Math.max(1, offset);
  return (
    Array.from(text)
      .slice(0, offset - 1)
      .join("").length + 1
  );
}

function countLines(text: string): number {
  return text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
}
