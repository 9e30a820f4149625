const upperCase = /\p{Uppercase}/u;
const lowerCase = /\p{Lowercase}/u;
const titleCase = /\p{Lt}/u;

function isCased(char: string): boolean {
  return upperCase.test(char) || lowerCase.test(char) || titleCase.test(char);
}

/** The title case of one character: differs from upper case for a few ligatures. */
function toTitle(char: string): string {
  const upper = char.toUpperCase();
  switch (upper) {
    case "Ǆ":
      return "ǅ";
    case "Ǉ":
      return "ǈ";
    case "Ǌ":
      return "ǋ";
    case "Ǳ":
      return "ǲ";
    default: {
      const [first = "", ...rest] = upper;
      // A character that becomes several, such as ß, starts a word with one capital only.
      return rest.length === 0 ? upper : first + rest.join("").toLowerCase();
    }
  }
}

/** Python's `str.upper`. */
export function upper(text: string): string {
  return text.toUpperCase();
}

/** Python's `str.lower`. */
export function lower(text: string): string {
  return text.toLowerCase();
}

/** Python's `str.casefold`: for comparing without regard to case. */
export function casefold(text: string): string {
  let folded = "";
  for (const char of text)
    folded += char === "ß" || char === "ẞ" ? "ss" : char === "ς" ? "σ" : char === "İ" ? "i̇" : char.toUpperCase().toLowerCase();
  return folded;
}

/** Python's `str.capitalize`. */
export function capitalize(text: string): string {
  const [first = "", ...rest] = text;
  return toTitle(first) + rest.join("").toLowerCase();
}

/** Python's `str.title`: every run of letters is a word. */
export function title(text: string): string {
  let out = "";
  let inWord = false;
  for (const char of text) {
    out += inWord ? char.toLowerCase() : toTitle(char);
    inWord = isCased(char);
  }
  return out;
}

/** Python's `str.swapcase`. */
export function swapcase(text: string): string {
  let out = "";
  for (const char of text) out += upperCase.test(char) ? char.toLowerCase() : lowerCase.test(char) ? char.toUpperCase() : char;
  return out;
}

/** Python's `str.isupper`: has cased characters, all of them upper case. */
export function isupper(text: string): boolean {
  let any = false;
  for (const char of text) {
    if (lowerCase.test(char) || titleCase.test(char)) return false;
    any ||= upperCase.test(char);
  }
  return any;
}

/** Python's `str.islower`: has cased characters, all of them lower case. */
export function islower(text: string): boolean {
  let any = false;
  for (const char of text) {
    if (upperCase.test(char) || titleCase.test(char)) return false;
    any ||= lowerCase.test(char);
  }
  return any;
}

/** Python's `str.istitle`: upper case begins words and only them. */
export function istitle(text: string): boolean {
  let any = false;
  let inWord = false;
  for (const char of text) {
    if (upperCase.test(char) || titleCase.test(char)) {
      if (inWord) return false;
      inWord = true;
      any = true;
    } else if (lowerCase.test(char)) {
      if (!inWord) return false;
      any = true;
    } else inWord = false;
  }
  return any;
}
