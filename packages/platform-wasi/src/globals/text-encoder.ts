import { encodeUtf8, encodeUtf8Into, UTF_8 } from "./utf8.js";

/**
 * The web's `TextEncoder`.
 *
 * @example
 * ```ts
 * new TextEncoder().encode("é"); // Uint8Array [ 195, 169 ]
 * ```
 */
export class TextEncoder {
  get encoding(): string {
    return UTF_8;
  }

  encode(input: unknown = ""): Uint8Array<ArrayBuffer> {
    return encodeUtf8(String(input));
  }

  encodeInto(source: unknown, destination: Uint8Array): { read: number; written: number } {
    return encodeUtf8Into(String(source), destination);
  }
}
