import { existsSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { explainTrap } from "../../host/explain-trap.mjs";
import { type ProgramOptions, type ProgramResult, runChild } from "./child-program.js";
import { hostFile } from "./host-files.js";

/** A Wasmtime on this machine: the command, or a Python that has the `wasmtime` package. */
export interface Wasmtime {
  readonly kind: "command" | "python";
  /** The path of the command or of the Python. */
  readonly path: string;
  readonly version: string;
}

/**
 * Looks for a Wasmtime: the one named by the environment variable `PORTALIS_WASMTIME` (the command, or a Python with the
 * package), the one put into `node_modules/.cache/portalis/wasmtime` by this package's `scripts/install-wasmtime.mjs`, the
 * command on the `PATH`, a Python on it that can import `wasmtime`.
 *
 * @returns `undefined` when there is none
 */
export async function findWasmtime(): Promise<Wasmtime | undefined> {
  const named = process.env["PORTALIS_WASMTIME"];
  const candidates = named === undefined ? [...installed(), ...onPath("wasmtime"), ...onPath("python3")] : [named];
  for (const path of candidates) {
    const found = await probe(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Runs a component on Wasmtime. It gets the standard streams, its arguments and its environment, no files, no network.
 *
 * @param wasmtime from {@link findWasmtime}
 * @param component the path of `program.wasm`
 * @returns what it printed and its exit code: 1 after an uncaught error, 134 after a trap, which stderr explains
 */
export async function runOnWasmtime(wasmtime: Wasmtime, component: string, options: ProgramOptions = {}): Promise<ProgramResult> {
  const { args = [], env = {} } = options;
  const command =
    wasmtime.kind === "python"
      ? [hostFile("run-on-wasmtime.py"), component, JSON.stringify(env), ...args]
      : [
          "run",
          "-W",
          "max-wasm-stack=2097152",
          "--argv0",
          "program.wasm",
          ...Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]),
          component,
          ...args,
        ];
  const result = await runChild(wasmtime.path, command, processEnvironment(), options);
  const reason = result.exitCode === 134 ? explainTrap(result.stderr) : undefined;
  return reason === undefined ? result : { ...result, stderr: `${result.stderr}portalis: trap: ${reason}\n` };
}

async function probe(path: string): Promise<Wasmtime | undefined> {
  const python = /python[\d.]*(\.exe)?$/.test(path);
  const question = python ? ["-c", 'import importlib.metadata, wasmtime; print(importlib.metadata.version("wasmtime"))'] : ["--version"];
  try {
    const { stdout, exitCode } = await runChild(path, question, processEnvironment(), {});
    if (exitCode !== 0) return undefined;
    return { kind: python ? "python" : "command", path, version: stdout.replace(/^wasmtime\s+/, "").trim() };
  } catch {
    return undefined;
  }
}

/** In the `node_modules` of the working directory and of those above it. */
function installed(): string[] {
  const python = process.platform === "win32" ? join("Scripts", "python.exe") : join("bin", "python");
  const found: string[] = [];
  for (let at = process.cwd(), before = ""; at !== before; before = at, at = dirname(at)) {
    found.push(join(at, "node_modules/.cache/portalis/wasmtime", python));
  }
  return found.filter(existsSync);
}

function onPath(name: string): string[] {
  const extension = process.platform === "win32" ? ".exe" : "";
  return (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((directory) => join(directory, name + extension))
    .filter(existsSync);
}

/** Wasmtime's own process keeps its environment; the program inside does not see it. */
function processEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
