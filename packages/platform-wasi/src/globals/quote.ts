const NAMED: Readonly<Record<string, string>> = {
  "\b": "\\b",
  "\t": "\\t",
  "\n": "\\n",
  "\f": "\\f",
  "\r": "\\r",
  "\\": "\\\\",
};

/** Control characters, surrogates without a partner, and the backslash. */
const ESCAPED = /[\p{Cc}\p{Cs}\\]/gu;

/**
 * `text` as a string literal, as Node shows strings inside values: in single quotes; in double quotes or back-ticks
 * when that spares an escape.
 */
export function quote(text: string): string {
  let mark = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes("`") && !text.includes("${")) mark = "`";
  }
  const escaped = text.replace(ESCAPED, (character) => {
    const code = character.charCodeAt(0);
    if (code >= 0xd800) return `\\u${code.toString(16)}`;
    return NAMED[character] ?? `\\x${code.toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}
