import { describe, expect, test } from "vitest";
import { readRules, type Alternative, type Piece } from "../src/diagnosis/grammar-text.js";
import { rules } from "../src/diagnosis/rules.js";
import { keywords, operators } from "../src/token-kinds.js";

const grammar = readRules(rules);
const classes = new Set("NAME NUMBER STRING NEWLINE INDENT DEDENT END FSTART FMIDDLE FEND AUGMENTED NOTEQUAL SOFT".split(" "));

function pieces(alternatives: readonly Alternative[]): Piece[] {
  const inside = (piece: Piece): Piece[] => {
    if (piece.type === "choice") return pieces(piece.alternatives);
    return piece.type === "repeat" || piece.type === "look" ? [piece, ...inside(piece.piece)] : [piece];
  };
  return alternatives.flatMap(({ parts }) => parts.flatMap(({ piece }) => inside(piece)));
}

describe("readRules", () => {
  test("reads every part of the notation", () => {
    const [rule] = readRules(`a!: x='+' (B | "c")* d% !e -> T => at(x) it is {x}, isn't it? | &&':' ~ f?\n`).values();
    expect(rule).toMatchObject({
      name: "a",
      shared: true,
      alternatives: [
        {
          parts: [
            { label: "x", piece: { type: "token", text: "+" } },
            { label: undefined, piece: { type: "repeat", kind: "*", piece: { type: "choice" } } },
            { piece: { type: "repeat", kind: "%", piece: { type: "name", name: "d" } } },
            { piece: { type: "look", positive: false, piece: { type: "name", name: "e" } } },
          ],
          node: "T",
          mistake: { place: "at", labels: ["x"], text: "it is {x}, isn't it? | &&':' ~ f?" },
        },
      ],
    });
  });

  test("the rules name only rules, tokens and labels that exist, and all rules are reachable", () => {
    const used = new Set(["file", "interactive", "eval"]);
    for (const { name, alternatives } of grammar.values()) {
      for (const piece of pieces(alternatives)) {
        if (piece.type === "name") {
          expect(grammar.has(piece.name) || classes.has(piece.name), `${name}: ${piece.name}`).toBe(true);
          used.add(piece.name);
        } else if (piece.type === "token" || piece.type === "forced") {
          expect(operators.has(piece.text) || keywords.has(piece.text), `${name}: '${piece.text}'`).toBe(true);
        }
      }
      for (const { parts, mistake } of alternatives) {
        for (const label of mistake?.labels ?? [])
          expect(
            parts.some((part) => part.label === label),
            `${name}: ${label}`,
          ).toBe(true);
      }
    }
    expect([...grammar.keys()].filter((name) => !used.has(name))).toEqual([]);
  });
});
