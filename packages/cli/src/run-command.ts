import { join } from "node:path";
import { BrowserNotFoundError, BrowserStartError, openBrowser } from "@portalis/platform-browser/launch";
import { writeFile } from "node:fs/promises";
import { buildProgram } from "./build-program.js";
import { bundleProgram } from "./bundle-program.js";
import { CommandError } from "./command-error.js";
import { type CommandHost, showProgress } from "./command-host.js";
import { exitCode } from "./exit-code.js";
import type { PlatformName } from "./platforms.js";
import { programModule } from "./program-module.js";
import { type ProgramFile, readProgram } from "./read-program.js";
import { runChild } from "./run-child.js";
import { withTemporaryDirectory } from "./temporary-directory.js";

/** The longest time that a timer of Node can wait: a program in a browser may run as long as anywhere else. */
const NO_LIMIT = 2 ** 31 - 1;

/**
 * `portalis run`: runs a program on a platform.
 *
 * @returns the program's exit code
 */
export async function runCommand(file: string, args: readonly string[], on: PlatformName, host: CommandHost): Promise<number> {
  const program = await readProgram(file, host);
  return runners[on](program, args, host);
}

type Runner = (program: ProgramFile, args: readonly string[], host: CommandHost) => Promise<number>;

const runners: Readonly<Record<PlatformName, Runner>> = {
  async node(program, args, host) {
    const module = programModule(program);
    const sourceMap = "path" in module;
    const code = await bundleProgram(program, module, { target: "node", sourceMap }, host);
    return withTemporaryDirectory(async (directory) => {
      const bundle = join(directory, `${program.name}.mjs`);
      await writeFile(bundle, code);
      return runChild(bundle, args, sourceMap ? ["--enable-source-maps"] : [], host);
    });
  },

  async browser(program, args, host) {
    const bundle = await bundleProgram(program, programModule(program), { target: "browser" }, host);
    const interrupt = new AbortController();
    const stop = (): void => {
      interrupt.abort();
    };
    process.once("SIGINT", stop).once("SIGTERM", stop);
    try {
      const onOutput = (stream: "stdout" | "stderr", text: string): void => {
        host.write(stream, text);
      };
      const browser = await openBrowser();
      try {
        const result = await browser.run({ bundle }, { args, onOutput, timeout: NO_LIMIT, signal: interrupt.signal });
        return result.exitCode;
      } finally {
        await browser.close();
      }
    } catch (error) {
      if (interrupt.signal.aborted) return exitCode.interrupted;
      if (error instanceof BrowserNotFoundError || error instanceof BrowserStartError) {
        throw new CommandError(`portalis: error: ${error.message}`, exitCode.usage, { cause: error });
      }
      throw error;
    } finally {
      process.off("SIGINT", stop).off("SIGTERM", stop);
    }
  },

  wasi(program, args, host) {
    return withTemporaryDirectory(async (directory) => {
      const done = showProgress(host, `building ${program.shown} for WASI`);
      let start: string;
      try {
        start = await buildProgram(program, "wasi", directory, {}, host);
      } finally {
        done();
      }
      return runChild(join(directory, start), args, [], host);
    });
  },
};
