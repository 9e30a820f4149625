/** Common names of characters, for `\N{...}`; the whole table of Unicode would be larger than the parser. */
const characters: ReadonlyMap<string, string> = new Map([
  ["SPACE", " "],
  ["NO-BREAK SPACE", "\u00a0"],
  ["ZERO WIDTH SPACE", "\u200b"],
  ["ZERO WIDTH JOINER", "\u200d"],
  ["EN DASH", "\u2013"],
  ["EM DASH", "\u2014"],
  ["BULLET", "\u2022"],
  ["HORIZONTAL ELLIPSIS", "\u2026"],
  ["LEFT SINGLE QUOTATION MARK", "\u2018"],
  ["RIGHT SINGLE QUOTATION MARK", "\u2019"],
  ["LEFT DOUBLE QUOTATION MARK", "\u201c"],
  ["RIGHT DOUBLE QUOTATION MARK", "\u201d"],
  ["DEGREE SIGN", "\u00b0"],
  ["PLUS-MINUS SIGN", "\u00b1"],
  ["MICRO SIGN", "\u00b5"],
  ["MULTIPLICATION SIGN", "\u00d7"],
  ["DIVISION SIGN", "\u00f7"],
  ["COPYRIGHT SIGN", "\u00a9"],
  ["REGISTERED SIGN", "\u00ae"],
  ["TRADE MARK SIGN", "\u2122"],
  ["EURO SIGN", "\u20ac"],
  ["POUND SIGN", "\u00a3"],
  ["YEN SIGN", "\u00a5"],
  ["SECTION SIGN", "\u00a7"],
  ["LEFTWARDS ARROW", "\u2190"],
  ["UPWARDS ARROW", "\u2191"],
  ["RIGHTWARDS ARROW", "\u2192"],
  ["DOWNWARDS ARROW", "\u2193"],
  ["CHECK MARK", "\u2713"],
  ["HEAVY CHECK MARK", "\u2714"],
  ["BALLOT X", "\u2717"],
  ["BLACK STAR", "\u2605"],
  ["WHITE STAR", "\u2606"],
  ["INFINITY", "\u221e"],
  ["NOT EQUAL TO", "\u2260"],
  ["LESS-THAN OR EQUAL TO", "\u2264"],
  ["GREATER-THAN OR EQUAL TO", "\u2265"],
  ["SQUARE ROOT", "\u221a"],
  ["SNOWMAN", "\u2603"],
  ["GRINNING FACE", "\u{1f600}"],
  ["SNAKE", "\u{1f40d}"],
  ["ROCKET", "\u{1f680}"],
  ["SPARKLES", "\u2728"],
  ["WHITE HEAVY CHECK MARK", "\u2705"],
  ["CROSS MARK", "\u274c"],
  ["REPLACEMENT CHARACTER", "\ufffd"],
  ["BYTE ORDER MARK", "\ufeff"],
]);

const greek =
  "ALPHA BETA GAMMA DELTA EPSILON ZETA ETA THETA IOTA KAPPA LAMDA MU NU XI OMICRON PI RHO . SIGMA TAU UPSILON PHI CHI PSI OMEGA".split(" ");
const lettersWithMarks: ReadonlyMap<string, string> = new Map([
  ["GRAVE", "\u0300"],
  ["ACUTE", "\u0301"],
  ["CIRCUMFLEX", "\u0302"],
  ["TILDE", "\u0303"],
  ["DIAERESIS", "\u0308"],
  ["RING ABOVE", "\u030a"],
  ["CEDILLA", "\u0327"],
  ["CARON", "\u030c"],
  ["MACRON", "\u0304"],
  ["BREVE", "\u0306"],
  ["OGONEK", "\u0328"],
]);

/**
 * The character with this Unicode name (case does not matter), if it is one the parser knows: Latin and Greek letters,
 * common signs, arrows and emoji. Others come from the option `characterNames` of `parse`.
 */
export function characterByName(name: string): string | undefined {
  const upper = name.toUpperCase();
  const known = characters.get(upper);
  if (known !== undefined) return known;
  const latin = /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])(?: WITH ([A-Z ]+))?$/.exec(upper);
  if (latin !== null) {
    const [, size, letter = "", mark] = latin;
    const base = size === "SMALL" ? letter.toLowerCase() : letter;
    if (mark === undefined) return base;
    const combining = lettersWithMarks.get(mark);
    const composed = combining === undefined ? "" : (base + combining).normalize("NFC");
    return composed.length === 1 ? composed : undefined;
  }
  const letter = /^GREEK (SMALL|CAPITAL) LETTER ([A-Z]+)$/.exec(upper);
  if (letter === null) return undefined;
  const index = greek.indexOf(letter[2] ?? "");
  return index < 0 ? undefined : String.fromCharCode((letter[1] === "SMALL" ? 0x3b1 : 0x391) + index);
}
