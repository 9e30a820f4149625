import { nativeDef } from "../calls/def.js";
import { BaseException } from "../exceptions/base-exception.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { texts } from "../exceptions/texts.js";
import { getitem } from "../operators/getitem.js";
import type { Py } from "../py.js";
import { repr } from "../text/repr.js";
import { strFormat, strFormatMap } from "../text/str-format.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { Bytes } from "./bytes.js";
import { decode, encode } from "./codecs.js";
import { D, Dict } from "./dict.js";
import { capitalize, casefold, islower, istitle, isupper, lower, swapcase, title, upper } from "./str/case.js";
import { isalnum, isalpha, isascii, isdecimal, isdigit, isidentifier, isnumeric, isprintable, isspace } from "./str/classify.js";
import { count, endswith, find, index, rfind, rindex, startswith } from "./str/search.js";
import { center, expandtabs, ljust, lstrip, removeprefix, removesuffix, replace, rjust, rstrip, strip, zfill } from "./str/shape.js";
import { join, partition, rpartition, rsplit, split, splitlines } from "./str/split.js";
import { typeName } from "./type-name.js";

function toText(value?: Py, encoding?: Py, errors?: Py): string {
  if (typeof value === "string") return value;
  if (value === undefined) return "";
  if (encoding !== undefined || errors !== undefined) {
    if (!(value instanceof Bytes)) throw new TypeError(`decoding to str: need a bytes-like object, ${typeName(value)} found`);
    return decode(value, encoding, errors);
  }
  if (typeof value === "object" && value !== null && typeof value.__str__ === "function") {
    const text: Py = value.__str__();
    if (typeof text !== "string") throw new TypeError(`__str__ returned non-string (type ${typeName(text)})`);
    return text;
  }
  // Exceptions have both; every other value shows what its repr is.
  return value instanceof BaseException ? value.__str__() : repr(value);
}

texts.str = toText;

/** Python's `str.translate`: characters by a table from {@link maketrans}. */
function translate(text: string, table: Py): string {
  let out = "";
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    let mapped: Py;
    if (table instanceof Dict) mapped = table.$find(point);
    else {
      try {
        mapped = getitem(table, point);
      } catch {
        mapped = undefined;
      }
    }
    if (mapped === undefined) out += char;
    else if (typeof mapped === "number") out += String.fromCodePoint(mapped);
    else if (mapped !== null) out += mapped;
  }
  return out;
}

/** Python's `str.maketrans`. */
function maketrans(from: Py, to?: Py, drop?: Py): Dict {
  const table = D();
  if (to === undefined) {
    for (const [key, value] of from.items()) table.__setitem__(typeof key === "string" ? (key.codePointAt(0) ?? 0) : key, value);
    return table;
  }
  const source = [...(from as string)];
  const target = [...(to as string)];
  if (source.length !== target.length) throw new ValueError("the first two maketrans arguments must have equal length");
  source.forEach((char, at) => table.__setitem__(char.codePointAt(0) ?? 0, target[at]?.codePointAt(0) ?? 0));
  if (drop !== undefined) for (const char of drop as string) table.__setitem__(char.codePointAt(0) ?? 0, null);
  return table;
}

const window = "(sub, start=, end=, /)";
const padded = "(width, fillchar=, /)";
const splits = "(sep=, maxsplit=)";

/** The methods of strings as functions that take the string first. */
export interface StrMethods {
  readonly capitalize: typeof capitalize;
  readonly casefold: typeof casefold;
  readonly center: typeof center;
  readonly count: typeof count;
  readonly encode: (text: string, encoding?: Py, errors?: Py) => Bytes;
  readonly endswith: typeof endswith;
  readonly expandtabs: typeof expandtabs;
  readonly find: typeof find;
  readonly format: typeof strFormat;
  readonly format_map: typeof strFormatMap;
  readonly index: typeof index;
  readonly isalnum: typeof isalnum;
  readonly isalpha: typeof isalpha;
  readonly isascii: typeof isascii;
  readonly isdecimal: typeof isdecimal;
  readonly isdigit: typeof isdigit;
  readonly isidentifier: typeof isidentifier;
  readonly islower: typeof islower;
  readonly isnumeric: typeof isnumeric;
  readonly isprintable: typeof isprintable;
  readonly isspace: typeof isspace;
  readonly istitle: typeof istitle;
  readonly isupper: typeof isupper;
  readonly join: typeof join;
  readonly ljust: typeof ljust;
  readonly lower: typeof lower;
  readonly lstrip: typeof lstrip;
  readonly partition: typeof partition;
  readonly removeprefix: typeof removeprefix;
  readonly removesuffix: typeof removesuffix;
  readonly replace: typeof replace;
  readonly rfind: typeof rfind;
  readonly rindex: typeof rindex;
  readonly rjust: typeof rjust;
  readonly rpartition: typeof rpartition;
  readonly rsplit: typeof rsplit;
  readonly rstrip: typeof rstrip;
  readonly split: typeof split;
  readonly splitlines: typeof splitlines;
  readonly startswith: typeof startswith;
  readonly strip: typeof strip;
  readonly swapcase: typeof swapcase;
  readonly title: typeof title;
  readonly translate: typeof translate;
  readonly upper: typeof upper;
  readonly zfill: typeof zfill;
}

