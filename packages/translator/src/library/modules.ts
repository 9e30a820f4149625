import { asyncioConstants, asyncioExceptions, asyncioHints, asyncioMethods, asyncioNames, asyncioTypes } from "./asyncio.js";
import { collectionsMethods } from "./collections.js";
import { libraryModule, type LibraryModule } from "./module.js";
import type { LibraryFunction } from "./signature.js";
import { moreModules } from "./more-modules.js";
import { standardModules } from "./standard-modules.js";

const typesOnly = libraryModule({ from: undefined, types: "all" });

/** The modules that programs may import. */
export const libraryModules: ReadonlyMap<string, LibraryModule> = new Map([
  [
    "asyncio",
    libraryModule({
      from: "@portalis/asyncio",
      functions: asyncioNames,
      constants: new Set([...asyncioConstants, ...asyncioTypes]),
      exceptions: asyncioExceptions,
      hints: asyncioHints,
    }),
  ],
  ...standardModules,
  ...moreModules,
  ["typing", typesOnly],
  ["collections.abc", typesOnly],
  ["__future__", typesOnly],
  ["abc", libraryModule({ from: undefined, types: new Set(["ABC", "ABCMeta", "abstractmethod"]) })],
]);

/** Methods of objects of library classes, by the name of the class: `asyncio.Queue`, `collections.deque`. */
export const libraryMethods: ReadonlyMap<string, ReadonlyMap<string, LibraryFunction>> = new Map([
  ...asyncioMethods,
  ...collectionsMethods,
]);
