import { readFile } from "node:fs/promises";
import { dirname, extname, sep } from "node:path";
import type { Loader, OnLoadResult, Plugin, TransformFailure } from "esbuild";
import { BuildError } from "./build-error.js";
import { guardRecursion } from "./guard-recursion.js";
import { importMetaUrl } from "./import-meta-url.js";
import { loadPeer } from "./peer-packages.js";
import type { SourcePositions } from "./source-positions.js";
import { wasiInterfaceName } from "./wasi-interface-name.js";
import { wrapEntry } from "./wrap-entry.js";

/** The program's entry module: a file, or text with the place it stands for. */
export type EntryModule = { readonly path: string } | { readonly contents: string; readonly path: string; readonly resolveDir: string };

/** The specifier under which the component's start imports the entry module. */
export const PROGRAM = "portalis:program";
/** Marks a message whose position is one in the source as written. */
export const IN_SOURCE = "portalis:in-source";
const META = "portalisImportMeta";
const SOURCES = /\.[cm]?[jt]s$/;

/**
 * The esbuild plugin that makes a program fit for a component: its entry module becomes a function, endless recursion
 * becomes an error that can be caught, `import.meta` has a `url` (and `main` for the entry module), imports of WASI get their full names and are noted, and imports of what only
 * Node has are refused where they stand.
 *
 * @param entry the entry module
 * @param interfaces the names of the WASI interfaces met are added here
 * @param positions where the changes to modules are noted
 */
export function programPlugin(entry: EntryModule, interfaces: Set<string>, positions: SourcePositions): Plugin {
  const root = dirname(entry.path);
  const virtual = "contents" in entry;
  return {
    name: "portalis-program",
    setup(build) {
      build.onResolve({ filter: /^portalis:program$/ }, () => (virtual ? { path: entry.path, namespace: PROGRAM } : { path: entry.path }));
      build.onLoad({ filter: /.*/, namespace: PROGRAM }, () =>
        virtual ? loadEntry(entry.path, entry.contents, entry.resolveDir) : undefined,
      );
      build.onLoad({ filter: SOURCES, namespace: "file" }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        if (path === entry.path) return loadEntry(path, source, dirname(path));
        const ours = isOfProgram(path, root);
        if (!ours && !source.includes("import.meta")) return { contents: source, loader: loaderOf(path) };
        return reportingErrors(async () => {
          const { code, map } = await withoutTypes(path, source, importMetaUrl(path, root), false);
          positions.add(path, [map]);
          return { contents: ours ? await guardRecursion(code) : code, loader: "js" };
        });
      });
      build.onResolve({ filter: /^wasi:/ }, ({ path }) => {
        const name = wasiInterfaceName(path);
        if (typeof name !== "string") return { errors: [{ text: name.problem }] };
        interfaces.add(name);
        return { path: name, external: true };
      });
      build.onResolve({ filter: /^node:/ }, ({ path }) => ({
        errors: [{ text: `"${path}" is a module of Node.js; WASI has none: use the @portalis packages, or a "wasi" export condition` }],
      }));
    },
  };

  function loadEntry(path: string, source: string, resolveDir: string): Promise<OnLoadResult> {
    return reportingErrors(async () => {
      const stripped = await withoutTypes(path, source, importMetaUrl(path, root), true);
      positions.add(path, [stripped.map]);
      const wrapped = await wrapEntry(stripped.code, path);
      positions.add(path, [wrapped.map, stripped.map]);
      return { contents: await guardRecursion(wrapped.code), loader: "js", resolveDir };
    });
  }
}

/** Whether a module belongs to the program itself, not to a package it uses. */
function isOfProgram(path: string, root: string): boolean {
  return path.startsWith(root + sep) && !path.includes(`${sep}node_modules${sep}`);
}

/** JavaScript of `source`, `import.meta` replaced by an object of the module's own. */
async function withoutTypes(path: string, source: string, url: string, main: boolean): Promise<{ code: string; map: string }> {
  const { transform } = await loadPeer("Building a component", "esbuild", () => import("esbuild"));
  const usesMeta = source.includes("import.meta");
  const { code, map } = await transform(source, {
    loader: loaderOf(path),
    sourcefile: path,
    sourcemap: "external",
    target: "esnext",
    define: usesMeta ? { "import.meta": META } : {},
    ...(usesMeta ? { banner: `var ${META} = ${JSON.stringify({ url, main })};` } : {}),
  });
  return { code, map };
}

/** Turns what a step says about the source into messages of the build, with their places. */
async function reportingErrors(load: () => Promise<OnLoadResult>): Promise<OnLoadResult> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof BuildError) {
      const { location } = error;
      const place = location === undefined ? null : { file: location.file, line: location.line, column: location.column - 1 };
      return { errors: [{ text: error.reason, location: place }] };
    }
    const { errors } = error as Partial<TransformFailure>;
    if (errors === undefined) throw error;
    return { errors: errors.map((message) => ({ ...message, detail: IN_SOURCE })) };
  }
}

function loaderOf(path: string): Loader {
  return extname(path).endsWith("ts") ? "ts" : "js";
}
