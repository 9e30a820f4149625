import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll } from "vitest";

/** How a program ended. */
export interface Ended {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

let directory: string | undefined;
let programs = 0;
afterAll(async () => {
  if (directory !== undefined) await rm(directory, { recursive: true });
});

/**
 * Runs a program in a process of its own, with this package and the runtime bundled from their sources.
 *
 * @param contents TypeScript; `../src/index.js` is this package
 */
export async function runProgram(
  contents: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  directory ??= await mkdtemp(join(tmpdir(), "portalis-node-test-"));
  const outfile = join(directory, `program-${programs++}.mjs`);
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    conditions: ["@portalis/source", "node"],
    outfile,
  });
  const child = spawn(process.execPath, [outfile, ...args], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const ended = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) child[name].setEncoding("utf8").on("data", (text: string) => (ended[name] += text));
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { ...ended, exitCode };
}
