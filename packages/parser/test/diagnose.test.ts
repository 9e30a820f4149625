import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { buildSymbolTable, parse, PySyntaxError } from "../src/index.js";

interface Recorded {
  readonly source: string;
  readonly stage: "parse" | "compile" | null;
  /** Why the parser differs from CPython. */
  readonly known?: string;
  readonly kind?: string;
  readonly message?: string;
  readonly lineno?: number | null;
  readonly offset?: number | null;
  readonly end_lineno?: number | null;
  readonly end_offset?: number | null;
}

const recorded = JSON.parse(readFileSync(new URL("errors.json", import.meta.url), "utf8")) as readonly Recorded[];

function verdict(source: string): Omit<Recorded, "source" | "known"> {
  let stage: Recorded["stage"] = "parse";
  try {
    const tree = parse(source);
    stage = "compile";
    buildSymbolTable(tree, { source });
    return { stage: null };
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    const { kind, message, lineno, offset, end_lineno, end_offset } = error;
    return { stage, kind, message, lineno, offset, end_lineno, end_offset };
  }
}

/** CPython has None where we have 0. */
function expectation({ source: _, known: __, ...rest }: Recorded): Omit<Recorded, "source" | "known"> {
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, value === null && key !== "stage" ? 0 : value])) as never;
}

const ordinary = recorded.filter(({ known }) => known === undefined);
const known = recorded.filter((entry) => entry.known !== undefined);

describe("diagnose reports what CPython reports: kind, message and place", () => {
  test("there are snippets enough, of parse errors, of compile errors and of valid code", () => {
    const count = (stage: Recorded["stage"]): number => recorded.filter((entry) => entry.stage === stage).length;
    expect(count("parse")).toBeGreaterThan(500);
    expect(count("compile")).toBeGreaterThan(50);
    expect(count(null)).toBeGreaterThan(3);
  });

  test.each(ordinary.map((entry) => [JSON.stringify(entry.source).slice(0, 80), entry] as const))("%s", (_, entry) => {
    expect(verdict(entry.source)).toEqual(expectation(entry));
  });

  test.each(known.map((entry) => [JSON.stringify(entry.source), entry] as const))("known difference, still there: %s", (_, entry) => {
    expect(verdict(entry.source)).not.toEqual(expectation(entry));
  });
});

describe("diagnose, what is not in the recording", () => {
  test("the error names the file and has the line's text", () => {
    let error: unknown;
    try {
      parse("x = 1\ny = = 2\n", { filename: "a.py" });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({ filename: "a.py", text: "y = = 2", code: "PY_SYNTAX_ERROR", name: "SyntaxError", lineno: 2, offset: 5 });
  });

  test("a mistake far down in a long file is found quickly", () => {
    const source = `${"x = f(a, b)[0] + {1: 2}\n".repeat(20_000)}y = (1 2)\n`;
    expect(() => parse(source)).toThrow("invalid syntax. Perhaps you forgot a comma?");
  });

  test("modes eval and single have their own starting rules", () => {
    expect(() => parse("a b", { mode: "eval" })).toThrow("invalid syntax");
    expect(() => parse("(a b)", { mode: "eval" })).toThrow("Perhaps you forgot a comma?");
    expect(() => parse("if a:\nb", { mode: "single" })).toThrow("expected an indented block after 'if' statement on line 1");
  });
});
