import { join, relative, resolve } from "node:path";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import { readProgram } from "./read-program.js";
import { translateProgram } from "./translate-program.js";
import { writeFileWhole } from "./write-whole.js";

/** `portalis convert`: writes the TypeScript of a Python program, to stdout where no directory is named. */
export async function convertCommand(file: string, directory: string | undefined, host: CommandHost): Promise<number> {
  const program = await readProgram(file, host);
  if (program.language !== "python") throw new CommandError(`portalis: error: ${program.shown}: is not Python: nothing to convert`);
  const code = translateProgram(program);
  if (directory === undefined) {
    host.write("stdout", code);
    return exitCode.success;
  }
  const path = join(resolve(host.cwd, directory), `${program.name}.ts`);
  await writeFileWhole(path, code);
  host.write("stderr", `portalis: wrote ${relative(host.cwd, path)}\n`);
  return exitCode.success;
}
