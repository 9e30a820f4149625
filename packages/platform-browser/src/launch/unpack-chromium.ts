import { createReadStream, createWriteStream } from "node:fs";
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { readTar } from "./read-tar.js";

const PARTIAL = ".partial-";
const HOUR = 3_600_000;

/** `prefix="relative"` is relative to this file, so that the directory may be moved or copied into an image. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/**
 * Unpacks `chromium.br`, its libraries and its fonts into `<cache>/<version>`. The work is done in a directory of its
 * own that takes the final name in one step: a process that finds the final name finds all of it, and of two that
 * unpack at once one wins.
 *
 * @param archives the directory of the archives
 * @param caches where to unpack to; the next one is tried when one cannot be written
 * @returns the directory with `chromium`, `lib/` and `fonts/`
 */
export async function unpackChromium(archives: string, caches: readonly string[], version: string): Promise<string> {
  for (const cache of caches) {
    const directory = join(cache, version);
    if (await exists(join(directory, "chromium"))) return directory;
  }
  let failure: unknown;
  for (const cache of caches) {
    try {
      return await unpackInto(archives, cache, version);
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

async function unpackInto(archives: string, cache: string, version: string): Promise<string> {
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const partial = await mkdtemp(join(cache, version + PARTIAL));
  const directory = join(cache, version);
  try {
    await Promise.all([
      unpackFile(join(archives, "chromium.br"), join(partial, "chromium")),
      unpackTar(join(archives, "al2023.tar.br"), partial),
      unpackTar(join(archives, "fonts.tar.br"), join(partial, "fonts")),
    ]);
    await writeFile(join(partial, "fonts", "fonts.conf"), FONTS_CONF);
    await chmod(partial, 0o755);
    await rename(partial, directory);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(join(directory, "chromium")))) throw error;
  }
  return directory;
}

async function unpackFile(archive: string, target: string): Promise<void> {
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(target, { mode: 0o755 }));
}

async function unpackTar(archive: string, target: string): Promise<void> {
  const bytes = await promisify(brotliDecompress)(await readFile(archive));
  for (const { path, content } of readTar(bytes)) {
    const file = join(target, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

/** What a killed process left half unpacked. An hour is far longer than any unpacking takes. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.includes(PARTIAL)) continue;
    const path = join(cache, name);
    const modified = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (Date.now() - modified > HOUR) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
