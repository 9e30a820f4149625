import { asyncioConstants, asyncioExceptions, asyncioHints, asyncioNames, asyncioTypes } from "./asyncio.js";
import { readTable, type LibraryFunction } from "./signature.js";

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

function module(parts: Partial<LibraryModule>): LibraryModule {
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

const typesOnly = module({ from: undefined, types: "all" });

/** The modules that programs may import. */
export const libraryModules: ReadonlyMap<string, LibraryModule> = new Map([
  [
    "asyncio",
    module({
      from: "@portalis/asyncio",
      functions: asyncioNames,
      constants: new Set([...asyncioConstants, ...asyncioTypes]),
      exceptions: asyncioExceptions,
      hints: asyncioHints,
    }),
  ],
  [
    "time",
    module({
      functions: readTable(`
        time() -> float
        time_ns() -> int
        monotonic() -> float
        monotonic_ns() -> int
        perf_counter() -> float
        perf_counter_ns() -> int
        process_time() -> float
      `),
      hints: new Map([["sleep", "use await asyncio.sleep(...): a translated program cannot block its thread"]]),
    }),
  ],
  [
    "math",
    module({
      functions: readTable(
        "acos(x, /) asin(x, /) atan(x, /) atan2(y, x, /) ceil(x, /) comb(n, k, /) copysign(x, y, /) cos(x, /) cosh(x, /) degrees(x, /) dist(p, q, /) exp(x, /) fabs(x, /) factorial(x, /) floor(x, /) fmod(x, y, /) fsum(seq, /) gcd(*integers) hypot(*coordinates) isclose(a, b, *, rel_tol=, abs_tol=) isfinite(x, /) isinf(x, /) isnan(x, /) isqrt(n, /) lcm(*integers) log(x, base=, /) log10(x, /) log2(x, /) modf(x, /) perm(n, k=, /) pow(x, y, /) prod(iterable, /, *, start=) radians(x, /) sin(x, /) sinh(x, /) sqrt(x, /) tan(x, /) tanh(x, /) trunc(x, /)".replace(
          /\)/g,
          ") -> ?\n",
        ),
      ),
      constants: new Set(["pi", "e", "tau", "inf", "nan"]),
    }),
  ],
  [
    "sys",
    module({
      functions: readTable("exit(status=, /) -> never"),
      constants: new Set(["argv", "maxsize", "version_info", "platform", "stdout", "stderr"]),
      hints: new Map([["exc_info", "name the exception: except Exception as e"]]),
    }),
  ],
  [
    "contextlib",
    module({
      functions: readTable("contextmanager(func) -> ?\nasynccontextmanager(func) -> ?\nsuppress(*exceptions) -> ?"),
    }),
  ],
  [
    "dataclasses",
    module({
      functions: readTable("replace(obj, /, **changes) -> ?\nasdict(obj) -> dict\nastuple(obj) -> tuple"),
      types: new Set(["dataclass", "field"]),
    }),
  ],
  ["typing", typesOnly],
  ["collections.abc", typesOnly],
  ["__future__", typesOnly],
  ["abc", module({ from: undefined, types: new Set(["ABC", "abstractmethod"]) })],
]);
