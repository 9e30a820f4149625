import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dump, parse, PySyntaxError } from "../src/index.js";
import { nodeFields } from "../src/node-fields.js";
import { nodesOf } from "./nodes-of.js";

const samples = new URL("samples/", import.meta.url);
const names = readdirSync(samples)
  .filter((name) => name.endsWith(".py"))
  .map((name) => name.slice(0, -3));
const read = (name: string): string => readFileSync(new URL(name, samples), "utf8");

describe("parse gives CPython's tree with its positions", () => {
  test.each(names)("%s", (name) => {
    const source = read(`${name}.py`);
    const expected = read(`${name}.txt`).split("\n").slice(0, -1);
    expect(dump(parse(source), { include_attributes: true, indent: 1, source }).split("\n")).toEqual(expected);
  });

  test("the samples have every kind of node", () => {
    const found = new Set(names.flatMap((name) => nodesOf(parse(read(`${name}.py`))).map((node) => node.type)));
    const missing = Object.keys(nodeFields).filter((type) => !found.has(type as never));
    expect(missing).toEqual(["Interactive", "Expression"]);
  });
});

describe("parse, modes", () => {
  test("eval gives one expression", () => {
    expect(dump(parse("a, b\n\n", { mode: "eval" }))).toBe(
      "Expression(body=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load())], ctx=Load()))",
    );
    expect(() => parse("a = 1", { mode: "eval" })).toThrow(PySyntaxError);
    expect(() => parse("*a", { mode: "eval" })).toThrow("invalid syntax");
  });

  test("single gives the statements of one line", () => {
    expect(dump(parse("a; b\n", { mode: "single" }))).toBe(
      "Interactive(body=[Expr(value=Name(id='a', ctx=Load())), Expr(value=Name(id='b', ctx=Load()))])",
    );
    expect(parse("if a:\n  b\n\n", { mode: "single" }).body).toHaveLength(1);
  });
});

describe("parse, sources", () => {
  test("line breaks of all kinds are the same", () => {
    const expected = dump(parse("x = '''a\nb'''\ny = 1\n"), { include_attributes: true });
    expect(dump(parse("x = '''a\r\nb'''\r\ny = 1\r\n"), { include_attributes: true })).toBe(expected);
    expect(dump(parse("x = '''a\rb'''\ry = 1"), { include_attributes: true })).toBe(expected);
  });

  test("columns count UTF-16 units", () => {
    const [statement] = parse("'\u{1f600}é', x").body;
    expect(statement).toMatchObject({ value: { elts: [{ end_col_offset: 5 }, { col_offset: 7 }] } });
  });

  test("long chains and deep nesting neither overflow the stack nor take more than linear time", () => {
    const many = 20_000;
    expect(parse(`x = ${"a + ".repeat(many)}b`).body).toHaveLength(1);
    expect(parse(`x = a${".b".repeat(many)}`).body).toHaveLength(1);
    expect(parse(`if a: b\n${"elif a: b\n".repeat(many)}`).body).toHaveLength(1);
    for (const source of ["-", "not ", "lambda: ", "1 if 2 else ", "2 ** -"]) {
      expect(() => parse(`x = ${source.repeat(many)}1`)).toThrow("too many nested expressions or blocks");
    }
    for (const source of ["(", "[", "{1: ", "f(", "x["]) {
      expect(() => parse(source.repeat(many))).toThrow("too many nested parentheses");
      expect(() => parse(source.repeat(150))).toThrow("was never closed");
      expect(() => parse(`${source.repeat(150)}1 2`)).toThrow(PySyntaxError);
    }
    expect(() => parse(`x = (${"(".repeat(150)}1 2${")".repeat(150)})`)).toThrow("invalid syntax");
    expect(() => parse(Array.from({ length: 101 }, (_, depth) => `${" ".repeat(depth)}if x:`).join("\n"))).toThrow(
      "too many levels of indentation",
    );
  });
});
