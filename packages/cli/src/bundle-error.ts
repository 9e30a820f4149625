import { dirname, relative, resolve } from "node:path";
import type { BuildFailure, Message } from "esbuild";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import type { ProgramFile } from "./read-program.js";

/**
 * What the bundler found, in this command's words: `file:line:col: error: text`, the line and a caret.
 *
 * A diagnostic of the translator is passed on as it is. An error in translated code is a fault of Portalis: the user did
 * not write it.
 */
export function bundleError(failure: BuildFailure, program: ProgramFile, host: CommandHost): CommandError {
  const details = failure.errors.map((error) => error.detail as unknown).filter((detail) => detail instanceof CommandError);
  const [refused] = details;
  if (refused !== undefined) return refused;
  const messages = failure.errors.map((error) => messageText(error, program, host)).join("\n");
  if (program.language === "python") {
    return new CommandError(
      `portalis: internal error: the translation of ${program.shown} cannot be bundled\n${messages}`,
      exitCode.internal,
    );
  }
  return new CommandError(messages, exitCode.failure);
}

/** One message of the bundler with its place. */
export function messageText(message: Message, program: ProgramFile, host: CommandHost, kind = "error"): string {
  const { location, text } = message;
  if (location === null) return `${program.shown}: ${kind}: ${text}`;
  const file = location.namespace === "file" ? relative(host.cwd, resolve(dirname(program.path), location.file)) : program.shown;
  const head = `${file}:${String(location.line)}:${String(location.column + 1)}: ${kind}: ${text}`;
  if (location.lineText === "") return head;
  const caret = " ".repeat(location.column) + "^".repeat(Math.max(1, location.length));
  return `${head}\n    ${location.lineText}\n    ${caret}`;
}
