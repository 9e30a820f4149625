import { describe, expect, test } from "vitest";
import { identifier, privateName, propertyName, pythonName } from "../src/names.js";

describe("identifier()", () => {
  test("keeps Python's names, also those that are words of TypeScript", () => {
    expect(["x", "type", "of", "async", "string", "größe"].map(identifier)).toEqual(["x", "type", "of", "async", "string", "größe"]);
  });
  test("marks words that JavaScript reserves", () => {
    expect(["new", "delete", "arguments", "await", "undefined"].map(identifier)).toEqual([
      "new$",
      "delete$",
      "arguments$",
      "await$",
      "undefined$",
    ]);
  });
});

describe("propertyName()", () => {
  test("marks what JavaScript's objects use themselves, and pythonName() takes the mark off", () => {
    expect(["then", "constructor", "name"].map(propertyName)).toEqual(["then$", "constructor$", "name"]);
    expect(["then$", "name"].map(pythonName)).toEqual(["then", "name"]);
  });
});

describe("privateName()", () => {
  test("puts the class in front, without its leading underscores", () => {
    expect(privateName("__x", "_Box")).toBe("_Box__x");
  });
  test("leaves special names, names outside of classes and classes of underscores alone", () => {
    expect([privateName("__init__", "C"), privateName("__x", undefined), privateName("__x", "__")]).toEqual(["__init__", "__x", "__x"]);
  });
});
