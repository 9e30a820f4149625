import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openBrowser } from "@portalis/platform-browser/launch";
import { buildComponent, runComponent, transpileComponent } from "@portalis/platform-wasi/build";
import { bundlePlugins, bundleProgram } from "../src/bundle-program.js";
import type { CommandHost } from "../src/command-host.js";
import { exportConditions } from "../src/package-resolution.js";
import type { PlatformName } from "../src/platforms.js";
import { CHOICE, type SampleBatch, sampleModules } from "./sample-batch.js";

/** What a program did. */
export interface SampleResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** All samples on one platform: runs one of them in a process, a page or an instance of its own. */
export interface SamplePlatform {
  /** How many to run at the same time: some sleep more than they work. */
  readonly atOnce: number;
  readonly run: (name: string) => Promise<SampleResult>;
  readonly close?: () => Promise<void>;
}

/** The longest that one program may take, on a machine that is busy. */
const LIMIT = 60_000;
const host: CommandHost = { cwd: process.cwd(), env: process.env, sharesStreams: false, interactive: false, write: () => undefined };
const file = { path: "samples.py", shown: "samples.py", name: "samples", language: "python", text: "" } as const;

type Prepare = (batch: SampleBatch, directory: string) => Promise<SamplePlatform>;

/** Builds a batch for each platform, as the command builds a program. */
export const samplePlatforms: Readonly<Record<PlatformName, Prepare>> = {
  async node(batch, directory) {
    const program = join(directory, "samples.mjs");
    await writeFile(program, await bundleProgram(file, batch.entry, { target: "node", plugins: [sampleModules(batch, "node")] }, host));
    return { atOnce: 3, run: (name) => runOnNode(program, name) };
  },

  async browser(batch) {
    const bundle = await bundleProgram(file, batch.entry, { target: "browser", plugins: [sampleModules(batch, "browser")] }, host);
    const browser = await openBrowser();
    return {
      atOnce: 4,
      run: (name) => browser.run({ bundle }, { env: { [CHOICE]: name }, timeout: LIMIT }),
      close: () => browser.close(),
    };
  },

  async wasi(batch, directory) {
    const outDir = join(directory, "wasi");
    const { component } = await buildComponent({
      entry: batch.entry,
      outDir,
      conditions: exportConditions("wasi"),
      plugins: [sampleModules(batch, "wasi"), ...bundlePlugins(host)],
    });
    await transpileComponent({ component, outDir });
    return { atOnce: 2, run: (name) => runComponent(outDir, { env: { [CHOICE]: name }, signal: AbortSignal.timeout(LIMIT) }) };
  },
};

function runOnNode(program: string, name: string): Promise<SampleResult> {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, [CHOICE]: name }, timeout: LIMIT };
    const child = execFile(process.execPath, [program], options, (_error, stdout, stderr) => {
      resolve({ stdout, stderr, exitCode: child.exitCode ?? 1 });
    });
  });
}
