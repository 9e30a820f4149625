import { domException } from "./dom-exception.js";

/** Where bytes come from that nobody can guess: `wasi:random/random`. */
export type RandomSource = (length: number) => Uint8Array;

/** The part of the web's `crypto` that WASI can give. */
export interface Crypto {
  /**
   * Fills `array` with unguessable bytes and gives it back.
   *
   * @throws DOMException `TypeMismatchError` when it is no view of integers, `QuotaExceededError` beyond 65536 bytes
   */
  getRandomValues<T extends ArrayBufferView>(array: T): T;
  /** A random UUID, version 4. */
  randomUUID(): string;
}

/** Makes `crypto` on `source`. */
export function createCrypto(source: RandomSource): Crypto {
  const getRandomValues = <T extends ArrayBufferView>(array: T): T => {
    if (!ArrayBuffer.isView(array) || /^(Float|DataView)/.test(array.constructor.name)) {
      throw domException("crypto.getRandomValues(array): array must be a typed array of integers", "TypeMismatchError");
    }
    if (array.byteLength > 65_536) {
      throw domException(
        `crypto.getRandomValues(array): ${array.byteLength} bytes asked for, at most 65536 at a time are given`,
        "QuotaExceededError",
      );
    }
    new Uint8Array(array.buffer, array.byteOffset, array.byteLength).set(source(array.byteLength));
    return array;
  };
  const randomUUID = (): string => {
    const bytes = getRandomValues(new Uint8Array(16));
    bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
    bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  };
  return { getRandomValues, randomUUID };
}
