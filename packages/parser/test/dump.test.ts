import { describe, expect, test } from "vitest";
import { dump, parse } from "../src/index.js";

describe("dump", () => {
  test("one line, empty fields left out", () => {
    expect(dump(parse("f(None)"))).toBe("Module(body=[Expr(value=Call(func=Name(id='f', ctx=Load()), args=[Constant(value=None)]))])");
  });

  test("indent breaks lines as ast.dump does", () => {
    expect(dump(parse("x = 1"), { indent: "\t" })).toBe(
      "Module(\n\tbody=[\n\t\tAssign(\n\t\t\ttargets=[\n\t\t\t\tName(id='x', ctx=Store())],\n\t\t\tvalue=Constant(value=1))])",
    );
  });

  test("columns are UTF-8 bytes where the source is known, UTF-16 units otherwise", () => {
    const source = "'\u{1f600}é'+x";
    const [statement] = parse(source).body;
    expect(dump(statement as never, { include_attributes: true, source })).toContain(
      "id='x', ctx=Load(), lineno=1, col_offset=9, end_lineno=1, end_col_offset=10",
    );
    expect(dump(statement as never, { include_attributes: true })).toContain("id='x', ctx=Load(), lineno=1, col_offset=6");
  });
});
