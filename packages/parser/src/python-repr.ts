import { isPrintable } from "./identifier.js";

const named: ReadonlyMap<string, string> = new Map([
  ["\\", "\\\\"],
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

/** What Python's `repr` gives for a `str`. */
export function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let result = quote;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (character === quote) result += `\\${character}`;
    else if (named.has(character)) result += named.get(character) as string;
    else if (code >= 0x20 && code < 0x7f) result += character;
    else if (code > 0xa0 && isPrintable(character)) result += character;
    else if (code < 0x100) result += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code < 0x10000) result += `\\u${code.toString(16).padStart(4, "0")}`;
    else result += `\\U${code.toString(16).padStart(8, "0")}`;
  }
  return result + quote;
}

/** What Python's `repr` gives for `bytes`. */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = bytes.includes(39) && !bytes.includes(34) ? '"' : "'";
  let result = `b${quote}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote) result += `\\${character}`;
    else if (named.has(character)) result += named.get(character) as string;
    else if (byte >= 0x20 && byte < 0x7f) result += character;
    else result += `\\x${byte.toString(16).padStart(2, "0")}`;
  }
  return result + quote;
}

/** What Python's `repr` gives for a `float`: the shortest digits that read back, exponents from 1e16 and below 1e-4. */
export function floatRepr(value: number): string {
  if (value === Infinity) return "inf";
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const size = String(Math.abs(exponent)).padStart(2, "0");
    return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
  }
  if (exponent < 0) return `0.${"0".repeat(-exponent - 1)}${digits.replace(".", "")}`;
  const plain = String(value);
  return plain.includes(".") ? plain : `${plain}.0`;
}
