import { runtime } from "@portalis/runtime";
import { qualifiedName } from "../class-name.js";
import type { Py } from "../py.js";
import { str } from "../types/str.js";
import { repr } from "../text/repr.js";
import type { BaseException } from "./base-exception.js";
import { KeyboardInterrupt, SystemExit } from "./builtin-exceptions.js";
import { caught } from "./caught.js";

/**
 * The last lines of CPython's report of an exception: `ValueError: boom`, and its notes.
 *
 * @example
 * ```ts
 * describeException(new KeyError("x")); // "KeyError: 'x'"
 * ```
 */
export function describeException(error: BaseException): string {
  const name = qualifiedName(error.constructor);
  let text: string;
  try {
    text = str(error);
  } catch {
    text = "<exception str() failed>";
  }
  const lines = [text === "" ? name : `${name}: ${text}`];
  const notes: Py = Object.hasOwn(error, "__notes__") ? error["__notes__"] : null;
  if (Array.isArray(notes)) for (const note of notes) lines.push(typeof note === "string" ? note : repr(note));
  return lines.join("\n");
}

/**
 * Reports an exception that nobody caught, as CPython does at the end of a program, and says with which status the program ends.
 *
 * SystemExit ends it with its code: None is 0, an int is itself, anything else is printed and gives 1. KeyboardInterrupt gives 130, every other exception 1.
 * The report on stderr is CPython's last line; it has no traceback.
 */
export function reportUncaught(error: unknown): number {
  const exception = caught(error);
  const write = (line: string): void => {
    runtime().platform.program.write("stderr", `${line}\n`);
  };
  if (exception instanceof SystemExit) {
    const { code } = exception;
    if (code === null) return 0;
    if (typeof code === "number" || typeof code === "boolean") return Number(code) & 0xff;
    write(str(code));
    return 1;
  }
  write(describeException(exception));
  return exception instanceof KeyboardInterrupt ? 130 : 1;
}
