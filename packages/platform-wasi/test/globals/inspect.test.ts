// Classes of every kind are shown here.
/* eslint "@typescript-eslint/class-literal-property-style": "off", "@typescript-eslint/no-extraneous-class": "off" */
import { inspect as nodeInspect } from "node:util";
import { describe, expect, it } from "vitest";
import { inspect } from "../../src/globals/inspect.js";

class Point {
  x = 1;
  y = -0;
}
class Sub extends Point {
  get z(): number {
    return 1;
  }
}
class Tagged {
  get [Symbol.toStringTag](): string {
    return "tag";
  }
}
class Words extends Map<string, number> {}

const circular: Record<string, unknown> = { a: 1 };
circular["self"] = circular;
circular["list"] = [circular, { circular }];

const SAMPLES: Readonly<Record<string, unknown>> = {
  numbers: [1, -0, 1.5, Number.NaN, Infinity, 10n],
  strings: ["a", "it's", `it's "x"`, "`'\"", "\n\t\u0001\u007f", "\ud800 lone", "é😀"],
  nothing: [undefined, null, true],
  symbols: [Symbol("x"), Symbol.iterator, Symbol()],
  empty: [[], {}, new Map(), new Set()],
  nested: { a: 1, b: "x", c: [1, 2, { d: { e: { f: 1 } } }] },
  deepEmpty: { a: { b: { c: {} } }, d: { e: { f: [] } } },
  classes: [new Point(), new Sub(), new Tagged(), new Words([["a", 1]])],
  nullPrototype: [Object.create(null), Object.assign(Object.create(null) as object, { a: 1 })],
  circular,
  columns: Array.from({ length: 10 }, (_unused, i) => i + 1),
  manyColumns: Array.from({ length: 120 }, (_unused, i) => i * 3),
  words: Array.from({ length: 30 }, (_unused, i) => `item${i}`),
  uneven: Array.from({ length: 8 }, (_unused, i) => "x".repeat(i * 7)),
  objectsInRows: Array.from({ length: 26 }, (_unused, i) => ({ id: i })),
  holes: [new Array(5), Object.assign([1, 2, 3], { length: 5 })],
  bytes: [new Uint8Array(3), new Uint8Array(200), new Float64Array([1.5, 2])],
  buffers: [new ArrayBuffer(4), new ArrayBuffer(60), new DataView(new ArrayBuffer(2))],
  dates: [new Date(0), /a+/giu],
  functions: [() => 1, function named() {}, class A {}, class B extends Point {}, Object.assign(() => 1, { a: 1 })],
  generators: [function* generator() {}, (function* () {})()],
  boxes: [Object(3), Object("ab"), Object(false), Object(1n), Object(Symbol("q"))],
  keys: { [Symbol("k")]: 1, "a-b": 2, 1: 3, "": 4, é: 5, [Symbol("hidden")]: undefined },
  accessors: {
    get a(): number {
      return 1;
    },
    set b(_value: number) {},
    get c(): number {
      return 1;
    },
    set c(_value: number) {},
  },
  weak: [new WeakMap(), new WeakSet()],
  long: { name: "a long name which goes on", value: "another long value which goes on", third: "xxxxxxxxxxxxxxxxx" },
  lines: { a: "line1\nline2 which is long enough to be wrapped by the limit of the width of a line\nline3" },
  cut: ["x".repeat(10_005)],
  maps: new Map<unknown, unknown>([
    [1, { a: 2 }],
    [{ a: 1 }, new Set([1])],
  ]),
  extraKeys: Object.assign([1, 2, 3, 4, 5, 6, 7, 8], { x: 1 }),
  namespaces: [Math, JSON],
};

describe("inspect()", () => {
  it.each(Object.entries(SAMPLES))("prints %s as Node does", (_name, sample) => {
    expect(inspect(sample)).toBe(nodeInspect(sample));
    if (Array.isArray(sample)) for (const member of sample) expect(inspect(member)).toBe(nodeInspect(member));
  });

  it("prints 3000 random values as Node does", () => {
    let state = 1;
    const below = (limit: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((state / 2 ** 32) * limit);
    };
    const random = (depth: number): unknown => {
      switch (below(depth > 0 ? 11 : 6)) {
        case 0:
          return below(100_000) - 500;
        case 1:
          return "w".repeat(below(12)) + String(below(9));
        case 2:
          return below(1_000) / 7;
        case 3:
          return below(2) === 0 ? true : null;
        case 4:
          return "y".repeat(below(100));
        case 5:
          return BigInt(below(10));
        case 6:
        case 7:
          return Array.from({ length: below(20) }, () => random(depth - 1));
        case 8:
          return new Map(Array.from({ length: below(4) }, (_unused, i) => [i, random(depth - 1)]));
        case 9:
          return new Set(Array.from({ length: below(9) }, () => random(depth - 1)));
        default:
          return Object.fromEntries(
            Array.from({ length: below(6) }, (_unused, i) => ["k".repeat(below(8) + 1) + String(i), random(depth - 1)]),
          );
      }
    };
    for (let i = 0; i < 3_000; i++) {
      const value = random(4);
      expect(inspect(value)).toBe(nodeInspect(value));
    }
  });

  it("shows as many levels as it is asked for", () => {
    const deep = { a: { b: { c: { d: { e: 1 } } } } };
    expect(inspect(deep, { depth: null })).toBe(nodeInspect(deep, { depth: null }));
    expect(inspect(deep, { depth: 0 })).toBe(nodeInspect(deep, { depth: 0 }));
  });

  it("lets an object print itself through nodejs.util.inspect.custom", () => {
    const value = { [Symbol.for("nodejs.util.inspect.custom")]: () => "Custom<1>" };
    expect(inspect([value])).toBe("[ Custom<1> ]");
  });

  it("shows an error with its stack, its cause and its own properties", () => {
    const error = Object.assign(new TypeError("outer", { cause: new Error("inner") }), { code: "E1" });
    const text = inspect(error);
    expect(text).toContain("TypeError: outer\n    at ");
    expect(text).toContain("code: 'E1'");
    expect(text).toContain("[cause]: Error: inner\n      at ");
  });

  it("puts the title in front of a stack that lacks it, as the component's engine makes them", () => {
    const error = new RangeError("no title");
    error.stack = "    at f (program.js:1:2)\n    at g (program.js:3:4)\n";
    expect(inspect(error)).toBe("RangeError: no title\n    at f (program.js:1:2)\n    at g (program.js:3:4)");
  });
});
