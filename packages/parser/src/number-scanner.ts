import { LexicalFailure } from "./lexical-failure.js";

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isHexadecimal = (code: number): boolean => isDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
const isIdentifierCharacter = (code: number): boolean =>
  isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;

/** What may stand directly after a number although it is a word: `1if x else 2` (CPython only warns). */
const afterNumber = /(?:and|else|for|i[fns]|or|not)/y;

/**
 * Finds the end of the number literal at `start` (a digit, or a dot before a digit).
 *
 * @returns the offset after its last character
 * @throws LexicalFailure with CPython's message
 */
export function scanNumber(source: string, start: number): number {
  const first = source.charCodeAt(start);
  const second = source.charCodeAt(start + 1);
  if (first === 46) return fraction(source, start + 1);
  if (first !== 48) return afterInteger(source, digits(source, start));
  if ((second | 32) === 120) return radix(source, start + 2, "hexadecimal", 16);
  if ((second | 32) === 111) return radix(source, start + 2, "octal", 8);
  if ((second | 32) === 98) return radix(source, start + 2, "binary", 2);
  return afterZero(source, start);
}

/** `0` may be followed by zeros only, unless the literal turns out to be a float or imaginary. */
function afterZero(source: string, start: number): number {
  let at = start + 1;
  for (;;) {
    if (source.charCodeAt(at) === 95) {
      at++;
      if (!isDigit(source.charCodeAt(at))) throw new LexicalFailure("invalid decimal literal", at);
    }
    if (source.charCodeAt(at) !== 48) break;
    at++;
  }
  if (!isDigit(source.charCodeAt(at))) return afterInteger(source, at);
  const zerosEnd = at + 1;
  const end = digits(source, at);
  const code = source.charCodeAt(end);
  if (code === 46 || (code | 32) === 101 || (code | 32) === 106) return afterInteger(source, end);
  throw new LexicalFailure(
    "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
    end,
    start,
    zerosEnd,
  );
}

/** Digits with single underscores between them, beginning with a digit. */
function digits(source: string, start: number): number {
  let at = start;
  for (;;) {
    while (isDigit(source.charCodeAt(at))) at++;
    if (source.charCodeAt(at) !== 95) return at;
    at++;
    if (!isDigit(source.charCodeAt(at))) throw new LexicalFailure("invalid decimal literal", at);
  }
}

function afterInteger(source: string, at: number): number {
  return source.charCodeAt(at) === 46 ? fraction(source, at + 1) : exponent(source, at);
}

function fraction(source: string, at: number): number {
  return exponent(source, isDigit(source.charCodeAt(at)) ? digits(source, at) : at);
}

function exponent(source: string, start: number): number {
  let at = start;
  if ((source.charCodeAt(at) | 32) === 101) {
    const sign = source.charCodeAt(at + 1);
    if (sign === 43 || sign === 45) {
      if (!isDigit(source.charCodeAt(at + 2))) throw new LexicalFailure("invalid decimal literal", at + 2);
      at = digits(source, at + 2);
    } else if (isDigit(sign)) {
      at = digits(source, at + 1);
    } else {
      // Not an exponent: `1else` is fine, `1e` is not.
      return checkEnd(source, at, "decimal");
    }
  }
  if ((source.charCodeAt(at) | 32) === 106) return checkEnd(source, at + 1, "imaginary");
  return checkEnd(source, at, "decimal");
}

function radix(source: string, start: number, name: string, base: number): number {
  const isRadixDigit = base === 16 ? isHexadecimal : (code: number): boolean => code >= 48 && code < 48 + base;
  let at = start;
  do {
    if (source.charCodeAt(at) === 95) at++;
    const code = source.charCodeAt(at);
    if (!isRadixDigit(code)) {
      if (isDigit(code)) throw new LexicalFailure(`invalid digit '${String.fromCharCode(code)}' in ${name} literal`, at + 1);
      throw new LexicalFailure(`invalid ${name} literal`, at);
    }
    while (isRadixDigit(source.charCodeAt(at))) at++;
  } while (source.charCodeAt(at) === 95);
  const code = source.charCodeAt(at);
  if (isDigit(code)) throw new LexicalFailure(`invalid digit '${String.fromCharCode(code)}' in ${name} literal`, at + 1);
  return checkEnd(source, at, name);
}

function checkEnd(source: string, at: number, name: string): number {
  if (!isIdentifierCharacter(source.charCodeAt(at))) return at;
  afterNumber.lastIndex = at;
  if (afterNumber.test(source)) return at;
  throw new LexicalFailure(`invalid ${name} literal`, at);
}
