import type { LibraryFunction } from "./signature.js";

/** What programs may use of a module. */
export interface LibraryModule {
  /** Where emitted code imports it from: a package of its own, or a namespace of `@portalis/python`. */
  readonly from: "@portalis/asyncio" | "@portalis/python" | undefined;
  readonly functions: ReadonlyMap<string, LibraryFunction>;
  readonly constants: ReadonlySet<string>;
  /** Names that only mean something to a type checker. */
  readonly types: "all" | ReadonlySet<string>;
  readonly exceptions: ReadonlyMap<string, string>;
  /** What to do instead of a name that is refused. */
  readonly hints: ReadonlyMap<string, string>;
}

/** A module of the given parts; what is left out is empty. */
export function libraryModule(parts: Partial<LibraryModule>): LibraryModule {
  return {
    from: "@portalis/python",
    functions: new Map(),
    constants: new Set(),
    types: new Set(),
    exceptions: new Map(),
    hints: new Map(),
    ...parts,
  };
}
