import { bundleProgram } from "./bundle-program.js";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import { programModule } from "./program-module.js";
import { readProgram } from "./read-program.js";

/**
 * `portalis check`: says whether programs can be translated and built, all findings of all files.
 *
 * @returns the highest exit code of a file
 */
export async function checkCommand(files: readonly string[], host: CommandHost): Promise<number> {
  let highest: number = exitCode.success;
  let failed = 0;
  for (const file of files) {
    try {
      const program = await readProgram(file, host);
      await bundleProgram(program, programModule(program), { target: "node" }, host);
      host.write("stdout", `${program.shown}: ok\n`);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      host.write("stderr", `${error.message}\n`);
      highest = Math.max(highest, error.exitCode);
      failed++;
    }
  }
  if (files.length > 1) host.write("stdout", `${String(files.length - failed)} of ${String(files.length)} files ok\n`);
  return highest;
}
