const plain = /^[ !#-&(-[\]-~]*$/;
// Letters, marks, numbers, punctuation, symbols: what is not printable is category C or Z, but the space.
const unprintable = /[\p{C}\p{Z}]/u;

/**
 * The repr of a string: quoted with `'` unless it holds a `'` and no `"`, unprintable characters escaped.
 *
 * @example
 * ```ts
 * strRepr("it's"); // "\"it's\""
 * ```
 */
export function strRepr(text: string): string {
  if (plain.test(text)) return `'${text}'`;
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = quote;
  for (const char of text) out += charRepr(char, quote);
  return out + quote;
}

/** The `ascii()` of a string that is a repr already: characters beyond ASCII are escaped. */
export function asciiOnly(text: string): string {
  let out = "";
  for (const char of text) out += char <= "\x7f" ? char : escape(char.codePointAt(0) ?? 0);
  return out;
}

/** Whether every character of a string can be shown: what `str.isprintable` says. */
export function isPrintable(text: string): boolean {
  for (const char of text) if (char !== " " && unprintable.test(char)) return false;
  return true;
}

function charRepr(char: string, quote: string): string {
  if (char === quote || char === "\\") return `\\${char}`;
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  if (char >= " " && char <= "~") return char;
  return char !== " " && unprintable.test(char) ? escape(char.codePointAt(0) ?? 0) : char;
}

function escape(point: number): string {
  const hex = point.toString(16);
  if (point < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return point < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
