import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { BuildCache, copyResult } from "./build-cache.js";
import { BuildError } from "./build-error.js";
import { bundleProgram } from "./bundle-program.js";
import { componentInterfaces, componentModule } from "./component-module.js";
import { componentWorld, WORLD, writeWorld } from "./component-world.js";
import { loadPeer, testedVersion } from "./peer-packages.js";
import type { EntryModule } from "./program-plugin.js";

/** The entry module of a program: the path of a file, or its text. */
export type ProgramEntry =
  | string
  | {
      /** TypeScript or JavaScript. */
      readonly contents: string;
      /** The directory its imports are resolved from. */
      readonly resolveDir: string;
      /** The name it goes by in messages and in `import.meta.url`. Default `main.ts`. */
      readonly filename?: string;
    };

/** What {@link buildComponent} makes, and from what. */
export interface BuildComponentOptions {
  /** The program. */
  readonly entry: ProgramEntry;
  /** The directory for the results; it is made when it is not there. */
  readonly outDir: string;
  /** More export conditions for the imports of the program, after `wasi`. */
  readonly conditions?: readonly string[];
  /** Names of global constants and the JavaScript they stand for. */
  readonly define?: Readonly<Record<string, string>>;
  /** Specifiers of modules that run before the program, resolved as the program's imports are. */
  readonly setup?: readonly string[];
  /** esbuild plugins, for modules that are no files. */
  readonly plugins?: readonly Plugin[];
  /** Half a megabyte less, some speed less. Default false. */
  readonly optimizeSize?: boolean;
  /** Where built components are kept: a directory, or `false` to build always. Default `node_modules/.cache/portalis`. */
  readonly cacheDir?: string | false;
}

/** What {@link buildComponent} made. */
export interface BuiltComponent {
  /** The path of `program.wasm`. */
  readonly component: string;
  /** Its size in bytes. */
  readonly size: number;
  /** The WIT world it was built for. */
  readonly world: string;
  /** Whether it came from the cache. */
  readonly cached: boolean;
  /** What the bundler warned of, each `file:line:col: text`. */
  readonly warnings: readonly string[];
}

const STEP = "Building a component";

/**
 * Builds a program into a WebAssembly component that is a WASI 0.2 command: `wasmtime run program.wasm` runs it, and so
 * does Node after {@link transpileComponent}.
 *
 * The program is bundled with everything it imports, async functions and top-level await lowered for an engine without
 * promise jobs, and put on QuickJS by `componentize-qjs`. Nothing of the program runs while it is built. The same input
 * is built once: the second time takes what the bundler takes.
 *
 * @throws BuildError when the source cannot be a component: each problem with `file:line:col` and what to do
 * @throws MissingPackageError when a package it needs is not installed
 *
 * @example
 * ```ts
 * const { component } = await buildComponent({ entry: "src/main.ts", outDir: "dist" });
 * ```
 */
export async function buildComponent(options: BuildComponentOptions): Promise<BuiltComponent> {
  const { optimizeSize = false } = options;
  const bundle = await bundleProgram({ ...options, entry: entryModule(options.entry) });
  const interfaces = componentInterfaces(bundle.interfaces);
  const world = componentWorld(interfaces);
  const source = componentModule(bundle.code, interfaces);
  const cache = new BuildCache("components", options.cacheDir);
  const inputs = [testedVersion("componentize-qjs"), String(optimizeSize), world, source];
  const { directory, cached } = await cache.get(inputs, async (into) => {
    await writeFile(join(into, "program.wasm"), await componentize(source, world, optimizeSize));
  });
  await copyResult(directory, options.outDir);
  if (options.cacheDir === false) await rm(directory, { recursive: true, force: true });
  const component = resolve(options.outDir, "program.wasm");
  return { component, size: (await readFile(component)).length, world, cached, warnings: bundle.warnings };
}

function entryModule(entry: ProgramEntry): EntryModule {
  if (typeof entry === "string") return { path: resolve(entry) };
  const { contents, resolveDir, filename = "main.ts" } = entry;
  return { contents, path: resolve(resolveDir, basename(filename)), resolveDir: resolve(resolveDir) };
}

/** Puts a module on the engine. The tool reads its world from files and the module's name ends up in stack traces. */
async function componentize(source: string, world: string, optSize: boolean): Promise<Uint8Array> {
  const tool = await loadPeer(STEP, "componentize-qjs", () => import("componentize-qjs"));
  const directory = await mkdtemp(join(tmpdir(), "portalis-component-"));
  try {
    const witPath = join(directory, "wit");
    const jsPath = join(directory, "program.js");
    await writeWorld(witPath, world);
    await writeFile(jsPath, source);
    const { component } = await tool.componentize({
      jsSource: source,
      jsPath,
      moduleRoot: directory,
      witPath,
      world: WORLD,
      sync: true,
      optSize,
    });
    return component;
  } catch (error) {
    throw new BuildError(`componentize-qjs could not build the component: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
