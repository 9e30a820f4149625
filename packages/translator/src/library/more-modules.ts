import { libraryModule, type LibraryModule } from "./module.js";
import { readTable } from "./signature.js";

const binaryOperators =
  "add and_ concat contains delitem eq floordiv ge getitem gt iadd imul is_ is_not isub le lshift lt matmul mod mul ne or_ pow rshift sub truediv xor";

/** More modules of the standard library: algorithms and small tools. */
export const moreModules: ReadonlyMap<string, LibraryModule> = new Map([
  [
    "itertools",
    libraryModule({
      functions: readTable(`
        accumulate(iterable, func=, *, initial=) -> ?
        batched(iterable, n, *, strict=) -> ?
        chain(*iterables) -> ?
        combinations(iterable, r) -> ?
        combinations_with_replacement(iterable, r) -> ?
        compress(data, selectors) -> ?
        count(start=, step=) -> ?
        cycle(iterable, /) -> ?
        dropwhile(predicate, iterable, /) -> ?
        filterfalse(function, iterable, /) -> ?
        groupby(iterable, key=) -> ?
        islice(iterable, start, stop=, step=, /) -> ?
        pairwise(iterable, /) -> ?
        permutations(iterable, r=) -> ?
        product(*iterables, repeat=) -> ?
        repeat(object, times=) -> ?
        starmap(function, iterable, /) -> ?
        takewhile(predicate, iterable, /) -> ?
        tee(iterable, n=, /) -> ?
        zip_longest(*iterables, fillvalue=) -> ?
      `),
    }),
  ],
  [
    "operator",
    libraryModule({
      functions: readTable(
        [
          ...binaryOperators.split(" ").map((name) => `${name}(a, b, /) -> ?`),
          ...["abs", "index", "invert", "neg", "not_", "pos", "truth"].map((name) => `${name}(a, /) -> ?`),
          "setitem(a, b, c, /) -> none",
          "attrgetter(attr, /, *attrs) -> ?",
          "itemgetter(item, /, *items) -> ?",
          "methodcaller(name, /, *args, **kwargs) -> ?",
        ].join("\n"),
      ),
    }),
  ],
  [
    "bisect",
    libraryModule({
      functions: readTable(
        ["bisect", "bisect_left", "bisect_right", "insort", "insort_left", "insort_right"]
          .map((name) => `${name}(a, x, lo=, hi=, *, key=) -> ${name.startsWith("bisect") ? "int" : "none"}`)
          .join("\n"),
      ),
    }),
  ],
  [
    "heapq",
    libraryModule({
      functions: readTable(`
        heapify(heap, /) -> none
        heappop(heap, /) -> ?
        heappush(heap, item, /) -> none
        heappushpop(heap, item, /) -> ?
        heapreplace(heap, item, /) -> ?
        merge(*iterables, key=, reverse=) -> ?
        nlargest(n, iterable, key=) -> list
        nsmallest(n, iterable, key=) -> list
      `),
    }),
  ],
  ["copy", libraryModule({ functions: readTable("copy(x) -> ?\ndeepcopy(x, memo=) -> ?") })],
  [
    "contextvars",
    libraryModule({
      functions: readTable("ContextVar(name, *, default=) => ?\ncopy_context() -> ?"),
      constants: new Set(["Context", "Token"]),
    }),
  ],
  [
    "string",
    libraryModule({
      constants: new Set(
        "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits printable punctuation whitespace".split(" "),
      ),
    }),
  ],
  ["enum", libraryModule({ functions: readTable("auto() => ?\nunique(enumeration) -> ?"), constants: new Set(["Enum"]) })],
]);
