import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildComponent, transpileComponent } from "@portalis/platform-wasi/build";
import { bundlePlugins, bundleProgram } from "./bundle-program.js";
import type { CommandHost } from "./command-host.js";
import { componentError } from "./component-error.js";
import { fromSources } from "./package-resolution.js";
import { pageHtml } from "./page-html.js";
import type { PlatformName } from "./platforms.js";
import { type ProgramModule, programModule } from "./program-module.js";
import type { ProgramFile } from "./read-program.js";

/** How a program is built. */
export interface BuildOptions {
  /** Smaller, and harder to debug. Default false. */
  readonly minify?: boolean;
}

/**
 * Builds a program for a platform into a directory, which must exist.
 *
 * @returns the file to start, by its name in the directory
 * @throws CommandError when the program cannot be translated or bundled
 */
export async function buildProgram(
  program: ProgramFile,
  target: PlatformName,
  directory: string,
  options: BuildOptions,
  host: CommandHost,
): Promise<string> {
  const module = programModule(program);
  if (target === "wasi") return buildForWasi(module, directory, options, host);
  const code = await bundleProgram(program, module, { target, ...options }, host);
  if (target === "node") {
    const name = `${program.name}.mjs`;
    await writeFile(join(directory, name), code);
    return name;
  }
  await writeFile(join(directory, "program.js"), code);
  await writeFile(join(directory, "index.html"), pageHtml(program.name));
  return "index.html";
}

async function buildForWasi(module: ProgramModule, directory: string, options: BuildOptions, host: CommandHost): Promise<string> {
  try {
    const { component } = await buildComponent({
      entry: "path" in module ? module.path : module,
      outDir: directory,
      conditions: fromSources ? ["@portalis/source"] : [],
      plugins: bundlePlugins(host),
      optimizeSize: options.minify === true,
    });
    await transpileComponent({ component, outDir: directory });
    return "run.mjs";
  } catch (error) {
    throw componentError(error, module, host);
  }
}
