import { format, inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { encodeValues } from "../../page/encode-values.js";
import { decodeValues } from "../../src/launch/decode-values.js";
import type { EncodedValue } from "../../src/launch/encoded-value.js";
import { recordText } from "../../src/launch/record-text.js";

/** There and back, through JSON. */
const sent = (values: readonly unknown[]): EncodedValue[] => JSON.parse(JSON.stringify(encodeValues(values))) as EncodedValue[];

class Point {
  x = 1;
  #hidden = 2;
  get sum(): number {
    return this.x + this.#hidden;
  }
}
class List extends Array<number> {}
class Registry extends Map<string, number> {}
class Failure extends Error {
  override name = "Failure";
  readonly code = "ERR_FAILURE";
}
const circular: Record<string, unknown> = { name: "circle" };
circular["self"] = circular;
circular["list"] = [circular, { inner: circular }];
const failure = new Error("outer", { cause: new TypeError("inner") });
const tagged = Object.assign(new Point(), { [Symbol.toStringTag]: "Tagged" });

const VALUES: [string, unknown][] = [
  ["primitives", ["text", "it's", 1, -0, 0, Number.NaN, -Infinity, 10n, null, undefined, true, Symbol("s"), Symbol()]],
  ["many numbers", Array.from({ length: 30 }, (_, i) => i * i)],
  ["more numbers than are shown", Array.from({ length: 250 }, (_, i) => i)],
  ["long strings", ["a".repeat(100), "line\nbreak", "quote ' and \" and `"]],
  ["an array with holes and properties", Object.assign([1, , 3, ,], { extra: true })], // eslint-disable-line no-sparse-arrays -- holes are what is shown
  ["nested objects", { a: { b: { c: { d: 1 } } }, list: [[[[1]]]], "quoted-key": 1, [Symbol("key")]: 2 }],
  ["a long object", Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`key${i}`, `value ${i}`]))],
  ["classes and instances", [new Point(), Point, new List(1, 2, 3), new Registry([["k", 1]]), tagged]],
  [
    "functions",
    [
      function named() {},
      () => undefined,
      class {
        a = 1;
      },
      Object.assign(() => undefined, { extra: 1 }),
    ],
  ],
  ["collections", [new Map<unknown, unknown>([["k", { v: new Set([1, "two"]) }]]), new Set(), new Map()]],
  ["bytes", [new Uint8Array(3), new Float64Array([1.5, -0]), new BigInt64Array([1n])]],
  ["dates and patterns", [new Date(0), new Date(Number.NaN), /a+/giu]],
  ["no prototype", Object.assign(Object.create(null) as object, { a: 1 })],
  [
    "accessors",
    {
      get a() {
        return 1;
      },
      set b(_: number) {},
      get c() {
        return 1;
      },
      set c(_: number) {},
    },
  ],
  ["circles", circular],
  [
    "the same object twice",
    (() => {
      const one = { n: 1 };
      return [one, one, { one }];
    })(),
  ],
  ["errors", failure],
  ["an error of a class of one's own", new Failure("broken")],
  ["an error inside", { error: new RangeError("inside") }],
  ["promises and weak collections", [Promise.resolve(1).then(() => new Promise(() => {})), new WeakMap(), new WeakSet()]],
];

describe("decodeValues()", () => {
  test.each(VALUES)("gives values that Node shows as it shows the originals: %s", (_name, value) => {
    expect(inspect(decodeValues(sent([value]))[0])).toBe(inspect(value));
    expect(format(...decodeValues(sent([value, value])))).toBe(format(value, value));
  });

  test("goes as deep as a console is ever asked to, and no deeper", () => {
    let deep: unknown = "bottom";
    for (let i = 0; i < 10_000; i++) deep = { deep };
    expect(inspect(decodeValues(sent([deep]))[0], { depth: 6 })).toBe(inspect(deep, { depth: 6 }));
  });
});

describe("recordText()", () => {
  const log = (values: readonly unknown[], indentation = ""): string => recordText(["log", "stdout", indentation, sent(values)]);

  test("formats as console.log does", () => {
    const values = ["%s is %d%%, %i, %f, %j, %o %O %c", { a: 1 }, "42", "4.5", "1.5", [1], [2], { b: { c: {} } }, "color: red", "rest", 5];
    expect(log(values)).toBe(`${format(...values)}\n`);
    expect(log([])).toBe("\n");
  });

  test("indents every line of a group", () => {
    expect(log(["a\nb"], "  ")).toBe("  a\n  b\n");
  });

  test("draws tables", () => {
    const text = recordText(["table", "stdout", "", sent([[{ a: 1, b: "x" }, { a: 2 }]])]);
    expect(text.split("\n")[1]).toMatch(/\(index\).*a.*b/);
    expect(text).toMatch(/0.*1.*'x'/);
  });

  test("shows what was thrown, an error by its stack", () => {
    const error = new RangeError("boom");
    expect(recordText(["uncaught", "stderr", "", sent([error])])).toBe(`Uncaught ${error.stack ?? ""}\n`);
    expect(recordText(["uncaught", "stderr", "", sent([{ code: 5 }])])).toBe("Uncaught { code: 5 }\n");
  });

  test("passes text on as it is", () => {
    expect(recordText(["stderr", "as it is"])).toBe("as it is");
  });
});
