import { describe, expect, it } from "vitest";
import { structuredClone as guestClone } from "../../src/globals/structured-clone.js";

const shared = { n: 1 };
const SAMPLES: Readonly<Record<string, unknown>> = {
  primitives: [1, "a", true, null, undefined, 10n, -0, Number.NaN],
  objects: { a: { b: { c: [1, { d: 2 }] } }, shared: [shared, shared] },
  holes: Object.assign([1, 2, 3], { length: 5, extra: 1 }),
  dates: [new Date(5), new Date(Number.NaN)],
  "regular expressions": [/a+/giu],
  maps: new Map<unknown, unknown>([
    [{ k: 1 }, new Set([1, { x: 1 }])],
    ["s", shared],
  ]),
  buffers: [new ArrayBuffer(3), Uint8Array.of(1, 2, 3).subarray(1), new DataView(new ArrayBuffer(4), 1, 2)],
  boxes: [Object(1), Object("s"), Object(true), Object(2n)],
  errors: [new TypeError("t", { cause: new Error("c") }), new Error("plain")],
};

describe("structuredClone()", () => {
  it.each(Object.entries(SAMPLES))("clones %s as the host's own", (_name, sample) => {
    const clone = guestClone(sample);
    expect(clone).toEqual(structuredClone(sample));
    expect(clone).toEqual(sample);
    expect(clone).not.toBe(sample);
  });

  it("keeps cycles and identity", () => {
    const value: { self?: unknown; list: unknown[] } = { list: [shared, shared] };
    value.self = value;
    const clone = guestClone(value);
    expect(clone.self).toBe(clone);
    expect(clone.list[0]).toBe(clone.list[1]);
    expect(clone.list[0]).not.toBe(shared);
  });

  it("keeps two views of one buffer on one buffer", () => {
    const buffer = new ArrayBuffer(4);
    const [first, second] = guestClone([new Uint8Array(buffer), new Uint8Array(buffer, 2)]) as [Uint8Array, Uint8Array];
    expect(first.buffer).toBe(second.buffer);
    expect(second.byteOffset).toBe(2);
  });

  it("keeps the order of keys and of entries", () => {
    expect(Object.keys(guestClone({ b: 1, a: { z: 1 }, c: 2 }))).toEqual(["b", "a", "c"]);
    expect([...guestClone(new Set(["b", "a"]))]).toEqual(["b", "a"]);
    expect([
      ...guestClone(
        new Map([
          [{ k: 1 }, { deep: [1] }],
          [{ k: 2 }, { deep: [2] }],
        ]),
      ).keys(),
    ]).toEqual([{ k: 1 }, { k: 2 }]);
  });

  it("takes 10,000 levels", () => {
    let value: { inner?: unknown } = {};
    for (let i = 0; i < 10_000; i++) value = { inner: value };
    let depth = 0;
    for (let at = guestClone(value); at.inner !== undefined; at = at.inner as { inner?: unknown }) depth++;
    expect(depth).toBe(10_000);
  });

  it.each([
    ["a function", () => 1],
    ["a symbol", Symbol("s")],
    ["a promise", Promise.resolve()],
    ["a weak map", new WeakMap()],
  ])("refuses %s with a DataCloneError", (_name, value) => {
    expect(() => guestClone({ value })).toThrow(expect.objectContaining({ name: "DataCloneError" }) as Error);
  });

  it("refuses a transfer list", () => {
    expect(() => guestClone(1, { transfer: [new ArrayBuffer(1)] })).toThrow(/transfer/);
  });
});
