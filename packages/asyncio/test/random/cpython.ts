import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Program } from "./program.js";

/** The logs that CPython gives for random programs. Needs a python3.13, named by the environment variable PYTHON. */
export function logsOfCPython(programs: readonly Program[]): readonly (readonly string[])[] {
  const script = fileURLToPath(new URL("../../scripts/interpret.py", import.meta.url));
  const python = process.env["PYTHON"] ?? "python3.13";
  const { status, stdout, stderr } = spawnSync(python, [script], { input: JSON.stringify(programs), encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`Cannot run the programs with ${python}: exit code ${String(status)}.\n${stderr}`);
  return JSON.parse(stdout) as string[][];
}
