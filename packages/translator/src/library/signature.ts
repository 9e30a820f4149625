import type { ParameterKind } from "../analyze/function-info.js";

/** A parameter of a library function. */
export interface LibraryParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional: boolean;
}

/** A library function: how it is called and what it gives. */
export interface LibraryFunction {
  readonly parameters: readonly LibraryParameter[];
  /** The name of its result's type, see `typeNamed`; `?` is unknown, `@fut` what awaiting the argument `fut` gives. */
  readonly result: string;
  /** Calling it gives something to await, and awaiting that gives {@link result}. */
  readonly waits: boolean;
  /** It is a class. */
  readonly isClass: boolean;
}

/**
 * Reads a line of a table: `wait_for(fut, timeout) ~> ?`, `Queue(maxsize=) => asyncio.Queue`, `len(obj, /) -> int`.
 *
 * `->` gives the result, `~>` gives something to await for the result, `=>` makes an object.
 */
export function readSignature(line: string): { readonly name: string; readonly function: LibraryFunction } {
  const match = /^(\w+)\((.*)\) ([-~=])> (\S+)$/.exec(line);
  if (match === null) throw new Error(`malformed line in a library table: ${line}`);
  const [, name = "", parameters = "", arrow, result = "?"] = match;
  return { name, function: { parameters: readParameters(parameters), result, waits: arrow === "~", isClass: arrow === "=" } };
}

/** A table from its lines. */
export function readTable(lines: string): ReadonlyMap<string, LibraryFunction> {
  const table = new Map<string, LibraryFunction>();
  for (const line of lines.split("\n")) {
    if (line.trim() === "") continue;
    const { name, function: entry } = readSignature(line.trim());
    table.set(name, entry);
  }
  return table;
}

function readParameters(text: string): LibraryParameter[] {
  const parameters: LibraryParameter[] = [];
  let kind: ParameterKind = "positional";
  for (const part of text.split(",").map((piece) => piece.trim())) {
    if (part === "") continue;
    if (part === "/") {
      for (const [index, parameter] of parameters.entries()) parameters[index] = { ...parameter, kind: "positional-only" };
    } else if (part === "*") {
      kind = "keyword-only";
    } else if (part.startsWith("**")) {
      parameters.push({ name: part.slice(2), kind: "keywords", optional: true });
    } else if (part.startsWith("*")) {
      parameters.push({ name: part.slice(1), kind: "rest", optional: true });
      kind = "keyword-only";
    } else {
      parameters.push({ name: part.replace("=", ""), kind, optional: part.endsWith("=") });
    }
  }
  return parameters;
}
