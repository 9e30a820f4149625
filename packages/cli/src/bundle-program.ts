import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type BuildFailure, type Plugin } from "esbuild";
import { bundleError } from "./bundle-error.js";
import type { CommandHost } from "./command-host.js";
import { exportConditions, packageResolution } from "./package-resolution.js";
import type { ProgramModule } from "./program-module.js";
import { pythonModules } from "./python-modules.js";
import type { ProgramFile } from "./read-program.js";

const PROGRAM = "portalis:program";

/** The plugins of every bundle, whatever platform it is for. */
export function bundlePlugins(host: CommandHost): Plugin[] {
  return [packageResolution(), pythonModules(host)];
}

/** How a bundle is made. */
export interface BundleOptions {
  readonly target: "node" | "browser";
  /** For deployment: without the names and comments that help to debug. Default false. */
  readonly minify?: boolean;
  /** Maps stack traces back to the program, inside the bundle. Default false. */
  readonly sourceMap?: boolean;
  /** esbuild plugins of the caller, before all others. */
  readonly plugins?: readonly Plugin[];
}

/**
 * Bundles a program with everything it imports and with the platform it runs on: one ES module.
 *
 * @throws CommandError with what the bundler found, each with its place
 */
export async function bundleProgram(
  program: ProgramFile,
  module: ProgramModule,
  options: BundleOptions,
  host: CommandHost,
): Promise<string> {
  const directory = "path" in module ? dirname(module.path) : module.resolveDir;
  const { target, minify = false, sourceMap = false, plugins = [] } = options;
  try {
    const result = await build({
      // The platform comes first, so that it is there before anything of the program runs.
      stdin: {
        contents: `import "@portalis/async";\nimport ${JSON.stringify(PROGRAM)};\n`,
        resolveDir: directory,
        sourcefile: "portalis-start.js",
      },
      absWorkingDir: directory,
      bundle: true,
      write: false,
      format: "esm",
      platform: target,
      target: target === "node" ? "node20" : "es2022",
      conditions: exportConditions(target),
      // CommonJS packages for Node call `require` for Node's own modules; an ES module has none.
      ...(target === "node" ? { banner: { js: REQUIRE } } : {}),
      keepNames: !minify,
      minify,
      charset: "utf8",
      legalComments: "none",
      logLevel: "silent",
      sourcemap: sourceMap ? "inline" : false,
      sourceRoot: `${pathToFileURL(directory).href}/`,
      plugins: [entryModule(module), ...plugins, ...bundlePlugins(host)],
    });
    return result.outputFiles[0]?.text ?? "";
  } catch (error) {
    if ((error as Partial<BuildFailure>).errors === undefined) throw error;
    throw bundleError(error as BuildFailure, program, host);
  }
}

const REQUIRE =
  'import { createRequire as portalisCreateRequire } from "node:module";\nconst require = portalisCreateRequire(import.meta.url);';

/** Finds the program: its file, or its text in a namespace of its own. It is run for what it does, not for what it exports. */
function entryModule(module: ProgramModule): Plugin {
  return {
    name: "portalis-entry",
    setup(build) {
      build.onResolve({ filter: /^portalis:program$/ }, () =>
        "path" in module ? { path: module.path, sideEffects: true } : { path: module.filename, namespace: PROGRAM, sideEffects: true },
      );
      if ("path" in module) return;
      const { contents, resolveDir } = module;
      build.onLoad({ filter: /.*/, namespace: PROGRAM }, () => ({ contents, loader: "ts", resolveDir }));
    },
  };
}
