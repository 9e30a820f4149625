import { exitCodeOf, formatDiagnostics, translate } from "@portalis/translator";
import { CommandError } from "./command-error.js";
import type { ProgramFile } from "./read-program.js";

/**
 * The TypeScript of a Python program.
 *
 * @throws CommandError with all diagnostics: exit code 1 where the source is not Python, 3 where something in it is not
 *   translated yet
 */
export function translateProgram(program: ProgramFile): string {
  const { code, diagnostics } = translate(program.text, { filename: program.shown });
  if (diagnostics.length === 0) return code;
  throw new CommandError(formatDiagnostics(diagnostics, program.text, program.shown).trimEnd(), exitCodeOf(diagnostics));
}
