import { describe, expect, test } from "vitest";
import { tokenize } from "../src/lexer.js";
import * as kinds from "../src/token-kinds.js";

const nameOf = new Map(Object.entries(kinds).flatMap(([name, kind]) => (typeof kind === "number" ? [[kind, name] as const] : [])));

/** Tokens as `KIND text`, layout as `KIND` alone. */
function tokens(source: string): string[] {
  const stream = tokenize(source);
  return Array.from({ length: stream.count }, (_, index) => `${nameOf.get(stream.kindAt(index)) ?? "?"} ${stream.textAt(index)}`.trim());
}

describe("tokenize", () => {
  test("names, keywords, numbers, strings, operators", () => {
    expect(tokens("if x1 is not 0x_F: y **= rb'a' -> ...\n")).toEqual([
      "K_IF if",
      "NAME x1",
      "K_IS is",
      "K_NOT not",
      "NUMBER 0x_F",
      "COLON :",
      "NAME y",
      "DOUBLE_STAR_EQUAL **=",
      "STRING rb'a'",
      "ARROW ->",
      "ELLIPSIS ...",
      "NEWLINE",
      "END",
    ]);
  });

  test("indentation: blank lines and comments do not count, the end closes all blocks", () => {
    expect(tokens("if a:\n\n  # c\n  b\n    # d\n  if c:\n    d\n")).toEqual(
      [
        "K_IF if",
        "NAME a",
        "COLON :",
        "NEWLINE",
        "INDENT",
        "NAME b",
        "NEWLINE",
        "K_IF if",
        "NAME c",
        "COLON :",
        "NEWLINE",
        "INDENT",
      ].concat(["NAME d", "NEWLINE", "DEDENT", "DEDENT", "END"]),
    );
  });

  test("inside brackets line breaks are blanks; a backslash joins lines", () => {
    expect(tokens("(a\n  ,\n# c\nb) + \\\n  c\n").filter((token) => !/^\w*(PAREN|NAME|PLUS|COMMA) /.test(token))).toEqual([
      "NEWLINE",
      "END",
    ]);
  });

  test("f-strings: texts, fields, format specifications, nested quotes (PEP 701)", () => {
    expect(tokens("f'a{{{b!r:>{c}}d{f'{e['k']}'}'\n")).toEqual(
      ["FSTRING_START f'", "FSTRING_MIDDLE a{{", "FSTRING_MIDDLE", "LBRACE {", "NAME b", "EXCLAMATION !", "NAME r", "COLON :"].concat(
        ["FSTRING_MIDDLE >", "LBRACE {", "NAME c", "RBRACE }", "FSTRING_MIDDLE", "RBRACE }", "FSTRING_MIDDLE d", "LBRACE {"],
        ["FSTRING_START f'", "FSTRING_MIDDLE", "LBRACE {", "NAME e", "LBRACKET [", "STRING 'k'", "RBRACKET ]", "RBRACE }", "FSTRING_END '"],
        ["RBRACE }", "FSTRING_END '", "NEWLINE", "END"],
      ),
    );
  });

  test("lines of tokens, also behind strings of several lines", () => {
    const stream = tokenize("'''a\n\nb''' c\n\\\nd\n");
    expect([0, 1, 3].map((index) => [stream.lineAt(index), stream.endLineAt(index), stream.columnAt(index)])).toEqual([
      [1, 3, 0],
      [3, 3, 5],
      [5, 5, 0],
    ]);
  });

  test("where it cannot go on it stops with an ERROR and says why", () => {
    const stream = tokenize("a = (1 0b2)\n");
    expect(stream.kindAt(stream.count - 1)).toBe(kinds.ERROR);
    expect(stream.problem).toMatchObject({ message: "invalid digit '2' in binary literal", lineno: 1, offset: 10, fromLexer: true });
    expect(stream.openBrackets).toEqual([{ character: "(", line: 1, column: 4 }]);
  });

  test("the arrays grow: more tokens than a quarter of the characters", () => {
    const stream = tokenize(`${"a+".repeat(5000)}a\n`);
    expect(stream.count).toBe(10_003);
    expect(stream.textAt(10_000)).toBe("a");
  });
});
