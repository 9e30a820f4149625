import { access, readFile, realpath } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir } from "node:os";
import { dirname, join, sep } from "node:path";
import type { BrowserBinary } from "./browser-binary.js";
import { unpackChromium } from "./unpack-chromium.js";

const PACKAGE = "@sparticuz/chromium";

/** Where the archives are inside the package; the versions differ. */
const ARCHIVES = ["bin", join("bin", "x64")];

/**
 * Finds the Chromium inside the npm package `@sparticuz/chromium` (Linux x64 only) and unpacks it unless that was done
 * before. The package's own JavaScript is not used: its unpacking has a race between processes, and its arguments
 * switch web security off.
 */
export async function findNpmChromium(): Promise<BrowserBinary | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const root = await packageDirectory();
  if (root === undefined) return undefined;
  const archives = await firstExisting(ARCHIVES.map((directory) => join(root, directory, "chromium.br")));
  if (archives === undefined) return undefined;
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
  const directory = await unpackChromium(dirname(archives), cacheDirectories(root), version);
  return {
    path: join(directory, "chromium"),
    origin: "npm",
    env: { LD_LIBRARY_PATH: libraryPath(join(directory, "lib")), FONTCONFIG_PATH: join(directory, "fonts") },
  };
}

/** Looks from this file and from the working directory, as the package belongs to whoever runs the program. */
async function packageDirectory(): Promise<string | undefined> {
  const from = [import.meta.url, join(process.cwd(), "package.json")];
  const places = from.flatMap((file) => createRequire(file).resolve.paths(PACKAGE) ?? []);
  const manifest = await firstExisting(places.map((place) => join(place, PACKAGE, "package.json")));
  return manifest === undefined ? undefined : dirname(await realpath(manifest));
}

/** The outermost `node_modules` above the package, so that a workspace has one copy; else the user's cache. */
function cacheDirectories(root: string): string[] {
  const segments = root.split(sep);
  const outermost = segments.slice(0, segments.indexOf("node_modules") + 1).join(sep);
  const user = process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return [join(outermost, ".cache", "portalis-chromium"), join(user, "portalis-chromium")];
}

function libraryPath(directory: string): string {
  const inherited = process.env["LD_LIBRARY_PATH"];
  return inherited === undefined || inherited === "" ? directory : `${directory}:${inherited}`;
}

async function firstExisting(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await access(path);
      return path;
    } catch {
      // The next one.
    }
  }
  return undefined;
}
