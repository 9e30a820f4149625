import { PySyntaxError } from "./syntax-error.js";
import { decodeUtf8, textOf } from "./utf8.js";

/** Decodes a source in an encoding the parser does not know itself; undefined if it is unknown here too. */
export type SourceDecoder = (bytes: Uint8Array, encoding: string) => string | undefined;

const cookie = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const blankOrComment = /^[ \t\f]*(?:#.*)?$/;

const utf8Names = /^(?:utf[-_]?8(?:[-_]sig)?|u8|cp65001)$/;
const latin1Names = /^(?:latin[-_]?1|iso[-_]?8859[-_]1|iso[-_]latin[-_]1|l1|8859)$/;
const asciiNames = /^(?:us[-_]?ascii|ascii|646)$/;

/**
 * The source as text: decoded by its byte order mark or coding cookie (PEP 263), line breaks as `\n`, the last line ended.
 *
 * UTF-8, latin-1 and ascii are known. A cookie in a source that is text already means nothing, as in CPython.
 *
 * @throws PySyntaxError if the bytes are not in the encoding, or the encoding is unknown
 */
export function decodeSource(source: string | Uint8Array, filename: string, decode?: SourceDecoder): string {
  let text = typeof source === "string" ? source : decodeBytes(source, filename, decode);
  if (text.charCodeAt(0) === 0xfeff) text = text.slice(1);
  const zero = text.indexOf("\0");
  if (zero >= 0) throw problem("source code string cannot contain null bytes", filename, 0, 0, null);
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (text.length > 0 && !text.endsWith("\n")) text += "\n";
  return text;
}

function decodeBytes(bytes: Uint8Array, filename: string, decode: SourceDecoder | undefined): string {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const encoding = declaredEncoding(bytes);
  const name = encoding?.toLowerCase() ?? "utf-8";
  // With a byte order mark CPython takes the cookie literally: "utf8" is refused.
  if (hasMark && !/^utf[-_]8(?:[-_]|$)/.test(name)) throw problem(`encoding problem: ${name} with BOM`, filename, 0, 0, null);
  if (utf8Names.test(name)) return utf8Text(bytes, filename, encoding !== undefined);
  if (latin1Names.test(name)) return textOf(bytes);
  if (asciiNames.test(name)) {
    const at = bytes.findIndex((byte) => byte > 127);
    if (at < 0) return textOf(bytes);
    const reason = `'ascii' codec can't decode byte 0x${hex(bytes[at])} in position ${at}: ordinal not in range(128)`;
    throw problem(`(unicode error) ${reason}`, filename, 0, 0, null);
  }
  const decoded = decode?.(bytes, name);
  if (decoded !== undefined) return decoded;
  throw problem(`unknown encoding: ${encoding ?? ""}`, filename, 0, 0, null);
}

/** The cookie must be in a comment on the first line, or on the second if the first has no code. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = textOf(bytes.subarray(0, 1024)).replace(/^\u00ef\u00bb\u00bf/, "");
  const [first = "", second = ""] = head.split(/\r\n?|\n/, 2);
  const found = cookie.exec(first) ?? (blankOrComment.test(first) ? cookie.exec(second) : null);
  return found?.[1];
}

function utf8Text(bytes: Uint8Array, filename: string, declared: boolean): string {
  const text = decodeUtf8(bytes);
  if (typeof text === "string") return text;
  const byte = hex(bytes[text.at]);
  if (declared) {
    const message = `(unicode error) 'utf-8' codec can't decode byte 0x${byte} in position ${text.at}: ${text.reason}`;
    throw problem(message, filename, 0, 0, null);
  }
  const message =
    `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${text.line}, ` +
    "but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  throw problem(message, filename, 0, 0, null);
}

function hex(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, "0");
}

function problem(message: string, filename: string, lineno: number, offset: number, text: string | null): PySyntaxError {
  return new PySyntaxError({ kind: "SyntaxError", message, filename, lineno, offset, end_lineno: lineno, end_offset: offset, text });
}
