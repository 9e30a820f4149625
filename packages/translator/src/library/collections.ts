import { readTable, type LibraryFunction } from "./signature.js";
import { builtinMethods } from "./methods.js";

/** What programs may use of `collections`. */
export const collectionsNames: ReadonlyMap<string, LibraryFunction> = readTable(`
  namedtuple(typename, field_names, *, defaults=) -> ?
  deque(iterable=, maxlen=) => collections.deque
  Counter(iterable=, /, **kwargs) => collections.Counter
  defaultdict(default_factory=, /, *args, **kwargs) => collections.defaultdict
  OrderedDict(iterable=, /, **kwargs) => collections.OrderedDict
`);

const dictMethods: ReadonlyMap<string, LibraryFunction> = builtinMethods.get("dict") ?? new Map<string, LibraryFunction>();

/** Methods of objects of the classes of `collections`. */
export const collectionsMethods: ReadonlyMap<string, ReadonlyMap<string, LibraryFunction>> = new Map([
  [
    "collections.deque",
    readTable(`
      append(x, /) -> none
      appendleft(x, /) -> none
      clear() -> none
      copy() -> collections.deque
      count(x, /) -> int
      extend(iterable, /) -> none
      extendleft(iterable, /) -> none
      index(x, start=, stop=, /) -> int
      insert(i, x, /) -> none
      pop() -> ?
      popleft() -> ?
      remove(value, /) -> none
      reverse() -> none
      rotate(n=, /) -> none
    `),
  ],
  ["collections.defaultdict", dictMethods],
  ["collections.OrderedDict", new Map([...dictMethods, ...readTable("move_to_end(key, last=) -> none\n popitem(last=) -> tuple")])],
  [
    "collections.Counter",
    new Map([
      ...[...dictMethods].filter(([name]) => name !== "update"),
      ...readTable(
        "elements() -> ?\n most_common(n=) -> list\n total() -> ?\n subtract(iterable=, /, **kwargs) -> none\n update(iterable=, /, **kwargs) -> none",
      ),
    ]),
  ],
]);
