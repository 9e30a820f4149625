import { readFile } from "node:fs/promises";
import { basename, extname, relative, resolve } from "node:path";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { exitCode } from "./exit-code.js";

/** A program as it was found on the disk. */
export interface ProgramFile {
  /** The absolute path. */
  readonly path: string;
  /** The path as it is shown in messages: relative to where the command runs, where that is shorter. */
  readonly shown: string;
  /** The file's name without its extension. */
  readonly name: string;
  readonly language: "python" | "typescript";
  readonly text: string;
}

const LANGUAGES: Readonly<Record<string, ProgramFile["language"]>> = {
  ".py": "python",
  ".ts": "typescript",
  ".mts": "typescript",
  ".js": "typescript",
  ".mjs": "typescript",
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  ENOTDIR: "no such file",
  EISDIR: "is a directory, not a program: name one of its files",
  EACCES: "cannot be read: permission denied",
  EPERM: "cannot be read: permission denied",
  ELOOP: "cannot be read: too many symbolic links",
  ENAMETOOLONG: "no such file: the name is too long",
};

/**
 * Reads a program.
 *
 * @throws CommandError (usage) when there is no such file, or none that is a program
 * @throws CommandError (failure) with `file:line:col` when the file is not UTF-8
 */
export async function readProgram(file: string, host: CommandHost): Promise<ProgramFile> {
  const path = resolve(host.cwd, file);
  const inside = relative(host.cwd, path);
  const shown = inside.startsWith("..") || inside === "" ? file : inside;
  const extension = extname(path).toLowerCase();
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new CommandError(`portalis: error: ${shown}: ${REASONS[code] ?? message}`, exitCode.usage, { cause: error });
  }
  const language = LANGUAGES[extension];
  if (language === undefined) {
    throw new CommandError(`portalis: error: ${shown}: a program's name ends in .py, .ts, .mts, .js or .mjs`);
  }
  return { path, shown, name: basename(path, extname(path)), language, text: decode(bytes, shown) };
}

/** The text of a file, a byte order mark removed. */
function decode(bytes: Buffer, shown: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const at = firstInvalidByte(bytes);
    const before = bytes.subarray(0, at).toString("utf8").split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    const value = (bytes[at] ?? 0).toString(16).padStart(2, "0");
    throw new CommandError(
      `${shown}:${String(before.length)}:${String(column)}: error: not UTF-8: byte 0x${value}; save the file as UTF-8`,
      exitCode.failure,
    );
  }
}

/** The byte at which decoding first fails, found by halving: whatever precedes it decodes. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (decodes(bytes.subarray(0, middle))) valid = middle;
    else invalid = middle;
  }
  if (!decodes(bytes)) return valid;
  // The last character is cut off: go back to its first byte.
  let first = bytes.length - 1;
  while (((bytes[first] ?? 0) & 0xc0) === 0x80) first--;
  return first;
}

/** Whether bytes are UTF-8, but for a character that is cut off at the end. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
