import { describe, expect, it } from "vitest";
import { createCrypto } from "../../src/globals/crypto.js";
import { createMathRandom } from "../../src/globals/math-random.js";

describe("createMathRandom()", () => {
  it("gives the same numbers for the same seed and others for another", () => {
    const sequence = (last: number): number[] => {
      const random = createMathRandom(Uint8Array.from({ length: 16 }, (_unused, i) => (i === 15 ? last : i)));
      return Array.from({ length: 5 }, random);
    };
    expect(sequence(1)).toEqual(sequence(1));
    expect(sequence(1)).not.toEqual(sequence(3));
  });

  it("is xoshiro128**: the first outputs of the state 1, 2, 3, 5 are those of the definition", () => {
    // 11520 and 0 come from the recurrence by hand: rotl(2 * 5, 7) * 9, then b = 2 ^ 3 ^ 1 = 0.
    const state = new Uint8Array(16);
    [1, 2, 3, 5].forEach((word, i) => (state[i * 4 + 3] = word));
    const first = createMathRandom(state)();
    expect(first).toBe(((11_520 >>> 5) * 0x4000000 + (0 >>> 6)) / 0x20000000000000);
  });

  it("spreads evenly over [0, 1), from a seed of zeros too", () => {
    const random = createMathRandom(new Uint8Array(16));
    const buckets = new Array<number>(10).fill(0);
    for (let i = 0; i < 20_000; i++) {
      const value = random();
      expect(value >= 0 && value < 1).toBe(true);
      const bucket = Math.floor(value * 10);
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
    }
    for (const count of buckets) expect(Math.abs(count - 2_000)).toBeLessThan(250);
  });
});

describe("createCrypto()", () => {
  const crypto = createCrypto((length) => Uint8Array.from({ length }, (_unused, i) => i + 1));

  it("getRandomValues() fills just the view it is given", () => {
    const bytes = new Uint8Array(8);
    expect(crypto.getRandomValues(new Uint16Array(bytes.buffer, 2, 2)).length).toBe(2);
    expect([...bytes]).toEqual([0, 0, 1, 2, 3, 4, 0, 0]);
  });

  it("getRandomValues() refuses floats, other things and more than 65536 bytes", () => {
    expect(() => crypto.getRandomValues(new Float64Array(1))).toThrow(expect.objectContaining({ name: "TypeMismatchError" }) as Error);
    expect(() => crypto.getRandomValues([] as never)).toThrow(expect.objectContaining({ name: "TypeMismatchError" }) as Error);
    expect(() => crypto.getRandomValues(new Uint8Array(65_537))).toThrow(expect.objectContaining({ name: "QuotaExceededError" }) as Error);
  });

  it("randomUUID() is a version 4 UUID of the given bytes", () => {
    expect(crypto.randomUUID()).toBe("01020304-0506-4708-890a-0b0c0d0e0f10");
  });
});
