/**
 * The one place where data becomes text of a program.
 *
 * Everything that could end a literal, a template, a script element or a line, or that could mislead a reader
 * (control and bidirectional characters, lone surrogates), is written as an escape.
 */
export function escapeText(value: string, delimiter: '"' | "`"): string {
  let out = "";
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    const character = value.charAt(index);
    if (isHighSurrogate(unit) && isLowSurrogate(value.charCodeAt(index + 1))) {
      out += character + value.charAt(++index);
    } else if (character === "\\" || character === delimiter) {
      out += `\\${character}`;
    } else if (character === "\n") {
      out += "\\n";
    } else if (character === "\t") {
      out += "\\t";
    } else if (character === "\r") {
      out += "\\r";
    } else if ((character === "$" && delimiter === "`") || opensMarkup(value, index) || mustEscape(unit)) {
      out += `\\u${unit.toString(16).padStart(4, "0")}`;
    } else {
      out += character;
    }
  }
  return out;
}

/** A string literal in double quotes. */
export function stringLiteral(value: string): string {
  return `"${escapeText(value, '"')}"`;
}

/** Text for a comment: on one line, and unable to end the comment. */
export function commentText(value: string): string {
  return Array.from(value, (character) => (mustEscape(character.charCodeAt(0)) ? " " : character))
    .join("")
    .replaceAll("*/", "* /");
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** `</script>` and `<!--` inside of literals end or hide an inline script. */
function opensMarkup(value: string, index: number): boolean {
  const next = value.charAt(index + 1);
  return value.charAt(index) === "<" && (next === "/" || next === "!");
}

function mustEscape(unit: number): boolean {
  return (
    unit < 0x20 ||
    (unit >= 0x7f && unit <= 0xa0) ||
    unit === 0xad ||
    unit === 0x061c ||
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x206f) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    unit === 0xfeff ||
    (unit >= 0xfff0 && unit <= 0xfffb) ||
    unit >= 0xfffe
  );
}
