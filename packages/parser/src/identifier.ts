import { LexicalFailure } from "./lexical-failure.js";

const START = 1;
const CONTINUE = 2;

/** What an ASCII character may be in a name: bit 1 its first character, bit 2 a later one. Entries from 128 on are 3. */
export const identifierClass: Uint8Array = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code >= 128 || code === 95 || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return START | CONTINUE;
  return code >= 48 && code <= 57 ? CONTINUE : 0;
});

const validIdentifier = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;
const validStart = /[\p{XID_Start}_]/u;
const validContinue = /\p{XID_Continue}/u;
const notPrintable = /[\p{C}\p{Z}]/u;

/** Whether Python prints the character as itself: not a control, format, unassigned or separator character. */
export function isPrintable(character: string): boolean {
  return character === " " || !notPrintable.test(character);
}

/** `U+` and at least four hexadecimal digits, as CPython's messages write a character. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/**
 * Checks a run of characters that contains some beyond ASCII.
 *
 * @param start - where the run begins in the source
 * @throws LexicalFailure behind the first character that cannot stand there
 */
export function checkIdentifier(text: string, start: number): void {
  if (validIdentifier.test(text)) return;
  let at = start;
  for (const character of text) {
    const valid = at === start ? validStart : validContinue;
    at += character.length;
    if (valid.test(character)) continue;
    if (isPrintable(character)) throw new LexicalFailure(`invalid character '${character}' (${codePointName(character)})`, at);
    throw new LexicalFailure(`invalid non-printable character ${codePointName(character)}`, at);
  }
}
