import { collectionsNames } from "./collections.js";
import type { LibraryModule } from "./module.js";
import { libraryModule } from "./module.js";
import { readTable } from "./signature.js";

/** Modules of the standard library that `@portalis/python` offers as namespaces. */
export const standardModules: ReadonlyMap<string, LibraryModule> = new Map([
  [
    "time",
    libraryModule({
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
    libraryModule({
      functions: readTable(
        [
          ...[
            "acos",
            "acosh",
            "asin",
            "asinh",
            "atan",
            "atanh",
            "cbrt",
            "cos",
            "cosh",
            "degrees",
            "exp",
            "exp2",
            "expm1",
            "fabs",
            "log1p",
            "log10",
            "log2",
            "radians",
          ],
          ...["sin", "sinh", "sqrt", "tan", "tanh", "ulp"],
        ]
          .map((name) => `${name}(x, /) -> float`)
          .concat(
            "ceil(x, /) -> int",
            "floor(x, /) -> int",
            "trunc(x, /) -> int",
            "isfinite(x, /) -> bool",
            "isinf(x, /) -> bool",
            "isnan(x, /) -> bool",
            "isqrt(n, /) -> int",
            "factorial(x, /) -> int",
            "comb(n, k, /) -> int",
            "perm(n, k=, /) -> int",
            "gcd(*integers) -> int",
            "lcm(*integers) -> int",
            "atan2(y, x, /) -> float",
            "copysign(x, y, /) -> float",
            "fmod(x, y, /) -> float",
            "remainder(x, y, /) -> float",
            "pow(x, y, /) -> float",
            "log(x, base=, /) -> float",
            "modf(x, /) -> tuple",
            "frexp(x, /) -> tuple",
            "ldexp(x, i, /) -> float",
            "fsum(seq, /) -> float",
            "hypot(*coordinates) -> float",
            "dist(p, q, /) -> float",
            "isclose(a, b, *, rel_tol=, abs_tol=) -> bool",
            "prod(iterable, /, *, start=) -> ?",
          )
          .join("\n"),
      ),
      constants: new Set(["pi", "e", "tau", "inf", "nan"]),
    }),
  ],
  [
    "sys",
    libraryModule({
      functions: readTable("exit(status=, /) -> ?\ngetrecursionlimit() -> int"),
      constants: new Set(["argv", "maxsize", "version_info", "version", "platform", "stdout", "stderr"]),
      hints: new Map([["exc_info", "name the exception: except Exception as e"]]),
    }),
  ],
  [
    "random",
    libraryModule({
      functions: readTable(`
        seed(a=, version=) -> none
        random() -> float
        getrandbits(k, /) -> int
        randrange(start, stop=, step=) -> int
        randint(a, b) -> int
        choice(seq) -> ?
        shuffle(x) -> none
        sample(population, k, *, counts=) -> list
        choices(population, weights=, *, cum_weights=, k=) -> list
        uniform(a, b) -> float
        triangular(low=, high=, mode=) -> float
        gauss(mu=, sigma=) -> float
        normalvariate(mu=, sigma=) -> float
        expovariate(lambd=) -> float
        randbytes(n) -> bytes
        getstate() -> ?
        setstate(state) -> none
        Random(x=) => ?
      `),
    }),
  ],
  ["collections", libraryModule({ functions: collectionsNames })],
  [
    "functools",
    libraryModule({
      functions: readTable(`
        partial(func, /, *args, **keywords) -> ?
        reduce(function, iterable, initial=, /) -> ?
        wraps(wrapped) -> ?
        update_wrapper(wrapper, wrapped) -> ?
        lru_cache(maxsize=, typed=) -> ?
        cache(user_function, /) -> ?
        cmp_to_key(mycmp) -> ?
        total_ordering(cls) -> ?
        singledispatch(func) -> ?
      `),
    }),
  ],
  [
    "contextlib",
    libraryModule({
      functions: readTable(`
        contextmanager(func) -> ?
        asynccontextmanager(func) -> ?
        suppress(*exceptions) => ?
        nullcontext(enter_result=) => ?
        closing(thing) => ?
        ExitStack() => ?
        AsyncExitStack() => ?
      `),
      types: new Set(["AbstractContextManager", "AbstractAsyncContextManager"]),
    }),
  ],
  [
    "dataclasses",
    libraryModule({
      functions: readTable("replace(obj, /, **changes) -> ?\nasdict(obj) -> dict\nastuple(obj) -> tuple\nis_dataclass(obj) -> bool"),
      constants: new Set(["FrozenInstanceError"]),
      types: new Set(["dataclass", "field"]),
    }),
  ],
]);
