import { describe, expect, test } from "vitest";
import { decodeByteEscapes, decodeEscapes, EscapeProblem } from "../src/escapes.js";

const problem = (result: unknown): string => (result instanceof EscapeProblem ? result.message : "no problem");

describe("decodeEscapes", () => {
  test.each([
    ["plain", "plain"],
    [String.raw`\n\t\r\\\'\"\a\b\f\v`, "\n\t\r\\'\"\x07\b\f\v"],
    [String.raw`\0\12\1234`, "\0\nS4"],
    [String.raw`\777`, "\u01ff"],
    [String.raw`\x41\u00e9\U0001F600`, "Aé\u{1f600}"],
    ["a\\\nb", "ab"],
    [String.raw`\q\ \d`, String.raw`\q\ \d`],
    [String.raw`\N{bullet}\N{LATIN SMALL LETTER E WITH ACUTE}\N{GREEK CAPITAL LETTER OMEGA}`, "•éΩ"],
    [String.raw`\\n`, String.raw`\n`],
  ])("%s", (text, expected) => {
    expect(decodeEscapes(text, undefined)).toBe(expected);
  });

  test("unknown names come from the caller", () => {
    expect(decodeEscapes(String.raw`\N{PILE OF POO}`, (name) => (name === "PILE OF POO" ? "\u{1f4a9}" : undefined))).toBe("\u{1f4a9}");
    expect(problem(decodeEscapes(String.raw`\N{PILE OF POO}`, undefined))).toContain("position 0-14: unknown Unicode character name");
  });

  test("positions in problems count a character beyond ASCII as ten bytes", () => {
    expect(problem(decodeEscapes(String.raw`é\x1`, undefined))).toBe(
      String.raw`(unicode error) 'unicodeescape' codec can't decode bytes in position 10-12: truncated \xXX escape`,
    );
    expect(problem(decodeEscapes(String.raw`\U00110000`, undefined))).toContain("illegal Unicode character");
  });
});

describe("decodeByteEscapes", () => {
  test("escapes are bytes, unknown ones stay", () => {
    expect([...(decodeByteEscapes(String.raw`a\x00\xff\101\q\n`, false) as Uint8Array)]).toEqual([97, 0, 255, 65, 92, 113, 10]);
    expect([...(decodeByteEscapes(String.raw`\x00`, true) as Uint8Array)]).toEqual([92, 120, 48, 48]);
    expect(problem(decodeByteEscapes(String.raw`a\xg`, false))).toBe(String.raw`(value error) invalid \x escape at position 1`);
  });
});
