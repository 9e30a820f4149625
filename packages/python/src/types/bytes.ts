import { nativeDef } from "../calls/def.js";
import { TypeError, ValueError } from "../exceptions/builtin-exceptions.js";
import { iter } from "../iteration/iter.js";
import { indexOf } from "../operators/index-of.js";
import { intOf } from "../operators/integers.js";
import type { Py } from "../py.js";
import { NotImplemented } from "../singletons.js";
import { builtinType, type BuiltinType } from "./builtin-type.js";
import { decode, encode } from "./codecs.js";
import { typeName } from "./type-name.js";

/** Python's bytes: a byte array that is not changed. Make a literal with {@link B}. */
export class Bytes extends Uint8Array {
  static readonly $class = true;
  static readonly $name: string = "bytes";
  static readonly $module = "builtins";

  /** Typed array methods that make arrays make plain ones. */
  static get [Symbol.species](): Uint8ArrayConstructor {
    return Uint8Array;
  }

  __iter__(): IterableIterator<number> {
    return this.values();
  }

  __len__(): number {
    return this.length;
  }

  __eq__(other: Py): Py {
    if (!(other instanceof Bytes)) return NotImplemented;
    return this.length === other.length && this.every((byte, at) => byte === other[at]);
  }

  __repr__(): string {
    const quote = this.includes(0x27) && !this.includes(0x22) ? '"' : "'";
    let out = `b${quote}`;
    for (const byte of this) out += byteRepr(byte, quote);
    return out + quote;
  }

  $concat(other: Bytes): Bytes {
    const joined = new Bytes(this.length + other.length);
    joined.set(this);
    joined.set(other, this.length);
    return joined;
  }

  $repeat(count: number): Bytes {
    const repeated = new Bytes(this.length * count);
    for (let i = 0; i < count; i++) repeated.set(this, i * this.length);
    return repeated;
  }

  $pick(bytes: readonly number[]): Bytes {
    return bytesOf(bytes);
  }

  /** The position of a part within `start` and `stop`, or -1. */
  $find(part: Bytes, start: number, stop: number): number {
    for (let at = start; at + part.length <= stop; at++) if (part.every((byte, i) => this[at + i] === byte)) return at;
    return -1;
  }
}

function byteRepr(byte: number, quote: string): string {
  const char = String.fromCharCode(byte);
  if (char === quote || char === "\\") return `\\${char}`;
  if (byte === 9) return "\\t";
  if (byte === 10) return "\\n";
  if (byte === 13) return "\\r";
  return byte >= 32 && byte < 127 ? char : `\\x${byte.toString(16).padStart(2, "0")}`;
}

/** Bytes of numbers from 0 to 255. */
export function bytesOf(values: ArrayLike<number>): Bytes {
  const made = new Bytes(values.length);
  made.set(values);
  return made;
}

/**
 * Makes bytes of a string of which every character stands for one byte: the literal `b"..."`.
 *
 * @example
 * ```ts
 * B("\x00abc"); // b'\x00abc'
 * ```
 */
export function B(text: string): Bytes {
  return bytesOf(Array.from(text, (char) => char.charCodeAt(0)));
}

function toBytes(source?: Py, encoding?: Py, errors?: Py): Bytes {
  if (source === undefined) return new Bytes(0);
  if (typeof source === "string") {
    if (encoding === undefined) throw new TypeError("string argument without an encoding");
    return encode(source, encoding, errors);
  }
  if (source instanceof Uint8Array) return bytesOf(source);
  if (intOf(source) !== undefined && typeof source !== "boolean") {
    const count = Number(indexOf(source));
    if (count < 0) throw new ValueError("negative count");
    return new Bytes(count);
  }
  if (typeof source === "object" && source !== null && typeof source.__bytes__ === "function") return source.__bytes__() as Bytes;
  if (typeof source !== "object" || source === null) throw new TypeError(`cannot convert '${typeName(source)}' object to bytes`);
  return bytesOf(
    [...iter(source)].map((item: Py) => {
      const byte = indexOf(item);
      if (byte < 0 || byte > 255) throw new ValueError("bytes must be in range(0, 256)");
      return Number(byte);
    }),
  );
}

