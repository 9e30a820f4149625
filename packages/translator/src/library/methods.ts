import { readTable, type LibraryFunction } from "./signature.js";

const str = readTable(`
  capitalize() -> str
  casefold() -> str
  center(width, fillchar=, /) -> str
  count(sub, start=, end=, /) -> int
  encode(encoding=, errors=) -> bytes
  endswith(suffix, start=, end=, /) -> bool
  expandtabs(tabsize=) -> str
  find(sub, start=, end=, /) -> int
  format(*args, **kwargs) -> str
  index(sub, start=, end=, /) -> int
  isalnum() -> bool
  isalpha() -> bool
  isascii() -> bool
  isdecimal() -> bool
  isdigit() -> bool
  isidentifier() -> bool
  islower() -> bool
  isnumeric() -> bool
  isprintable() -> bool
  isspace() -> bool
  istitle() -> bool
  isupper() -> bool
  join(iterable, /) -> str
  ljust(width, fillchar=, /) -> str
  lower() -> str
  lstrip(chars=, /) -> str
  partition(sep, /) -> tuple
  removeprefix(prefix, /) -> str
  removesuffix(suffix, /) -> str
  replace(old, new, count=, /) -> str
  rfind(sub, start=, end=, /) -> int
  rindex(sub, start=, end=, /) -> int
  rjust(width, fillchar=, /) -> str
  rpartition(sep, /) -> tuple
  rsplit(sep=, maxsplit=) -> list
  rstrip(chars=, /) -> str
  split(sep=, maxsplit=) -> list
  splitlines(keepends=) -> list
  startswith(prefix, start=, end=, /) -> bool
  strip(chars=, /) -> str
  swapcase() -> str
  title() -> str
  upper() -> str
  zfill(width, /) -> str
`);

const list = readTable(`
  append(object, /) -> none
  clear() -> none
  copy() -> list
  count(value, /) -> int
  extend(iterable, /) -> none
  index(value, start=, stop=, /) -> int
  insert(index, object, /) -> none
  pop(index=, /) -> ?
  remove(value, /) -> none
  reverse() -> none
  sort(*, key=, reverse=) -> none
`);

const dict = readTable(`
  clear() -> none
  copy() -> dict
  get(key, default=, /) -> ?
  items() -> rows
  keys() -> ?
  pop(key, default=, /) -> ?
  popitem() -> tuple
  setdefault(key, default=, /) -> ?
  values() -> ?
`);

const set = readTable(`
  add(elem, /) -> none
  clear() -> none
  copy() -> set
  discard(elem, /) -> none
  pop() -> ?
  remove(elem, /) -> none
  union(*others) -> set
  intersection(*others) -> set
  difference(*others) -> set
  symmetric_difference(other, /) -> set
  issubset(other, /) -> bool
  issuperset(other, /) -> bool
  isdisjoint(other, /) -> bool
  update(*others) -> none
`);

const tuple = readTable(`
  count(value, /) -> int
  index(value, start=, stop=, /) -> int
`);

/** Methods of built-in types, by the kind of a proven type. Those of strings, lists and tuples are functions of the type. */
export const builtinMethods: ReadonlyMap<string, ReadonlyMap<string, LibraryFunction>> = new Map([
  ["str", str],
  ["list", list],
  ["dict", dict],
  ["set", set],
  ["tuple", tuple],
]);
