import { ValueError } from "../exceptions/builtin-exceptions.js";

/** A format specification, taken apart: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`. */
export interface FormatSpec {
  readonly fill: string;
  readonly align: "<" | ">" | "=" | "^" | undefined;
  readonly sign: "+" | "-" | " " | undefined;
  readonly noNegativeZero: boolean;
  readonly alternate: boolean;
  readonly width: number;
  readonly grouping: "," | "_" | undefined;
  readonly precision: number | undefined;
  readonly type: string;
}

const cache = new Map<string, FormatSpec>();

/**
 * Takes a format specification apart.
 *
 * @param typeName the type of the value, for the message
 * @throws ValueError with CPython's text when it is none
 */
export function parseFormatSpec(text: string, typeName: string): FormatSpec {
  let spec = cache.get(text);
  if (spec === undefined) {
    spec = parse(text, typeName);
    if (cache.size > 500) cache.clear();
    cache.set(text, spec);
  }
  return spec;
}

function parse(text: string, typeName: string): FormatSpec {
  const chars = [...text];
  let at = 0;
  const take = (set: string): string | undefined => {
    const char = chars[at];
    if (char === undefined || !set.includes(char)) return undefined;
    at += 1;
    return char;
  };
  const digits = (): string => {
    const start = at;
    while (at < chars.length && /\d/.test(chars[at] ?? "")) at += 1;
    return chars.slice(start, at).join("");
  };

  let fill: string | undefined;
  let align: string | undefined;
  if (chars[1] !== undefined && "<>=^".includes(chars[1])) {
    [fill, align] = chars;
    at = 2;
  } else align = take("<>=^");
  const sign = take("+- ");
  const noNegativeZero = take("z") !== undefined;
  const alternate = take("#") !== undefined;
  if (fill === undefined && chars[at] === "0") {
    fill = "0";
    // Zeros go between sign and digits unless an alignment was given.
    align ??= "=";
    at += 1;
  }
  const width = digits();
  let grouping = take(",");
  const underscore = take("_");
  if (underscore !== undefined) {
    if (grouping !== undefined) throw new ValueError("Cannot specify both ',' and '_'.");
    grouping = underscore;
  }
  if (grouping !== undefined && take(",_") !== undefined) {
    throw new ValueError(
      chars[at - 1] === grouping ? `Cannot specify '${grouping}' with '${grouping}'.` : "Cannot specify both ',' and '_'.",
    );
  }
  let precision: string | undefined;
  if (take(".") !== undefined) {
    precision = digits();
    if (precision === "") throw new ValueError("Format specifier missing precision");
  }
  const rest = chars.slice(at);
  if (rest.length > 1) throw new ValueError(`Invalid format specifier '${text}' for object of type '${typeName}'`);
  return {
    fill: fill ?? " ",
    align: align as FormatSpec["align"],
    sign: sign as FormatSpec["sign"],
    noNegativeZero,
    alternate,
    width: width === "" ? 0 : Number(width),
    grouping: grouping as FormatSpec["grouping"],
    precision: precision === undefined ? undefined : Number(precision),
    type: rest[0] ?? "",
  };
}
