#!/usr/bin/env node
/**
 * Puts Wasmtime where `findWasmtime` finds it: the Python package, in a virtual environment under
 * `node_modules/.cache/portalis/wasmtime` of the working directory. Needs a Python with pip.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const VERSION = "49.0.0";
const directory = join(process.cwd(), "node_modules", ".cache", "portalis", "wasmtime");
const windows = process.platform === "win32";
const python = join(directory, windows ? "Scripts" : "bin", windows ? "python.exe" : "python");

run(windows ? "python" : "python3", ["-m", "venv", directory]);
run(python, ["-m", "pip", "install", "--quiet", `wasmtime==${VERSION}`]);
console.log(`Wasmtime ${VERSION} is in ${directory}`);

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status === 0) return;
  console.error(
    `Cannot install Wasmtime: ${command} ${args.join(" ")} ${error ? `does not start (${error.message})` : `ended with ${status}`}`,
  );
  process.exit(1);
}
