import { dirname } from "node:path";
import type { ProgramFile } from "./read-program.js";
import { translateProgram } from "./translate-program.js";

/** A program as the entry module of a bundle: the file itself, or the text that Python was translated to. */
export type ProgramModule = FileModule | TextModule;

/** An entry module that is on the disk. */
export interface FileModule {
  readonly path: string;
}

/** An entry module that is on no disk. */
export interface TextModule {
  /** TypeScript. */
  readonly contents: string;
  /** The directory its imports are resolved from. */
  readonly resolveDir: string;
  /** The name it goes by in messages. */
  readonly filename: string;
}

/**
 * Makes the entry module of a program.
 *
 * @throws CommandError where a Python program cannot be translated
 */
export function programModule(program: ProgramFile): ProgramModule {
  if (program.language === "typescript") return { path: program.path };
  return { contents: translateProgram(program), resolveDir: dirname(program.path), filename: `${program.name}.ts` };
}