const methods: StrMethods = {
  capitalize: nativeDef(capitalize, "str.capitalize", "()"),
  casefold: nativeDef(casefold, "str.casefold", "()"),
  center: nativeDef(center, "str.center", padded),
  count: nativeDef(count, "str.count", window),
  encode: nativeDef(
    (text: string, encoding?: Py, errors?: Py): Bytes => encode(text, encoding, errors),
    "str.encode",
    "(encoding=, errors=)",
  ),
  endswith: nativeDef(endswith, "str.endswith", "(suffix, start=, end=, /)"),
  expandtabs: nativeDef(expandtabs, "str.expandtabs", "(tabsize=)"),
  find: nativeDef(find, "str.find", window),
  format: nativeDef(strFormat, "str.format", "(*args, **kwargs)"),
  format_map: nativeDef(strFormatMap, "str.format_map", "(mapping, /)"),
  index: nativeDef(index, "str.index", window),
  isalnum: nativeDef(isalnum, "str.isalnum", "()"),
  isalpha: nativeDef(isalpha, "str.isalpha", "()"),
  isascii: nativeDef(isascii, "str.isascii", "()"),
  isdecimal: nativeDef(isdecimal, "str.isdecimal", "()"),
  isdigit: nativeDef(isdigit, "str.isdigit", "()"),
  isidentifier: nativeDef(isidentifier, "str.isidentifier", "()"),
  islower: nativeDef(islower, "str.islower", "()"),
  isnumeric: nativeDef(isnumeric, "str.isnumeric", "()"),
  isprintable: nativeDef(isprintable, "str.isprintable", "()"),
  isspace: nativeDef(isspace, "str.isspace", "()"),
  istitle: nativeDef(istitle, "str.istitle", "()"),
  isupper: nativeDef(isupper, "str.isupper", "()"),
  join: nativeDef(join, "str.join", "(iterable, /)"),
  ljust: nativeDef(ljust, "str.ljust", padded),
  lower: nativeDef(lower, "str.lower", "()"),
  lstrip: nativeDef(lstrip, "str.lstrip", "(chars=, /)"),
  partition: nativeDef(partition, "str.partition", "(sep, /)"),
  removeprefix: nativeDef(removeprefix, "str.removeprefix", "(prefix, /)"),
  removesuffix: nativeDef(removesuffix, "str.removesuffix", "(suffix, /)"),
  replace: nativeDef(replace, "str.replace", "(old, new, count=)"),
  rfind: nativeDef(rfind, "str.rfind", window),
  rindex: nativeDef(rindex, "str.rindex", window),
  rjust: nativeDef(rjust, "str.rjust", padded),
  rpartition: nativeDef(rpartition, "str.rpartition", "(sep, /)"),
  rsplit: nativeDef(rsplit, "str.rsplit", splits),
  rstrip: nativeDef(rstrip, "str.rstrip", "(chars=, /)"),
  split: nativeDef(split, "str.split", splits),
  splitlines: nativeDef(splitlines, "str.splitlines", "(keepends=)"),
  startswith: nativeDef(startswith, "str.startswith", "(prefix, start=, end=, /)"),
  strip: nativeDef(strip, "str.strip", "(chars=, /)"),
  swapcase: nativeDef(swapcase, "str.swapcase", "()"),
  title: nativeDef(title, "str.title", "()"),
  translate: nativeDef(translate, "str.translate", "(table, /)"),
  upper: nativeDef(upper, "str.upper", "()"),
  zfill: nativeDef(zfill, "str.zfill", "(width, /)"),
};

/**
 * Python's type `str`, and its methods as functions: `str.upper(s)`.
 *
 * @example
 * ```ts
 * str(F(1)); // "1.0"
 * str.split("a b"); // ["a", "b"]
 * ```
 */
export const str: BuiltinType<(value?: Py, encoding?: Py, errors?: Py) => string, StrMethods, { readonly maketrans: typeof maketrans }> =
  /* @__PURE__ */ builtinType(nativeDef(toText, "str", "(object=, encoding=, errors=)"), {
    name: "str",
    check: (value: Py) => typeof value === "string",
    methods,
    statics: { maketrans: nativeDef(maketrans, "str.maketrans", "(x, y=, z=, /)") },
  });
