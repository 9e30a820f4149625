import { UTF_8, Utf8Decoder } from "./utf8.js";

const LABELS = new Set([UTF_8, "utf8", "unicode-1-1-utf-8", "unicode11utf8", "unicode20utf8", "x-unicode20utf8"]);
const EMPTY = new Uint8Array(0);

/**
 * The web's `TextDecoder` for UTF-8, the one encoding it knows here.
 *
 * @example
 * ```ts
 * new TextDecoder("utf-8", { fatal: true }).decode(bytes);
 * ```
 * @throws RangeError when another encoding is asked for
 */
export class TextDecoder {
  readonly #decoder: Utf8Decoder;
  readonly #fatal: boolean;
  readonly #ignoreBOM: boolean;
  #started = false;

  constructor(label: unknown = UTF_8, options: { fatal?: boolean; ignoreBOM?: boolean } = {}) {
    if (!LABELS.has(String(label).trim().toLowerCase())) {
      throw new RangeError(`The "${String(label)}" encoding is not supported on WASI: only utf-8 is`);
    }
    this.#fatal = Boolean(options.fatal);
    this.#ignoreBOM = Boolean(options.ignoreBOM);
    this.#decoder = new Utf8Decoder(this.#fatal);
  }

  get encoding(): string {
    return UTF_8;
  }

  get fatal(): boolean {
    return this.#fatal;
  }

  get ignoreBOM(): boolean {
    return this.#ignoreBOM;
  }

  /**
   * @param input the bytes; none counts as an empty piece
   * @param options.stream whether another piece follows
   * @throws TypeError on malformed input, when the decoder is fatal
   */
  decode(input?: ArrayBuffer | ArrayBufferView, options: { stream?: boolean } = {}): string {
    const more = Boolean(options.stream);
    let text: string;
    try {
      text = this.#decoder.decode(bytesOf(input), more);
    } catch (error) {
      this.#started = false;
      throw error;
    }
    if (!this.#started && text.length > 0) {
      this.#started = true;
      if (!this.#ignoreBOM && text.startsWith("\ufeff")) text = text.slice(1);
    }
    if (!more) this.#started = false;
    return text;
  }
}

function bytesOf(input: ArrayBuffer | ArrayBufferView | undefined): Uint8Array {
  if (input === undefined) return EMPTY;
  if (input instanceof Uint8Array) return input;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (isBuffer(input)) return new Uint8Array(input);
  throw new TypeError("TextDecoder.decode(input): input is neither an ArrayBuffer nor a view of one");
}

/** Some engines have no SharedArrayBuffer. */
function isBuffer(input: unknown): input is ArrayBufferLike {
  return input instanceof ArrayBuffer || (typeof SharedArrayBuffer === "function" && input instanceof SharedArrayBuffer);
}
