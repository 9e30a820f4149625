import { runtime } from "@portalis/runtime";
import { nativeDef } from "../calls/def.js";
import { SystemExit, TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { NamedTuple } from "../types/named-tuple.js";
import { textLength } from "../types/str/code-points.js";
import { typeName } from "../types/type-name.js";

/** A text stream of the program: `sys.stdout`, `sys.stderr`. */
class TextStream {
  static $class = true;
  static $name = "TextIOWrapper";
  static $module = "_io";

  readonly encoding: string = "utf-8";
  readonly #stream: "stdout" | "stderr";

  constructor(stream: "stdout" | "stderr") {
    this.#stream = stream;
  }

  /** Writes a text and returns its length. */
  write(text: Py): number {
    if (typeof text !== "string") throw new TypeError(`write() argument must be str, not ${typeName(text)}`);
    runtime().platform.program.write(this.#stream, text);
    return textLength(text);
  }

  /** Texts are written at once: there is nothing to flush. */
  flush(): null {
    return null;
  }

  isatty(): boolean {
    return false;
  }
}

/** The standard output. */
export const stdout: Py = /* @__PURE__ */ new TextStream("stdout");

/** The standard error output. */
export const stderr: Py = /* @__PURE__ */ new TextStream("stderr");

/** The largest index of a container on a 64-bit CPython. */
export const maxsize = 9223372036854775807n;

/** What CPython says on Linux. */
export const platform = "linux";

/** The version of Python that is followed. */
export const version_info: Py = /* @__PURE__ */ NamedTuple.make(
  "version_info",
  "sys",
  ["major", "minor", "micro", "releaselevel", "serial"],
  [3, 13, 0, "final", 0],
);

/** The same as text. */
export const version = "3.13.0 (portalis)";

/** The arguments of the program; the first one, its name, is not known to platforms and empty. */
export const argv: string[] = [""];

/**
 * Ends the program: raises SystemExit with a status. None is success, an int is the exit code, anything else is printed and means failure.
 *
 * @throws SystemExit
 */
export function exit(status?: Py): never {
  throw status === undefined ? new SystemExit() : new SystemExit(status);
}

/** How deep calls may go in CPython by default. The native stack decides here. */
export function getrecursionlimit(): number {
  return 1000;
}

nativeDef(exit, "exit", "(status=, /)");
nativeDef(getrecursionlimit, "getrecursionlimit", "()");
