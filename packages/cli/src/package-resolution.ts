import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "esbuild";

/** Where this command is installed, and with it the packages that programs need. */
const HERE = dirname(fileURLToPath(import.meta.url));
const MARK = Symbol("portalis-resolution");

/** Whether this command runs from its TypeScript sources: then the packages do too. */
export const fromSources: boolean = import.meta.url.endsWith(".ts");

/** The export conditions of a bundle for `target`, the most telling first. */
export function exportConditions(target: "node" | "browser" | "wasi"): string[] {
  return [...(fromSources ? ["@portalis/source"] : []), target, "module", "import"];
}

/**
 * The esbuild plugin that finds `@portalis/*` packages: beside the program where it has them installed, else the ones
 * this command came with. So a program needs no installation, and one that has its own packages keeps them.
 */
export function packageResolution(): Plugin {
  return {
    name: "portalis-packages",
    setup(build) {
      build.onResolve({ filter: /^@portalis\// }, async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === MARK) return undefined;
        const options = { importer, kind, pluginData: MARK };
        let result = await build.resolve(path, { ...options, resolveDir });
        if (result.errors.length === 0) return result;
        result = await build.resolve(path, { ...options, resolveDir: HERE });
        if (result.errors.length === 0) return result;
        const umbrella = await build.resolve("@portalis/async", { ...options, resolveDir: HERE });
        return build.resolve(path, { ...options, resolveDir: dirname(umbrella.path) });
      });
    },
  };
}
