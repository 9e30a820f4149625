import { join } from "node:path";
import { type ProgramOptions, type ProgramResult, runChild } from "./child-program.js";

/**
 * Runs a component that {@link transpileComponent} has prepared, in a Node process of its own.
 *
 * @param directory where its `run.mjs` is
 * @param options what the program is given; by default nothing
 * @returns what it printed and its exit code: 1 after an uncaught error, 134 after a trap, which stderr explains
 *
 * @example
 * ```ts
 * const { stdout, exitCode } = await runComponent("dist", { args: ["--fast"], env: { USER: "ada" } });
 * ```
 */
export function runComponent(directory: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  // Node 20 has the feature behind a flag; and a component of ours nests up to 1000 calls. run.mjs does the same for those
  // who start it by hand, at the price of a second process.
  const old = Number.parseInt(process.versions.node, 10) < 22;
  const flags = [...(old ? ["--experimental-wasm-extended-const"] : [])];
  return runChild(
    process.execPath,
    [...flags, join(directory, "run.mjs"), ...(options.args ?? [])],
    { ...systemEnvironment(), ...options.env },
    options,
  );
}

/** What a process needs to start at all: nothing, but on Windows. */
function systemEnvironment(): Record<string, string> {
  const root = process.env["SystemRoot"];
  return process.platform === "win32" && root !== undefined ? { SystemRoot: root } : {};
}
