import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { main } from "../src/main.js";

/** What a command did. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Carries out a command line in `cwd` and collects its output. */
export async function portalis(cwd: string, ...args: string[]): Promise<Outcome> {
  const output = { stdout: "", stderr: "" };
  const code = await main(args, {
    cwd,
    env: process.env,
    sharesStreams: false,
    interactive: false,
    write(stream, text) {
      output[stream] += text;
    },
  });
  return { code, ...output };
}

/** A directory for one test, with these files in it. */
export async function directoryWith(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "portalis-test-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(directory, name), content);
  return directory;
}
