const MASK = (1n << 64n) - 1n;

/** The first `count` primes. */
function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 64 bits of the fraction of a root of an integer. */
function fraction(value: number, root: 2 | 3): bigint {
  const scaled = BigInt(value) << BigInt(64 * root);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(root) <= scaled) low = middle;
    else high = middle;
  }
  return low & MASK;
}

function rotate(x: bigint, by: bigint): bigint {
  return ((x >> by) | (x << (64n - by))) & MASK;
}

/** SHA-512 (FIPS 180-4): CPython seeds `random` with it from strings. */
export function sha512(message: Uint8Array): Uint8Array {
  const constants = primes(80).map((prime) => fraction(prime, 3));
  let state = primes(8).map((prime) => fraction(prime, 2));
  const length = message.length;
  const padded = new Uint8Array(Math.ceil((length + 17) / 128) * 128);
  padded.set(message);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(length) * 8n);
  for (let block = 0; block < padded.length; block += 128) {
    const words: bigint[] = [];
    for (let i = 0; i < 16; i++) words.push(view.getBigUint64(block + i * 8));
    for (let i = 16; i < 80; i++) {
      const x = words[i - 15] ?? 0n;
      const y = words[i - 2] ?? 0n;
      const s0 = rotate(x, 1n) ^ rotate(x, 8n) ^ (x >> 7n);
      const s1 = rotate(y, 19n) ^ rotate(y, 61n) ^ (y >> 6n);
      words.push(((words[i - 16] ?? 0n) + s0 + (words[i - 7] ?? 0n) + s1) & MASK);
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (let i = 0; i < 80; i++) {
      const s1 = rotate(e, 14n) ^ rotate(e, 18n) ^ rotate(e, 41n);
      const t1 = (h + s1 + ((e & f) ^ (~e & MASK & g)) + (constants[i] ?? 0n) + (words[i] ?? 0n)) & MASK;
      const s0 = rotate(a, 28n) ^ rotate(a, 34n) ^ rotate(a, 39n);
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) & MASK;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK, c, b, a, (t1 + t2) & MASK];
    }
    state = [a, b, c, d, e, f, g, h].map((value, i) => (value + (state[i] ?? 0n)) & MASK);
  }
  const digest = new Uint8Array(64);
  const out = new DataView(digest.buffer);
  state.forEach((value, i) => out.setBigUint64(i * 8, value));
  return digest;
}
