import { relative, resolve } from "node:path";
import { buildProgram, type BuildOptions } from "./build-program.js";
import { type CommandHost, showProgress } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import type { PlatformName } from "./platforms.js";
import { readProgram } from "./read-program.js";
import { writeWhole } from "./write-whole.js";

const START: Readonly<Record<PlatformName, (file: string, directory: string) => string>> = {
  node: (file) => `run it with: node ${file}`,
  browser: (_file, directory) => `serve ${directory} and open index.html`,
  wasi: (file, directory) => `run it with: node ${file}, or: wasmtime run ${directory}/program.wasm`,
};

/** `portalis build`: writes what can be deployed, all of it or nothing. */
export async function buildCommand(
  file: string,
  target: PlatformName,
  directory: string,
  options: BuildOptions,
  host: CommandHost,
): Promise<number> {
  const program = await readProgram(file, host);
  const output = resolve(host.cwd, directory);
  const done = showProgress(host, `building ${program.shown} for ${target}`);
  let start = "";
  try {
    await writeWhole(output, async (into) => {
      start = await buildProgram(program, target, into, options, host);
    });
  } finally {
    done();
  }
  const shown = relative(host.cwd, output) || ".";
  host.write("stderr", `portalis: wrote ${shown}; ${START[target](`${shown}/${start}`, shown)}\n`);
  return exitCode.success;
}