function latin(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function needBytes(value: Py): string {
  if (!(value instanceof Bytes)) throw new TypeError(`a bytes-like object is required, not '${typeName(value)}'`);
  return latin(value);
}

/** The methods of bytes as functions that take the bytes first. */
export interface BytesMethods {
  readonly decode: (self: Bytes, encoding?: Py, errors?: Py) => string;
  readonly hex: (self: Bytes, separator?: Py) => string;
  readonly startswith: (self: Bytes, prefix: Py) => boolean;
  readonly endswith: (self: Bytes, suffix: Py) => boolean;
  readonly find: (self: Bytes, part: Py) => number;
  readonly count: (self: Bytes, part: Py) => number;
  readonly join: (self: Bytes, parts: Py) => Bytes;
  readonly split: (self: Bytes, separator?: Py) => Bytes[];
  readonly strip: (self: Bytes) => Bytes;
  readonly replace: (self: Bytes, old: Py, by: Py) => Bytes;
  readonly upper: (self: Bytes) => Bytes;
  readonly lower: (self: Bytes) => Bytes;
}

const methods: BytesMethods = {
  decode: nativeDef(
    (self: Bytes, encoding?: Py, errors?: Py): string => decode(self, encoding, errors),
    "bytes.decode",
    "(encoding=, errors=)",
  ),
  hex: nativeDef(
    (self: Bytes, separator: Py = ""): string => Array.from(self, (byte) => byte.toString(16).padStart(2, "0")).join(separator as string),
    "bytes.hex",
    "(sep=)",
  ),
  startswith: nativeDef((self: Bytes, prefix: Py): boolean => latin(self).startsWith(needBytes(prefix)), "bytes.startswith", "(prefix, /)"),
  endswith: nativeDef((self: Bytes, suffix: Py): boolean => latin(self).endsWith(needBytes(suffix)), "bytes.endswith", "(suffix, /)"),
  find: nativeDef((self: Bytes, part: Py): number => latin(self).indexOf(needBytes(part)), "bytes.find", "(sub, /)"),
  count: nativeDef((self: Bytes, part: Py): number => latin(self).split(needBytes(part)).length - 1, "bytes.count", "(sub, /)"),
  join: nativeDef((self: Bytes, parts: Py): Bytes => B([...iter(parts)].map(needBytes).join(latin(self))), "bytes.join", "(iterable, /)"),
  split: nativeDef(
    (self: Bytes, separator: Py = null): Bytes[] => {
      const text = latin(self);
      return (separator === null ? text.split(/[ \t\n\r\f\v]+/).filter((part) => part !== "") : text.split(needBytes(separator))).map(B);
    },
    "bytes.split",
    "(sep=)",
  ),
  strip: nativeDef((self: Bytes): Bytes => B(latin(self).replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, "")), "bytes.strip", "()"),
  replace: nativeDef(
    (self: Bytes, old: Py, by: Py): Bytes => B(latin(self).replaceAll(needBytes(old), () => needBytes(by))),
    "bytes.replace",
    "(old, new, /)",
  ),
  upper: nativeDef((self: Bytes): Bytes => B(latin(self).replace(/[a-z]/g, (char) => char.toUpperCase())), "bytes.upper", "()"),
  lower: nativeDef((self: Bytes): Bytes => B(latin(self).replace(/[A-Z]/g, (char) => char.toLowerCase())), "bytes.lower", "()"),
};

/** Bytes of hexadecimal digits. */
function fromhex(text: Py): Bytes {
  const digits = (text as string).replace(/[ \t\n\r\f\v]/g, "");
  const bad = /[^0-9a-fA-F]/.exec(digits);
  if (bad !== null || digits.length % 2 === 1) {
    throw new ValueError(
      `non-hexadecimal number found in fromhex() arg at position ${bad === null ? (text as string).length : (text as string).indexOf(bad[0])}`,
    );
  }
  return bytesOf((digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

/** Python's type `bytes`, and its methods as functions: `bytes.decode(b)`. */
export const bytes: BuiltinType<(source?: Py, encoding?: Py, errors?: Py) => Bytes, BytesMethods, { readonly fromhex: typeof fromhex }> =
  /* @__PURE__ */ builtinType(nativeDef(toBytes, "bytes", "(source=, encoding=, errors=)"), {
    name: "bytes",
    check: (value: Py) => value instanceof Bytes,
    methods,
    statics: { fromhex: nativeDef(fromhex, "bytes.fromhex", "(string, /)") },
  });
