import { exitCodeOf, formatDiagnostics, translate } from "@portalis/translator";
import { describe, expect, test } from "vitest";

function refusals(source: string): string {
  return formatDiagnostics(translate(source, { filename: "x.py" }).diagnostics, source, "x.py");
}

describe("formatDiagnostics()", () => {
  test("gives place, reason, caret line and hint", () => {
    expect(refusals("import sys\nprint(eval('1'))\n")).toBe(
      [
        "x.py:2:7: error: unsupported: the built-in name 'eval' [PY2TS2005]",
        "    print(eval('1'))",
        "          ^^^^",
        "  try: text cannot become code in a translated program",
        "",
      ].join("\n"),
    );
  });

  test("shows twenty and says how many more there are", () => {
    const text = refusals("eval\n".repeat(25));
    expect(text.match(/unsupported/g)).toHaveLength(20);
    expect(text).toContain("and 5 more");
  });

  test("keeps the caret under the span of a line that is cut", () => {
    const [, frame = "", caret = ""] = refusals(`x = [${"1, ".repeat(100)}eval]\n`).split("\n");
    expect(frame.slice(caret.indexOf("^"), caret.lastIndexOf("^") + 1)).toBe("eval");
    expect(frame.length).toBeLessThanOrEqual(124);
  });

  test("prints no control and no bidirectional characters", () => {
    const text = refusals('x = "\u001b[31m\u202e" + eval\n');
    expect(["\u001b", "\u202e"].filter((character) => text.includes(character))).toEqual([]);
  });
});

describe("exitCodeOf()", () => {
  test("is 0, 1 for a syntax error, 3 for a refusal", () => {
    expect(["x = 1\n", "x = (\n", "eval\n"].map((source) => exitCodeOf(translate(source).diagnostics))).toEqual([0, 1, 3]);
  });
});
