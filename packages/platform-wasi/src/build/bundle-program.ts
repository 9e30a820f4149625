import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { BuildFailure, Plugin } from "esbuild";
import { BuildError } from "./build-error.js";
import { BuildMessages } from "./build-messages.js";
import { loadPeer } from "./peer-packages.js";
import { type EntryModule, PROGRAM, programPlugin } from "./program-plugin.js";
import { tidyBundle } from "./tidy-bundle.js";
import { SourcePositions } from "./source-positions.js";
import { MAIN } from "./wrap-entry.js";

/** How a program is bundled. */
export interface BundleOptions {
  readonly entry: EntryModule;
  /** More export conditions; `wasi` is always among them. */
  readonly conditions?: readonly string[];
  /** Names of global constants and what they stand for, as esbuild's `define`. */
  readonly define?: Readonly<Record<string, string>>;
  /** Specifiers of modules that run before the program, in their order. */
  readonly setup?: readonly string[];
  /** esbuild plugins that run before those of the build: they may give modules that are no files. */
  readonly plugins?: readonly Plugin[];
}

/** A program in one piece. */
export interface ProgramBundle {
  /** A script that sets `module.exports.run`; it takes `module`, `require` and {@link HOST} from around it. */
  readonly code: string;
  /** The WASI interfaces the program imports itself. */
  readonly interfaces: readonly string[];
  /** What esbuild warned of, each with its place. */
  readonly warnings: readonly string[];
}

/** The name under which the bundle finds the WASI interfaces it runs on. */
export const HOST = "portalisHost";

/** The package runs from its TypeScript sources: the other packages of the repository do too. */
const FROM_SOURCE = import.meta.url.endsWith(".ts");
const GLOBALS = "portalis:globals";
const START = "portalis-start.js";

/**
 * Bundles a program with the runtime and with this platform, for an engine that has neither promises nor modules at run
 * time: one script, async functions lowered to generators, everything in it run when the component starts and nothing
 * when it is built.
 *
 * @throws BuildError with every problem of the source, one in a line
 */
export async function bundleProgram(options: BundleOptions): Promise<ProgramBundle> {
  const { build } = await loadPeer("Building a component", "esbuild", () => import("esbuild"));
  const interfaces = new Set<string>();
  const positions = new SourcePositions();
  const root = dirname(options.entry.path);
  const messages = new BuildMessages(root, positions);
  const { entry, conditions = [], define = {}, setup = [], plugins = [] } = options;
  try {
    const result = await build({
      stdin: { contents: startModule(setup), sourcefile: START, resolveDir: "resolveDir" in entry ? entry.resolveDir : root },
      absWorkingDir: root,
      bundle: true,
      write: false,
      metafile: true,
      format: "cjs",
      platform: "neutral",
      mainFields: ["module", "main"],
      target: "es2022",
      supported: { "async-await": false, "async-generator": false, "for-await": false },
      conditions: ["wasi", "module", "import", ...(FROM_SOURCE ? ["@portalis/source"] : []), ...conditions],
      define: { ...define },
      keepNames: true,
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      plugins: [...plugins, globalsPlugin(), programPlugin(entry, interfaces, positions)],
    });
    for (const [importer, { imports }] of Object.entries(result.metafile.inputs)) {
      if (!importer.endsWith(START) && imports.some(({ path }) => resolve(root, path) === entry.path)) {
        const file = relative(process.cwd(), resolve(root, importer));
        throw new BuildError("imports the program's entry module: move what both need into a module of its own", {
          location: { file, line: 1, column: 1 },
        });
      }
    }
    const code = await tidyBundle(result.outputFiles[0]?.text ?? "");
    return { code, interfaces: [...interfaces].sort(), warnings: result.warnings.map((warning) => messages.text(warning)) };
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    if (errors === undefined) throw error;
    throw messages.error(errors, error);
  }
}

/**
 * The module a component starts with. The globals come first, before anything is evaluated that might take hold of the
 * engine's own; the program comes last, inside `runProgram`, which reports what it throws.
 */
function startModule(setup: readonly string[]): string {
  const steps = setup.map((specifier) => `await import(${JSON.stringify(specifier)});`);
  return `import ${JSON.stringify(GLOBALS)};
import { runProgram } from ${JSON.stringify(modulePath("../run-program"))};
export const run = () => runProgram(${HOST}, async () => {
  ${steps.join("\n  ")}
  await (await import(${JSON.stringify(PROGRAM)})).${MAIN}();
});
`;
}

/** Gives the module that installs the globals, as a side effect, so that it is evaluated before all others. */
function globalsPlugin(): Plugin {
  return {
    name: "portalis-globals",
    setup(build) {
      build.onResolve({ filter: /^portalis:globals$/ }, () => ({ path: GLOBALS, namespace: GLOBALS }));
      build.onLoad({ filter: /.*/, namespace: GLOBALS }, () => ({
        contents: `import { installGlobals } from ${JSON.stringify(modulePath("../globals/install-globals"))};\ninstallGlobals(${HOST});\n`,
        resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      }));
    },
  };
}

function modulePath(name: string): string {
  return fileURLToPath(new URL(`${name}.${FROM_SOURCE ? "ts" : "js"}`, import.meta.url));
}
