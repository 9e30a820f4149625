import { characterByName } from "./character-names.js";
import type { CharacterNames } from "./token-cursor.js";

/** What `decodeEscapes` and `decodeByteEscapes` return in place of a value: the text of CPython's SyntaxError. */
export class EscapeProblem {
  readonly message: string;
  constructor(message: string) {
    this.message = message;
  }
}

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ["\n", ""],
  ["\\", "\\"],
  ["'", "'"],
  ['"', '"'],
  ["a", "\x07"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["v", "\v"],
]);

const octal = /[0-7]{1,3}/y;
const hexadecimal = /[0-9a-fA-F]*/y;

/**
 * Resolves the backslash escapes of a `str` literal's text. An unknown escape stays as it is written, as in CPython.
 *
 * @param names - resolves the `\N{...}` names that the parser does not know itself
 */
export function decodeEscapes(text: string, names: CharacterNames | undefined): string | EscapeProblem {
  let at = text.indexOf("\\");
  if (at < 0) return text;
  let result = "";
  let copied = 0;
  while (at >= 0) {
    result += text.slice(copied, at);
    const letter = text.charAt(at + 1);
    const simple = simpleEscapes.get(letter);
    if (simple !== undefined) {
      result += simple;
      copied = at + 2;
    } else if (letter >= "0" && letter <= "7") {
      const digits = match(octal, text, at + 1);
      result += String.fromCharCode(Number.parseInt(digits, 8));
      copied = at + 1 + digits.length;
    } else if (letter === "x" || letter === "u" || letter === "U") {
      const size = letter === "x" ? 2 : letter === "u" ? 4 : 8;
      const digits = match(hexadecimal, text, at + 2).slice(0, size);
      if (digits.length < size) {
        const shape = letter === "x" ? "\\xXX" : letter === "u" ? "\\uXXXX" : "\\UXXXXXXXX";
        return unicodeProblem(text, at, at + 1 + digits.length, `truncated ${shape} escape`);
      }
      const code = Number.parseInt(digits, 16);
      if (code > 0x10ffff) return unicodeProblem(text, at, at + 1 + size, "illegal Unicode character");
      result += String.fromCodePoint(code);
      copied = at + 2 + size;
    } else if (letter === "N") {
      const close = text.charAt(at + 2) === "{" ? text.indexOf("}", at + 3) : -1;
      if (close < 0 || close === at + 3) {
        const end = text.charAt(at + 2) !== "{" ? at + 1 : close < 0 ? text.length - 1 : close - 1;
        return unicodeProblem(text, at, end, "malformed \\N character escape");
      }
      const name = text.slice(at + 3, close);
      const character = characterByName(name) ?? names?.(name);
      if (character === undefined) return unicodeProblem(text, at, close, "unknown Unicode character name");
      result += character;
      copied = close + 1;
    } else {
      result += "\\";
      copied = at + 1;
    }
    at = text.indexOf("\\", copied);
  }
  return result + text.slice(copied);
}

/** Resolves the backslash escapes of a `bytes` literal's text, which is ASCII. */
export function decodeByteEscapes(text: string, raw: boolean): Uint8Array | EscapeProblem {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (let at = 0; at < text.length;) {
    const code = text.charCodeAt(at);
    if (code !== 92 || raw) {
      bytes[size++] = code;
      at++;
      continue;
    }
    const letter = text.charAt(at + 1);
    const simple = simpleEscapes.get(letter);
    if (simple !== undefined) {
      if (simple !== "") bytes[size++] = simple.charCodeAt(0);
      at += 2;
    } else if (letter >= "0" && letter <= "7") {
      const digits = match(octal, text, at + 1);
      bytes[size++] = Number.parseInt(digits, 8) & 255;
      at += 1 + digits.length;
    } else if (letter === "x") {
      const digits = match(hexadecimal, text, at + 2).slice(0, 2);
      if (digits.length < 2) return new EscapeProblem(`(value error) invalid \\x escape at position ${at}`);
      bytes[size++] = Number.parseInt(digits, 16);
      at += 4;
    } else {
      bytes[size++] = 92;
      at++;
    }
  }
  return bytes.slice(0, size);
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
}

/** CPython counts the positions in a text whose characters beyond ASCII are written as ten-byte `\U` escapes. */
function unicodeProblem(text: string, from: number, to: number, reason: string): EscapeProblem {
  const width = (end: number): number => {
    let total = 0;
    for (const character of text.slice(0, end)) total += (character.codePointAt(0) ?? 0) > 127 ? 10 : 1;
    return total;
  };
  const start = width(from);
  const end = width(to + 1) - 1;
  const range = end > start ? `bytes in position ${start}-${end}` : `byte 0x5c in position ${start}`;
  return new EscapeProblem(`(unicode error) 'unicodeescape' codec can't decode ${range}: ${reason}`);
}
