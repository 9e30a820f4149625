/** Bytes that are not UTF-8. */
export interface InvalidUtf8 {
  /** The offset of the first byte that begins no well-formed sequence. */
  readonly at: number;
  /** The line that byte is on, from 1. */
  readonly line: number;
  readonly reason: "invalid start byte" | "invalid continuation byte" | "unexpected end of data";
}

/** Decodes UTF-8; a byte order mark stays. Linear. Written out because `TextDecoder` is not part of the language. */
export function decodeUtf8(bytes: Uint8Array): string | InvalidUtf8 {
  const units = new Uint16Array(bytes.length);
  let size = 0;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      units[size++] = first;
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) return invalid(bytes, at);
    let code = length === 2 ? first & 0x1f : length === 3 ? first & 0x0f : first & 0x07;
    for (let offset = 1; offset < length; offset++) code = (code << 6) | ((bytes[at + offset] as number) & 0x3f);
    if (code > 0xffff) {
      units[size++] = 0xd800 + ((code - 0x10000) >> 10);
      units[size++] = 0xdc00 + (code & 0x3ff);
    } else units[size++] = code;
    at += length;
  }
  return textOf(units.subarray(0, size));
}

/** The text whose UTF-16 units (or latin-1 bytes) these are. */
export function textOf(units: Uint16Array | Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 4096) parts.push(String.fromCharCode(...units.subarray(at, at + 4096)));
  return parts.join("");
}

/** How many bytes of UTF-8 a text takes. */
export function utf8Length(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) length++;
    else if (code < 0x800) length += 2;
    else if (code >= 0xd800 && code < 0xdc00 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      length += 4;
      at++;
    } else length += 3;
  }
  return length;
}

/** The length of the well-formed sequence at `at`; 0 if there is none (Unicode, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0xc2 || first > 0xf4) return 0;
  const size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let offset = 1; offset < size; offset++) {
    const byte = bytes[at + offset] ?? 0;
    if (byte < (offset === 1 ? low : 0x80) || byte > (offset === 1 ? high : 0xbf)) return 0;
  }
  return size;
}

function invalid(bytes: Uint8Array, at: number): InvalidUtf8 {
  let line = 1;
  for (let before = 0; before < at; before++) if (bytes[before] === 10) line++;
  const first = bytes[at] as number;
  const reason =
    first < 0xc2 || first > 0xf4 ? "invalid start byte" : at + 1 >= bytes.length ? "unexpected end of data" : "invalid continuation byte";
  return { at, line, reason };
}
