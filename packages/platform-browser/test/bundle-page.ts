import { build } from "esbuild";

/**
 * Bundles a program for a page, with this package and the runtime from their sources.
 *
 * @param contents TypeScript; `../src/index.js` is this package
 */
export async function bundlePage(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    conditions: ["@portalis/source", "browser"],
  });
  return outputFiles[0]?.text ?? "";
}
