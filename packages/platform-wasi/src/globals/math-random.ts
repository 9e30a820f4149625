/**
 * Makes a `Math.random` from 16 random bytes: xoshiro128** (Blackman and Vigna, 2018), 53 bits of two outputs for each
 * number. It is needed because the engine's own generator is frozen into the component when it is built and gives every
 * run the same numbers.
 *
 * @param seed at least 16 bytes; all zero is mended, since that state never moves
 */
export function createMathRandom(seed: Uint8Array): () => number {
  const view = new DataView(seed.buffer, seed.byteOffset, 16);
  let a = view.getUint32(0);
  let b = view.getUint32(4);
  let c = view.getUint32(8);
  let d = view.getUint32(12) | 1;
  const next = (): number => {
    const scrambled = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return scrambled;
  };
  return () => ((next() >>> 5) * 0x4000000 + (next() >>> 6)) / 0x20000000000000;
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
