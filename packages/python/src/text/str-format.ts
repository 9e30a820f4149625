import { getattr } from "../calls/getattr.js";
import { isPlainObject } from "../calls/kwargs.js";
import { IndexError, KeyError, ValueError } from "../exceptions/builtin-exceptions.js";
import { getitem } from "../operators/getitem.js";
import type { Py } from "../py.js";
import { str } from "../types/str.js";
import { fmt } from "./format.js";
import { ascii, repr } from "./repr.js";

/** Where the values of a format string come from. */
interface Source {
  readonly positional: readonly Py[];
  readonly keyword: (name: string) => Py;
  /** The number of the next `{}`; -1 once fields were numbered by hand. */
  automatic: number | undefined;
}

/**
 * Python's `text.format(*args, **kwargs)`; keywords come in one trailing object.
 *
 * @throws IndexError, KeyError, ValueError with CPython's texts
 */
export function strFormat(text: string, ...args: Py[]): string {
  const last: Py = args.at(-1);
  const keywords = isPlainObject(last) ? last : undefined;
  const positional = keywords === undefined ? args : args.slice(0, -1);
  return expand(
    text,
    {
      positional,
      keyword: (name) => {
        if (keywords === undefined || !Object.hasOwn(keywords, name)) throw new KeyError(name);
        return keywords[name];
      },
      automatic: 0,
    },
    2,
  );
}

/** Python's `text.format_map(mapping)`. */
export function strFormatMap(text: string, mapping: Py): string {
  return expand(text, { positional: [], keyword: (name) => getitem(mapping, name), automatic: 0 }, 2);
}

function expand(text: string, source: Source, depth: number): string {
  if (depth < 0) throw new ValueError("Max string recursion exceeded");
  let out = "";
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "{") {
      if (text.charAt(at + 1) === "{") {
        out += "{";
        at += 2;
        continue;
      }
      const end = closing(text, at + 1);
      out += field(text.slice(at + 1, end), source, depth);
      at = end + 1;
    } else if (char === "}") {
      if (text.charAt(at + 1) !== "}") throw new ValueError("Single '}' encountered in format string");
      out += "}";
      at += 2;
    } else {
      out += char;
      at += 1;
    }
  }
  return out;
}

/** The end of a replacement field that starts at `start`. */
function closing(text: string, start: number): number {
  if (start >= text.length) throw new ValueError("Single '{' encountered in format string");
  let open = 1;
  let inBrackets = false;
  for (let at = start; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === "[") inBrackets = true;
    else if (char === "]") inBrackets = false;
    else if (!inBrackets && char === "{") open += 1;
    else if (!inBrackets && char === "}") {
      open -= 1;
      if (open === 0) return at;
    }
  }
  throw new ValueError("expected '}' before end of string");
}

function field(text: string, source: Source, depth: number): string {
  const match = /^((?:[^[!:]|\[[^\]]*\])*)(?:!([^:]*))?(?::([\s\S]*))?$/.exec(text);
  const [, name = "", conversion, specText = ""] = match ?? [];
  let value = lookup(name, source);
  switch (conversion) {
    case undefined:
      break;
    case "r":
      value = repr(value);
      break;
    case "s":
      value = str(value);
      break;
    case "a":
      value = ascii(value);
      break;
    case "":
      throw new ValueError("unmatched '{' in format spec");
    default:
      if (conversion.length > 1) throw new ValueError("expected ':' after conversion specifier");
      throw new ValueError(`Unknown conversion specifier ${conversion}`);
  }
  return fmt(value, specText.includes("{") ? expand(specText, source, depth - 1) : specText);
}

function lookup(name: string, source: Source): Py {
  const [, first = "", path = ""] = /^([^.[]*)(.*)$/s.exec(name) ?? [];
  let value = start(first, source);
  for (const step of path.matchAll(/\.([^.[]*)|\[([^\]]*)\]/g)) {
    const [, attribute, key = ""] = step;
    if (attribute !== undefined) {
      if (attribute === "") throw new ValueError("Empty attribute in format string");
      value = getattr(value, attribute);
    } else value = getitem(value, /^\d+$/.test(key) ? Number(key) : key);
  }
  return value;
}

function start(first: string, source: Source): Py {
  if (first !== "" && !/^\d+$/.test(first)) return source.keyword(first);
  let index = Number(first);
  if (first === "") {
    if (source.automatic === undefined) throw new ValueError("cannot switch from manual field specification to automatic field numbering");
    index = source.automatic;
    source.automatic += 1;
  } else {
    if (source.automatic !== undefined && source.automatic > 0)
      throw new ValueError("cannot switch from automatic field numbering to manual field specification");
    source.automatic = undefined;
  }
  if (index >= source.positional.length) throw new IndexError(`Replacement index ${index} out of range for positional args tuple`);
  return source.positional[index];
}
