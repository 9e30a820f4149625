import { LexicalFailure } from "./lexical-failure.js";

/**
 * Finds the end of the string literal whose prefix begins at `start` and whose opening quote is at `quoteAt`.
 *
 * Appends the beginnings of the lines it crosses to `lineStarts`.
 *
 * @returns the offset after the closing quote
 * @throws LexicalFailure if there is none
 */
export function scanString(source: string, start: number, quoteAt: number, triple: boolean, lineStarts: number[], line: number): number {
  const quote = source.charCodeAt(quoteAt);
  const length = source.length;
  let at = quoteAt + (triple ? 3 : 1);
  let escapedQuote = false;
  while (at < length) {
    const code = source.charCodeAt(at++);
    if (code === quote) {
      if (!triple) return at;
      if (source.charCodeAt(at) === quote && source.charCodeAt(at + 1) === quote) return at + 2;
    } else if (code === 92) {
      const escaped = source.charCodeAt(at++);
      if (escaped === 10) lineStarts.push(at);
      else if (escaped === quote) escapedQuote = true;
    } else if (code === 10) {
      if (!triple) break;
      lineStarts.push(at);
    }
  }
  // The line after the last line break does not count.
  const detected = lineStarts.length - ((lineStarts.at(-1) as number) >= length ? 2 : 1);
  const name = triple ? "unterminated triple-quoted string literal" : "unterminated string literal";
  const hint = escapedQuote && !triple ? "; perhaps you escaped the end quote?" : "";
  throw new LexicalFailure(`${name} (detected at line ${Math.max(detected, line)})${hint}`, start + 1);
}
