import { format as nodeFormat } from "node:util";
import { describe, expect, it } from "vitest";
import { format } from "../../src/globals/format.js";

class Named {
  toString(): string {
    return "named";
  }
}

const CALLS: readonly (readonly unknown[])[] = [
  [],
  ["%s is %d", "a", 3],
  ["%s", { a: 1 }],
  ["%s", new Named()],
  ["%s", [1, [2, [3]]]],
  ["%s", null],
  ["%s", undefined],
  ["%s", -0],
  ["%s", 10n],
  ["%s", () => 1],
  ["%s", Symbol("a")],
  ["%s", new Date(0)],
  ["%d", "12"],
  ["%d", 10n],
  ["%d", {}],
  ["%d", ""],
  ["%i", 3.7],
  ["%i", "a"],
  ["%f", "1.5x"],
  ["%j", { a: 1 }],
  ["%o", { a: { b: 1 } }],
  ["%O", { a: { b: 1 } }],
  ["%%", "x"],
  ["%c red", "color: red"],
  ["%s"],
  ["%s %s", "a"],
  ["%x", "y"],
  ["100%", "x"],
  ["a", "b", { c: 1 }],
  [1, "a"],
  [{ a: 1 }, "x", [1]],
];

describe("format()", () => {
  it.each(CALLS.map((call, index) => [index, call] as const))("formats call %i as Node does", (_index, call) => {
    expect(format(call)).toBe(nodeFormat(...call));
  });

  it("says [Circular] for what has no JSON", () => {
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(format(["%j", circular])).toBe(nodeFormat("%j", circular));
  });
});
