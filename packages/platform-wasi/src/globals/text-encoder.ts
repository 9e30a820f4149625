import { encodeUtf8, encodeUtf8Into } from "./utf8.js";

/**
 * The web's `TextEncoder`.
 *
 * @example
 * ```ts
 * new TextEncoder().encode("é"); // Uint8Array [ 195, 169 ]
 * ```
 */
export class TextEncoder {
  get encoding(): "utf-8" {
    return "utf-8";
  }

  encode(input = ""): Uint8Array<ArrayBuffer> {
    return encodeUtf8(String(input));
  }

  encodeInto(source: string, destination: Uint8Array): { read: number; written: number } {
    return encodeUtf8Into(String(source), destination);
  }
}
