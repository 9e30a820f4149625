import { readTable, type LibraryFunction } from "./signature.js";

/** Built-in functions and types that the Python layer offers. */
export const builtinFunctions: ReadonlyMap<string, LibraryFunction> = readTable(`
  abs(x, /) -> ?
  all(iterable, /) -> bool
  any(iterable, /) -> bool
  ascii(obj, /) -> str
  bin(number, /) -> str
  bool(x=, /) -> bool
  bytes(source=, encoding=, errors=) -> bytes
  callable(obj, /) -> bool
  chr(i, /) -> str
  delattr(obj, name, /) -> none
  dict(mapping=, /, **entries) -> dict
  dir(obj=, /) -> list
  divmod(x, y, /) -> ?
  enumerate(iterable, start=) -> rows
  filter(function, iterable, /) -> ?
  float(x=, /) -> float
  format(value, format_spec=, /) -> str
  frozenset(iterable=, /) -> ?
  getattr(obj, name, default=, /) -> ?
  hasattr(obj, name, /) -> bool
  hash(obj, /) -> int
  hex(number, /) -> str
  id(obj, /) -> int
  int(x=, /, base=) -> int
  isinstance(obj, class_or_tuple, /) -> bool
  issubclass(cls, class_or_tuple, /) -> bool
  iter(obj, sentinel=, /) -> ?
  len(obj, /) -> int
  list(iterable=, /) -> list
  map(function, *iterables) -> ?
  max(*args, key=, default=) -> ?
  min(*args, key=, default=) -> ?
  next(iterator, default=, /) -> ?
  object() => ?
  oct(number, /) -> str
  ord(c, /) -> int
  pow(base, exp, mod=) -> ?
  print(*values, sep=, end=, file=, flush=) -> none
  range(start, stop=, step=, /) -> range
  repr(obj, /) -> str
  reversed(sequence, /) -> ?
  round(number, ndigits=) -> ?
  set(iterable=, /) -> set
  setattr(obj, name, value, /) -> none
  slice(start, stop=, step=, /) -> ?
  sorted(iterable, /, *, key=, reverse=) -> list
  str(obj=, encoding=, errors=) -> str
  sum(iterable, /, start=) -> ?
  tuple(iterable=, /) -> tuple
  type(obj, /) -> ?
  zip(*iterables, strict=) -> ?
`);

/** Built-in names of Python that are not functions and that the Python layer offers. */
export const builtinValues: ReadonlySet<string> = new Set(["Ellipsis", "NotImplemented"]);

/** Built-in types; they are values too, as in `isinstance(x, int)`. */
export const builtinTypes: ReadonlySet<string> = new Set(
  "bool bytes dict enumerate filter float frozenset int list map object range reversed set slice str tuple type zip".split(" "),
);

/** Built-in exception classes. */
export const builtinExceptions: ReadonlySet<string> = new Set(
  (
    "BaseException Exception BaseExceptionGroup ExceptionGroup ArithmeticError AssertionError AttributeError BlockingIOError BrokenPipeError BufferError ChildProcessError ConnectionAbortedError " +
    "ConnectionError ConnectionRefusedError ConnectionResetError EOFError FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError ImportError " +
    "IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError " +
    "NotImplementedError OSError OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration " +
    "SyntaxError SystemError SystemExit TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError ValueError ZeroDivisionError"
  ).split(" "),
);

/** Whether a name is a built-in one that the Python layer offers. */
export function isGiven(name: string): boolean {
  return builtinFunctions.has(name) || builtinTypes.has(name) || builtinValues.has(name) || builtinExceptions.has(name);
}

/** What Python has and the translator refuses, with the reason or the way out. */
export const refusedBuiltins: ReadonlyMap<string, string | undefined> = new Map([
  ["__import__", "import the module with an import statement"],
  ["aiter", "use async for"],
  ["anext", "use async for"],
  ["breakpoint", undefined],
  ["bytearray", undefined],
  ["classmethod", "use it as a decorator"],
  ["compile", "text cannot become code in a translated program"],
  ["complex", undefined],
  ["eval", "text cannot become code in a translated program"],
  ["exec", "text cannot become code in a translated program"],
  ["exit", "use sys.exit"],
  ["globals", "names of a translated program are not kept in a dictionary"],
  ["help", undefined],
  ["input", "reading from standard input is not offered yet"],
  ["locals", "names of a translated program are not kept in a dictionary"],
  ["memoryview", undefined],
  ["open", "files are not offered yet"],
  ["property", "use it as a decorator"],
  ["quit", "use sys.exit"],
  ["staticmethod", "use it as a decorator"],
  ["super", "use super().method(...) directly inside a method"],
  ["vars", "attributes of a translated program are not kept in a dictionary"],
  ["__debug__", undefined],
  ["__file__", "a translated program has no file of its own"],
  ["__doc__", undefined],
  ["__builtins__", undefined],
  ["__spec__", undefined],
  ["__package__", undefined],
  ["__loader__", undefined],
]);
