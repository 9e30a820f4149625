import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { CommandError } from "./command-error.js";

/**
 * Writes files into a directory, all or none: they are made in a directory beside it and moved when they are complete.
 * Other files of the directory stay as they are.
 *
 * @param directory the absolute path; it is made when it is not there
 * @param make writes the files into the directory it is given
 * @throws CommandError when the directory cannot be written
 */
export async function writeWhole(directory: string, make: (into: string) => Promise<void>): Promise<void> {
  const parent = dirname(directory);
  let made: string;
  try {
    const { isDirectory } = await kindOf(directory);
    if (isDirectory === false) throw new CommandError(`portalis: error: ${directory}: is a file: name a directory for the output`);
    await mkdir(parent, { recursive: true });
    made = await mkdtemp(join(parent, `.${basename(directory)}-`));
  } catch (error) {
    throw error instanceof CommandError ? error : writeError(directory, error);
  }
  try {
    await make(made);
    await moveAll(made, directory);
  } catch (error) {
    throw isSystemError(error) ? writeError(directory, error) : error;
  } finally {
    await rm(made, { recursive: true, force: true });
  }
}

/** Writes one file, whole or not at all. */
export async function writeFileWhole(path: string, text: string): Promise<void> {
  await writeWhole(dirname(path), (into) => writeFile(join(into, basename(path)), text));
}

async function moveAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const name of await readdir(from)) {
    const { isDirectory } = await kindOf(join(to, name));
    if (isDirectory === true) await rm(join(to, name), { recursive: true });
    await rename(join(from, name), join(to, name));
  }
}

async function kindOf(path: string): Promise<{ isDirectory: boolean | undefined }> {
  try {
    return { isDirectory: (await stat(path)).isDirectory() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return { isDirectory: undefined };
    throw error;
  }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

function writeError(path: string, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason =
    code === "EACCES" || code === "EPERM" || code === "EROFS"
      ? "permission denied"
      : code === "ENOTDIR"
        ? "a part of the path is a file"
        : message;
  return new CommandError(`portalis: error: ${path}: cannot be written: ${reason}`, undefined, { cause: error });
}
