import { LookupError, TypeError } from "../exceptions/builtin-exceptions.js";
import { UnicodeDecodeError, UnicodeEncodeError } from "../exceptions/unicode-errors.js";
import type { Py } from "../py.js";
import { type Bytes, bytesOf } from "./bytes.js";
import { typeName } from "./type-name.js";

type Codec = "utf-8" | "ascii" | "latin-1";

function codecOf(encoding: Py = "utf-8"): Codec {
  if (typeof encoding !== "string") throw new TypeError(`encoding must be str, not ${typeName(encoding)}`);
  switch (encoding.toLowerCase().replaceAll("_", "-")) {
    case "utf-8":
    case "utf8":
    case "u8":
      return "utf-8";
    case "ascii":
    case "us-ascii":
      return "ascii";
    case "latin-1":
    case "latin1":
    case "iso-8859-1":
    case "iso8859-1":
      return "latin-1";
    default:
      throw new LookupError(`unknown encoding: ${encoding}`);
  }
}

/**
 * Python's `str.encode` for utf-8, ascii and latin-1; `errors` may be strict, ignore or replace.
 *
 * @throws UnicodeEncodeError, LookupError for an unknown encoding
 */
export function encode(text: string, encoding?: Py, errors: Py = "strict"): Bytes {
  const codec = codecOf(encoding);
  const out: number[] = [];
  const limit = codec === "ascii" ? 0x80 : 0x100;
  const fits = (point: number): boolean => (codec === "utf-8" ? point < 0xd800 || point > 0xdfff : point < limit);
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  points.forEach((point, at) => {
    if (fits(point)) {
      if (codec === "utf-8") pushUtf8(out, point);
      else out.push(point);
    } else if (errors === "replace") out.push(0x3f);
    else if (errors !== "ignore") {
      // The error tells of the whole run that does not fit.
      const end = points.findIndex((later, index) => index > at && fits(later));
      const reason = codec === "utf-8" ? "surrogates not allowed" : `ordinal not in range(${limit})`;
      throw new UnicodeEncodeError(codec, text, at, end < 0 ? points.length : end, reason);
    }
  });
  return bytesOf(out);
}

function pushUtf8(out: number[], point: number): void {
  if (point < 0x80) out.push(point);
  else if (point < 0x800) out.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
  else if (point < 0x10000) out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
  else out.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 0x3f), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
}

/**
 * Python's `bytes.decode` for utf-8, ascii and latin-1; `errors` may be strict, ignore or replace.
 *
 * @throws UnicodeDecodeError, LookupError for an unknown encoding
 */
export function decode(bytes: Bytes, encoding?: Py, errors: Py = "strict"): string {
  const codec = codecOf(encoding);
  let out = "";
  const fail = (start: number, end: number, reason: string): void => {
    if (errors === "replace") out += "\ufffd";
    else if (errors !== "ignore") throw new UnicodeDecodeError(codec, bytes, start, end, reason);
  };
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80 || codec === "latin-1") {
      out += String.fromCharCode(byte);
      at += 1;
    } else if (codec === "ascii") {
      fail(at, at + 1, "ordinal not in range(128)");
      at += 1;
    } else {
      const { point, length, reason } = readUtf8(bytes, at);
      if (point === undefined) fail(at, at + length, reason);
      else out += String.fromCodePoint(point);
      at += length;
    }
  }
  return out;
}

interface Utf8 {
  readonly point: number | undefined;
  readonly length: number;
  readonly reason: string;
}

/** One sequence of more than one byte; a broken one has the length that CPython skips. */
function readUtf8(bytes: Bytes, at: number): Utf8 {
  const lead = bytes[at] ?? 0;
  const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  if (size === 0) return { point: undefined, length: 1, reason: "invalid start byte" };
  let point = lead & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const next = bytes[at + i];
    if (next === undefined) return { point: undefined, length: i, reason: "unexpected end of data" };
    const low = i === 1 ? (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) : 0x80;
    const high = i === 1 ? (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf) : 0xbf;
    if (next < low || next > high) return { point: undefined, length: i, reason: "invalid continuation byte" };
    point = (point << 6) | (next & 0x3f);
  }
  return { point, length: size, reason: "" };
}
