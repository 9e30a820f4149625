const surrogate = /[\ud800-\udfff]/;

/** Whether code units and code points of a string are the same. It costs next to nothing for the one-byte strings of V8. */
export function isBasic(text: string): boolean {
  return !surrogate.test(text);
}

/** The number of code points: Python's `len`. */
export function textLength(text: string): number {
  if (isBasic(text)) return text.length;
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) {
      const next = text.charCodeAt(i + 1);
      if (next >= 0xdc00 && next <= 0xdfff) {
        length -= 1;
        i += 1;
      }
    }
  }
  return length;
}

/** The code points from `start` to `end`, both within the string. */
export function textSlice(text: string, start: number, end: number): string {
  return isBasic(text) ? text.slice(start, end) : [...text].slice(start, end).join("");
}

/** The offset in code units of a code point. */
export function unitOffset(text: string, point: number): number {
  if (isBasic(text)) return Math.min(point, text.length);
  let unit = 0;
  for (let i = 0; i < point && unit < text.length; i++) unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
  return unit;
}

/** The code point at an offset in code units. */
export function pointOffset(text: string, unit: number): number {
  return isBasic(text) ? unit : textLength(text.slice(0, unit));
}

/** Orders strings by code points: negative, zero or positive. JavaScript's own order is that of code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  if (isBasic(a) && isBasic(b)) return a < b ? -1 : 1;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
}

/** Surrogates stand for code points beyond all other units. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
