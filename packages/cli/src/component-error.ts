import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { BuildError, MissingPackageError } from "@portalis/platform-wasi/build";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import type { ProgramModule } from "./program-module.js";

/**
 * What went wrong when a component was built, in this command's words. A source at fault ends with 1, a package that is
 * not installed with 2; in translated code the fault is ours.
 *
 * @returns a CommandError, or the error as it is where it is another fault
 */
export function componentError(error: unknown, module: ProgramModule, host: CommandHost): unknown {
  if (error instanceof MissingPackageError) return new CommandError(`portalis: error: ${error.message}`, exitCode.usage, { cause: error });
  if (!(error instanceof BuildError)) return error;
  if (!("path" in module)) {
    const message = `portalis: internal error: the translation cannot be built\n${error.message}`;
    return new CommandError(message, exitCode.internal, { cause: error });
  }
  const findings = error.message.split("\n").map((line) => finding(line, host));
  return new CommandError(findings.join("\n"), exitCode.failure, { cause: error });
}

/** `file:line:col: text` with the word error in it, the line and a caret. */
function finding(text: string, host: CommandHost): string {
  const match = /^(.+?):(\d+):(\d+): (.*)$/.exec(text);
  if (match === null) return `portalis: error: ${text}`;
  const [, file = "", line = "", column = "", reason = ""] = match;
  const head = `${file}:${line}:${column}: error: ${reason}`;
  const shown = lineOf(resolve(host.cwd, file), Number(line));
  return shown === undefined ? head : `${head}\n    ${shown}\n    ${" ".repeat(Number(column) - 1)}^`;
}

function lineOf(path: string, line: number): string | undefined {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/)[line - 1];
  } catch {
    return undefined;
  }
}
