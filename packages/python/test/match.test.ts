import { classDef, D, matchClass, matchMapping, matchSequence, PyObject, range, repr, str, T, type Py } from "@portalis/python";
import { describe, expect, test } from "vitest";

class Point extends PyObject {
  static __match_args__: Py = T("x", "y");
  declare x: Py;
  override __init__(x: Py): null {
    this.x = x;
    return null;
  }
}
classDef(Point, "Point", { __match_args__: "attribute", __init__: "(x)" });

describe("matchSequence()", () => {
  test("takes lists, tuples and ranges of the right length", () => {
    expect(matchSequence([1, 2], 2)).toEqual([1, 2]);
    expect(matchSequence(range(3), 1, true)).toEqual([0, 1, 2]);
    expect(matchSequence(T(1), 2)).toBeUndefined();
    expect(matchSequence([1, 2, 3], 2)).toBeUndefined();
  });
  test("never takes a str", () => {
    expect(matchSequence("ab", 2)).toBeUndefined();
  });
});

describe("matchMapping()", () => {
  test("gives the values of the keys and what is left", () => {
    expect(repr(matchMapping(D(["x", 1], ["y", 2]), ["x"], true))).toBe("[1, {'y': 2}]");
    expect(matchMapping(D(["x", 1]), ["z"])).toBeUndefined();
    expect(matchMapping([1], [])).toBeUndefined();
  });
});

describe("matchClass()", () => {
  test("looks attributes up by __match_args__ and by name", () => {
    expect(matchClass(new Point(5), Point, 1, [])).toEqual([5]);
    expect(matchClass(new Point(5), Point, 0, ["y"])).toBeUndefined();
    expect(matchClass("s", str, 1, [])).toEqual(["s"]);
  });
  test("refuses more positional sub-patterns than the class takes", () => {
    expect(() => matchClass(new Point(5), Point, 3, [])).toThrow("Point() accepts 2 positional sub-patterns (3 given)");
  });
});
