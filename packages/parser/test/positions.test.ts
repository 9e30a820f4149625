import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dump, parse, PySyntaxError, type Expr, type Located, type Node } from "../src/index.js";
import { nodesOf } from "./nodes-of.js";

/** Random expressions, written with random blanks, parentheses and line breaks. */
const { expression } = fc.letrec<{ expression: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    fc.constantFrom(
      "a",
      "bc",
      "é",
      "1",
      "2.5",
      "3j",
      "'s'",
      '"\u{1f600}"',
      "b'x'",
      "None",
      "...",
      "f'{a}'",
      "f'é{b!r:>{c}}d'",
      "'''m\nn'''",
    ),
    tie("expression").map((inner) => `(${inner})`),
    fc.array(tie("expression"), { maxLength: 3 }).map((items) => `[${items.join(" , ")}]`),
    fc.tuple(tie("expression"), tie("expression")).map(([key, value]) => `{${key}: ${value}}`),
    fc.tuple(tie("expression"), tie("expression")).map(([elt, iter]) => `[${elt}\n for x, y in (${iter}) if z]`),
    fc.tuple(tie("expression"), tie("expression")).map(([first, second]) => `f(${first}, k = ${second}, *c, **d)`),
  ),
  expression: fc.oneof(
    { maxDepth: 4 },
    tie("atom"),
    fc.tuple(tie("atom"), fc.constantFrom(" + ", "*", " << ", " | ", "**", "@"), tie("atom")).map((parts) => parts.join("")),
    fc.tuple(tie("atom"), fc.constantFrom(" < ", " not in ", " is not ", "=="), tie("atom")).map((parts) => parts.join("")),
    fc.tuple(tie("atom"), fc.constantFrom(" and ", " or "), tie("atom")).map((parts) => parts.join("")),
    fc.tuple(fc.constantFrom("-", "not ", "~ "), tie("atom")).map((parts) => parts.join("")),
    fc.tuple(tie("atom"), tie("atom"), tie("atom")).map(([body, test, orelse]) => `${body} if ${test} else ${orelse}`),
    fc.tuple(tie("atom"), tie("expression")).map(([value, slice]) => `(${value})[${slice} : 2]`),
    tie("atom").map((value) => `(${value}) . attr`),
    tie("expression").map((body) => `lambda p, * , q = 1: ${body}`),
  ),
}));

const source = fc.oneof(
  expression,
  fc.array(expression, { minLength: 1, maxLength: 3 }).map((all) => all.join("; ")),
);

/** The text of a node; columns are UTF-16 units, so `slice` cuts it out. */
function textOf(lines: readonly string[], { lineno, col_offset, end_lineno, end_col_offset }: Located): string {
  const [first = "", ...rest] = lines.slice(lineno - 1, end_lineno);
  if (rest.length === 0) return first.slice(col_offset, end_col_offset);
  return [first.slice(col_offset), ...rest.slice(0, -1), (rest.at(-1) ?? "").slice(0, end_col_offset)].join("\n");
}

const isLocated = (node: Node): node is Node & Located => "lineno" in node;
const wholeInItself: ReadonlySet<string> = new Set(["Name", "Call", "Attribute", "List", "Dict", "ListComp", "Lambda", "UnaryOp"]);

describe("positions", () => {
  test("cutting out the text of an expression and parsing it gives the expression", () => {
    fc.assert(
      fc.property(source, (text) => {
        const lines = text.split("\n");
        for (const node of nodesOf(parse(text))) {
          if (!wholeInItself.has(node.type) || !isLocated(node) || ("ctx" in node && node.ctx !== "Load")) continue;
          // In an f-string's specification a name may stand where a call could not; parentheses allow line breaks.
          const again = parse(`(${textOf(lines, node)})`, { mode: "eval" }).body;
          expect(dump(again)).toBe(dump(node as Expr));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a node lies inside its parent, and begins before it ends", () => {
    const before = (a: readonly [number, number], b: readonly [number, number]): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] <= b[1]);
    const start = (node: Located): readonly [number, number] => [node.lineno, node.col_offset];
    const end = (node: Located): readonly [number, number] => [node.end_lineno, node.end_col_offset];
    const check = (value: unknown, parent: Located): void => {
      if (Array.isArray(value)) for (const item of value) check(item, parent);
      if (typeof value !== "object" || value === null || !("type" in value)) return;
      const node = value as Node;
      const next = isLocated(node) ? node : parent;
      expect(before(start(next), end(next)), node.type).toBe(true);
      expect(before(start(parent), start(next)) && before(end(next), end(parent)), `${node.type} inside its parent`).toBe(true);
      for (const child of Object.values(node)) check(child, next);
    };
    fc.assert(
      fc.property(source, (text) => {
        for (const statement of parse(text).body) check(statement, statement);
      }),
      { numRuns: 300 },
    );
  });

  test("whatever the text, parse gives a tree or throws a PySyntaxError with a place inside the text", () => {
    const word = fc.constantFrom(
      ..."if else for in while def class return lambda not and or is with as try except finally match case type print import from".split(
        " ",
      ),
      ..."( ) [ ] { } : , ; . = == := + - * ** / @ ~ ! -> ... ' \" ''' f' f\" b' \\ # \n \n\t 0x 1e 08 1_ é € \u00a0 x y _".split(" "),
      "\n",
      "\n  ",
      "\n    ",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(" ");
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof PySyntaxError)) throw error;
          expect(error.lineno).toBeGreaterThanOrEqual(1);
          expect(error.lineno).toBeLessThanOrEqual(text.split("\n").length + 1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
