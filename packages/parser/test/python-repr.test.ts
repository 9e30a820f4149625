import { describe, expect, test } from "vitest";
import { bytesRepr, floatRepr, stringRepr } from "../src/python-repr.js";

describe("python-repr prints what CPython's repr prints", () => {
  test.each([
    [1, "1.0"],
    [0.1, "0.1"],
    [1e16, "1e+16"],
    [123456789012345680, "1.2345678901234568e+17"],
    [9999999999999998, "9999999999999998.0"],
    [0.0001, "0.0001"],
    [0.00012345, "0.00012345"],
    [0.00001, "1e-05"],
    [5e-324, "5e-324"],
    [Infinity, "inf"],
  ])("floatRepr(%d)", (value, expected) => {
    expect(floatRepr(value)).toBe(expected);
  });

  test.each([
    ["a", "'a'"],
    ["it's", `"it's"`],
    [`'"`, `'\\'"'`],
    ["\n\t\\\x7f", "'\\n\\t\\\\\\x7f'"],
    ["é€\u{1f600}", "'é€\u{1f600}'"],
    ["\u00a0\u200b\ud800", "'\\xa0\\u200b\\ud800'"],
  ])("stringRepr(%j)", (text, expected) => {
    expect(stringRepr(text)).toBe(expected);
  });

  test("bytesRepr", () => {
    expect(bytesRepr(Uint8Array.of(97, 0, 255, 39, 10))).toBe(`b"a\\x00\\xff'\\n"`);
  });
});
