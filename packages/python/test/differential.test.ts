import { describe, expect, test } from "vitest";
import * as py from "../src/index.js";
import { casesOf, decode, outcome, replay } from "./differential.js";

const named = py as unknown as Record<string, py.Py>;

/** Differences as one text, so that a failure shows what differs and a success costs one assertion. */
function differences(cases: [string, string, string][]): string {
  const wrong = cases.filter(([, expected, got]) => expected !== got);
  return wrong
    .slice(0, 30)
    .map(([what, expected, got]) => `${what}\n  CPython: ${expected}\n  here:    ${got}`)
    .concat(wrong.length > 30 ? [`... ${wrong.length} differences`] : [])
    .join("\n");
}

/** Functions that the C library below the recorded CPython does not round correctly: its last bit is not asked for. */
const inexact = new Set(["acos", "cbrt", "cosh", "log10", "pow", "sinh", "tanh"].map((name) => `math:${name}`));

/** Whether two texts are floats that differ in the last bit or two. */
function areNeighbours(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x - y) <= Math.abs(x) * 2 ** -51;
}

describe("the same as CPython 3.13", () => {
  test("operators: every pair of operands", () => {
    const { pool, texts, ...tables } = casesOf("operators") as { pool: any[]; texts: string[] } & Record<string, number[][]>;
    const cases: [string, string, string][] = [];
    for (const [name, rows] of Object.entries<number[][]>(tables)) {
      rows.forEach((row, left) => {
        row.forEach((text, right) => {
          if (text < 0) return;
          const got = outcome(() => named[name](decode(pool[left]), decode(pool[right])));
          cases.push([`${name}(${JSON.stringify(pool[left])}, ${JSON.stringify(pool[right])})`, texts[text] ?? "", got]);
        });
      });
    }
    expect(cases.length).toBeGreaterThan(30_000);
    expect(differences(cases)).toBe("");
  });

  test.each(["numbers", "float-repr", "format", "percent", "str-format", "str", "containers", "builtins", "binding", "exceptions", "math"])(
    "%s",
    (file) => {
      const cases = (casesOf(file) as [string, any[], string, any][]).map(([kind, args, expected, keywords]): [string, string, string] => {
        const got = replay(kind, args, keywords);
        return [
          `${kind} ${JSON.stringify(args)}${keywords === undefined ? "" : ` ${JSON.stringify(keywords)}`}`,
          expected,
          inexact.has(kind) && areNeighbours(expected, got) ? expected : got,
        ];
      });
      expect(cases.length).toBeGreaterThan(0);
      expect(differences(cases)).toBe("");
    },
  );

  test("random: the same numbers from the same seed", () => {
    const cases: [string, string, string][] = [];
    for (const [, [seed, calls], expected] of casesOf("random") as [string, any[], string[]][]) {
      const generator = new py.random.Random(decode(seed));
      calls.forEach(([name, args, keywords]: [string, any[], any], index: number) => {
        const given = args.map(decode);
        const kw = Object.fromEntries([...decode(keywords).items()]) as Record<string, py.Py>;
        const got = outcome(() => {
          const result = py.invokeKw(generator, name, given, kw);
          return name === "shuffle" ? given[0] : result;
        });
        cases.push([`seed ${JSON.stringify(seed)}: ${index} ${name}(${JSON.stringify(args)})`, expected[index] ?? "", got]);
      });
    }
    expect(differences(cases)).toBe("");
  });
});
