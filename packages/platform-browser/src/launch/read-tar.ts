const BLOCK = 512;
const REGULAR_FILE = new Set(["0", "\0"]);

/** A regular file in a tar archive. */
export interface TarFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Reads the regular files of a tar archive in the `ustar` format of POSIX; directories, links and everything else are
 * left out.
 *
 * @throws Error when a path would lead out of the archive, or the archive is cut short
 */
export function* readTar(archive: Uint8Array): Generator<TarFile, void, undefined> {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header[0] === 0) return;
    const size = Number.parseInt(text(header, 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) throw new Error("Cannot read the tar archive: it ends in the middle of a file");
    if (REGULAR_FILE.has(String.fromCharCode(header[156] ?? 0))) yield { path: pathOf(header), content };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function pathOf(header: Uint8Array): string {
  const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
  const name = text(header, 0, 100);
  const path = prefix === "" ? name : `${prefix}/${name}`;
  if (path.startsWith("/") || path.split("/").includes("..")) {
    throw new Error(`Cannot unpack the tar archive: the path ${JSON.stringify(path)} leads out of it`);
  }
  return path;
}

function text(header: Uint8Array, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end === -1 ? field : field.subarray(0, end)).trim();
}
