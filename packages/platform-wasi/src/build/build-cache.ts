import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** This many results are kept; the ones not used for longest go first. */
const KEEP = 60;

/** Where {@link BuildCache} keeps its results: a directory, the default one, or nowhere. */
export type CacheDirectory = string | false | undefined;

/**
 * Results of expensive steps, each a directory of files under the hash of what it was made from: the same input is made
 * once, also across processes. Results appear whole or not at all; several builds at the same time do not disturb each
 * other.
 *
 * @example
 * ```ts
 * const cache = new BuildCache("components");
 * const directory = await cache.get([source, version], (into) => writeFile(join(into, "program.wasm"), make(source)));
 * ```
 */
export class BuildCache {
  readonly #directory: string;
  readonly #keep: boolean;

  /**
   * @param kind what is kept, one directory for each kind
   * @param directory the cache; `undefined` for `node_modules/.cache/portalis` of the nearest package, `false` for none
   */
  constructor(kind: string, directory: CacheDirectory) {
    this.#keep = directory !== false;
    this.#directory = directory === false ? tmpdir() : join(directory ?? defaultDirectory(), kind);
  }

  /**
   * The result for `inputs`, made by `make` unless it is there.
   *
   * @param inputs all that the result depends on
   * @param make writes the result into the directory it is given
   * @returns the directory of the result, and whether it was there already
   */
  async get(
    inputs: readonly (string | Uint8Array)[],
    make: (directory: string) => Promise<void>,
  ): Promise<{ directory: string; cached: boolean }> {
    await mkdir(this.#directory, { recursive: true });
    const target = join(this.#directory, hashOf(inputs));
    if (this.#keep && existsSync(target)) {
      const now = new Date();
      await utimes(target, now, now).catch(() => undefined);
      return { directory: target, cached: true };
    }
    const made = await mkdtemp(join(this.#directory, ".making-"));
    try {
      await make(made);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      throw error;
    }
    if (!this.#keep) return { directory: made, cached: false };
    try {
      await rename(made, target);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      if (!existsSync(target)) throw error; // else somebody else was faster
    }
    await this.#prune();
    return { directory: target, cached: false };
  }

  async #prune(): Promise<void> {
    const names = await readdir(this.#directory);
    const entries = await Promise.all(
      names.map(async (name) => {
        const path = join(this.#directory, name);
        return { path, used: (await stat(path).catch(() => undefined))?.mtimeMs ?? 0 };
      }),
    );
    entries.sort((a, b) => b.used - a.used);
    await Promise.all(entries.slice(KEEP).map(({ path }) => rm(path, { recursive: true, force: true })));
  }
}

/** Copies the files of a result into `directory`, which is made. */
export async function copyResult(from: string, directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await cp(from, directory, { recursive: true, force: true });
}

function hashOf(inputs: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(`${input.length}:`).update(input);
  return hash.digest("hex").slice(0, 40);
}

/** `node_modules/.cache/portalis` beside the nearest `node_modules`, else a directory for temporary files. */
function defaultDirectory(): string {
  for (let at = process.cwd(); ; at = dirname(at)) {
    const modules = join(at, "node_modules");
    if (existsSync(modules)) return join(modules, ".cache", "portalis");
    if (resolve(at, "..") === at) return join(tmpdir(), "portalis-cache");
  }
}
