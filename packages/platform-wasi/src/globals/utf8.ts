/** The name of the one encoding there is. */
export const UTF_8 = "utf-8";

const REPLACEMENT = 0xfffd;

/**
 * Encodes `text` as UTF-8, into `into` from `offset` on while there is room for whole characters.
 *
 * A surrogate without its partner becomes U+FFFD, as everywhere on the web.
 *
 * @returns how many UTF-16 units were read and how many bytes were written
 */
export function encodeUtf8Into(text: string, into: Uint8Array, offset = 0): { read: number; written: number } {
  const length = text.length;
  const end = into.length;
  let read = 0;
  let at = offset;
  while (read < length) {
    let code = text.charCodeAt(read);
    let units = 1;
    if (code >= 0xd800 && code <= 0xdfff) {
      const low = code <= 0xdbff && read + 1 < length ? text.charCodeAt(read + 1) : 0;
      if (low >= 0xdc00 && low <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
        units = 2;
      } else {
        code = REPLACEMENT;
      }
    }
    if (code < 0x80) {
      if (at >= end) break;
      into[at++] = code;
    } else if (code < 0x800) {
      if (at + 2 > end) break;
      into[at++] = 0xc0 | (code >> 6);
      into[at++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      if (at + 3 > end) break;
      into[at++] = 0xe0 | (code >> 12);
      into[at++] = 0x80 | ((code >> 6) & 0x3f);
      into[at++] = 0x80 | (code & 0x3f);
    } else {
      if (at + 4 > end) break;
      into[at++] = 0xf0 | (code >> 18);
      into[at++] = 0x80 | ((code >> 12) & 0x3f);
      into[at++] = 0x80 | ((code >> 6) & 0x3f);
      into[at++] = 0x80 | (code & 0x3f);
    }
    read += units;
  }
  return { read, written: at - offset };
}

/** `text` as UTF-8 bytes. */
export function encodeUtf8(text: string): Uint8Array<ArrayBuffer> {
  const room = new Uint8Array(text.length * 3);
  const { written } = encodeUtf8Into(text, room);
  return room.slice(0, written);
}

/**
 * Decodes UTF-8 piece by piece (Encoding Standard, "UTF-8 decoder"): a sequence may be cut anywhere between two calls.
 * Malformed input becomes U+FFFD per maximal subpart, or throws when `fatal`.
 */
export class Utf8Decoder {
  #point = 0;
  #needed = 0;
  #lower = 0x80;
  #upper = 0xbf;
  readonly #fatal: boolean;

  constructor(fatal: boolean) {
    this.#fatal = fatal;
  }

  /**
   * @param bytes the next piece
   * @param more whether another piece follows; without one an unfinished sequence is malformed
   * @throws TypeError on malformed input when `fatal`
   */
  decode(bytes: Uint8Array, more: boolean): string {
    const parts: string[] = [];
    let units: number[] = [];
    const length = bytes.length;
    for (let i = 0; i < length; i++) {
      const byte = bytes[i] as number;
      if (this.#needed === 0) {
        if (byte < 0x80) units.push(byte);
        else if (!this.#start(byte)) units.push(this.#malformed());
      } else if (byte < this.#lower || byte > this.#upper) {
        units.push(this.#malformed());
        i--; // the byte begins something of its own
      } else {
        this.#lower = 0x80;
        this.#upper = 0xbf;
        this.#point = (this.#point << 6) | (byte & 0x3f);
        if (--this.#needed === 0) pushPoint(units, this.#point);
      }
      if (units.length >= 1_024) {
        parts.push(String.fromCharCode(...units));
        units = [];
      }
    }
    if (!more && this.#needed > 0) units.push(this.#malformed());
    parts.push(String.fromCharCode(...units));
    return parts.join("");
  }

  /** Forgets an unfinished sequence. */
  reset(): void {
    this.#needed = 0;
    this.#lower = 0x80;
    this.#upper = 0xbf;
  }

  /** Takes the first byte of a longer sequence; false when no sequence begins with it. */
  #start(byte: number): boolean {
    if (byte >= 0xc2 && byte <= 0xdf) {
      this.#needed = 1;
      this.#point = byte & 0x1f;
    } else if (byte >= 0xe0 && byte <= 0xef) {
      if (byte === 0xe0) this.#lower = 0xa0; // not shorter than it must be
      if (byte === 0xed) this.#upper = 0x9f; // no surrogates
      this.#needed = 2;
      this.#point = byte & 0xf;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
      if (byte === 0xf0) this.#lower = 0x90; // not shorter than it must be
      if (byte === 0xf4) this.#upper = 0x8f; // not beyond U+10FFFF
      this.#needed = 3;
      this.#point = byte & 0x7;
    } else {
      return false;
    }
    return true;
  }

  #malformed(): number {
    this.reset();
    if (this.#fatal) throw new TypeError("The encoded data was not valid for encoding utf-8");
    return REPLACEMENT;
  }
}

function pushPoint(units: number[], point: number): void {
  if (point < 0x10000) {
    units.push(point);
  } else {
    units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
  }
}
