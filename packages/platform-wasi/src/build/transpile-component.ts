import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildCache, copyResult } from "./build-cache.js";
import { hostFile } from "./host-files.js";
import { isMissing, loadPeer, testedVersion } from "./peer-packages.js";
import { MissingPackageError } from "./missing-package-error.js";

/** What {@link transpileComponent} makes, and from what. */
export interface TranspileComponentOptions {
  /** The path of a component made by `buildComponent`. */
  readonly component: string;
  /** The directory for the results; it may be the component's own. */
  readonly outDir: string;
  /** Where results are kept: a directory, or `false` to transpile always. Default `node_modules/.cache/portalis`. */
  readonly cacheDir?: string | false;
}

/** What {@link transpileComponent} made. */
export interface TranspiledComponent {
  /** The path of `run.mjs`: `node run.mjs [arguments]` runs the program. */
  readonly runner: string;
  /** Whether it came from the cache. */
  readonly cached: boolean;
}

const STEP = "Running a component on Node";
const SHIM = "@bytecodealliance/preview2-shim";
/** The parts of the WASI shim a command without files and sockets needs. */
const SHIM_PARTS = ["nodejs/cli.js", "nodejs/clocks.js", "nodejs/io.js", "nodejs/random.js", "io", "synckit"];

/**
 * Makes a component runnable on Node 20 and later: its core modules, the JavaScript that joins them
 * (`jco-transpile`), the part of the WASI shim it needs, and `run.mjs`. The directory stands on its own: it can be copied
 * to a machine that has nothing but Node. The program gets the arguments, the environment, the clocks, random numbers and
 * the standard streams; no files and no network.
 *
 * @throws MissingPackageError when `@bytecodealliance/jco-transpile` or its WASI shim is not installed
 *
 * @example
 * ```ts
 * await transpileComponent({ component: "dist/program.wasm", outDir: "dist" });
 * // node dist/run.mjs
 * ```
 */
export async function transpileComponent(options: TranspileComponentOptions): Promise<TranspiledComponent> {
  const bytes = await readFile(options.component);
  const shim = shimDirectory();
  const runnerFiles = await Promise.all((["run.mjs", "no-files.mjs", "explain-trap.mjs"] as const).map((name) => readFile(hostFile(name))));
  const versions = [testedVersion("@bytecodealliance/jco-transpile"), shim];
  const cache = new BuildCache("transpiled", options.cacheDir);
  const { directory, cached } = await cache.get([...versions, ...runnerFiles, bytes], async (into) => {
    await writeModules(bytes, into);
    await copyShim(shim, join(into, "preview2-shim"));
    for (const name of ["run.mjs", "no-files.mjs", "explain-trap.mjs"] as const) await cp(hostFile(name), join(into, name));
    await writeFile(join(into, "package.json"), `${JSON.stringify({ private: true, type: "module", main: "run.mjs" }, null, 2)}\n`);
  });
  await copyResult(directory, options.outDir);
  if (options.cacheDir === false) await rm(directory, { recursive: true, force: true });
  return { runner: resolve(options.outDir, "run.mjs"), cached };
}

async function writeModules(component: Uint8Array, directory: string): Promise<void> {
  const { transpileBytes } = await loadPeer(STEP, "@bytecodealliance/jco-transpile", () => import("@bytecodealliance/jco-transpile"));
  const { files } = await transpileBytes(component, {
    name: "program",
    emitTypescriptDeclarations: false,
    wasiShim: false,
    map: {
      "wasi:cli/*": "./preview2-shim/nodejs/cli.js#*",
      "wasi:clocks/*": "./preview2-shim/nodejs/clocks.js#*",
      "wasi:filesystem/*": "./no-files.mjs#*",
      "wasi:io/*": "./preview2-shim/nodejs/io.js#*",
      "wasi:random/*": "./preview2-shim/nodejs/random.js#*",
    },
  });
  for (const [name, content] of Object.entries(files)) {
    const path = join(directory, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
}

/** The root of the installed WASI shim: the package itself, or the one beside the transpiler. */
function shimDirectory(): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(SHIM))), "../..");
  } catch (error) {
    if (isMissing(error, SHIM)) throw new MissingPackageError(STEP, SHIM, testedVersion(SHIM), error);
    throw error;
  }
}

async function copyShim(from: string, to: string): Promise<void> {
  for (const part of SHIM_PARTS) {
    await cp(join(from, "dist", part), join(to, part), { recursive: true, filter: (path) => !path.endsWith(".d.ts") });
  }
  await cp(join(from, "LICENSE"), join(to, "LICENSE"));
}
