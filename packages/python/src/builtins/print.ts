import { runtime } from "@portalis/runtime";
import { isPlainObject } from "../calls/kwargs.js";
import { invoke } from "../calls/invoke.js";
import { nativeDef } from "../calls/def.js";
import { TypeError } from "../exceptions/builtin-exceptions.js";
import type { Py } from "../py.js";
import { str } from "../types/str.js";
import { typeName } from "../types/type-name.js";

/** Keyword arguments of {@link print}. */
export interface PrintOptions {
  readonly sep?: Py;
  readonly end?: Py;
  readonly file?: Py;
  readonly flush?: Py;
}

/**
 * Python's `print(*values, sep=" ", end="\n", file=sys.stdout)`. Keyword arguments come in a trailing object literal.
 *
 * It writes to the standard output of the platform that the runtime runs on.
 *
 * @example
 * ```ts
 * print("a", 1, { sep: "-" }); // a-1
 * ```
 */
export function print(...values: Py[]): null {
  const last: Py = values.at(-1);
  const options: PrintOptions | undefined = isPlainObject(last) ? last : undefined;
  if (options === undefined && values.length === 1) {
    write(`${str(values[0])}\n`);
    return null;
  }
  const shown = options === undefined ? values : values.slice(0, -1);
  const text = shown.map((value: Py) => str(value)).join(textOption("sep", options?.sep, " ")) + textOption("end", options?.end, "\n");
  const file: Py = options?.file ?? null;
  if (file === null) write(text);
  else invoke(file, "write", text);
  return null;
}

nativeDef(print, "print", "(*args, sep=, end=, file=, flush=)");

function write(text: string): void {
  runtime().platform.program.write("stdout", text);
}

function textOption(name: string, value: Py, fallback: string): string {
  if (value === undefined || value === null) return fallback;
  if (typeof value !== "string") throw new TypeError(`${name} must be None or a string, not ${typeName(value)}`);
  return value;
}
