import { D, S, T } from "@portalis/python";
import { expect, test } from "vitest";
import { shortRepr } from "../src/short-repr.js";

// Recorded from CPython's reprlib.repr.
const cases: readonly [unknown, string][] = [
  [[0, 1, 2, 3, 4, 5, 6, 7], "[0, 1, 2, 3, 4, 5, ...]"],
  [[], "[]"],
  [T(1), "(1,)"],
  [T(1, 2), "(1, 2)"],
  [D([3, 4], [1, 2], [9, 9], [5, 6], [7, 8]), "{1: 2, 3: 4, 5: 6, 7: 8, ...}"],
  [S(3, 1, 2), "{1, 2, 3}"],
  ["x".repeat(50), "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"],
  ["short", "'short'"],
  [2n ** 200n, "160693804425899027...2993782792835301376"],
  [[[[[[[[1]]]]]]], "[[[[[[[...]]]]]]]"],
  [D(["b", 1], ["a", 2]), "{'a': 2, 'b': 1}"],
  [D([3, 1], ["a", 2]), "{3: 1, 'a': 2}"],
  [null, "None"],
];

for (const [value, text] of cases) {
  test(`shortRepr: ${text}`, () => {
    expect(shortRepr(value)).toBe(text);
  });
}
